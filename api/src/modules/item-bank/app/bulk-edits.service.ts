import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { CognitiveLevel, ItemAct, ItemState, Topic } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { AuditService } from '../../audit/index.js'
import { afterAct } from '../domain/item-life.js'
import { type BulkRow, WorkRepository } from '../infra/work.repository.js'
import { type Author, BanksService } from './banks.service.js'

export interface BulkChange {
  topic?: Topic | undefined
  subtopicId?: string | null | undefined
  level?: CognitiveLevel | undefined
  bankId?: string | undefined
  addTags?: string[] | undefined
  removeTags?: string[] | undefined
  addCompetences?: string[] | undefined
  act?: ItemAct | undefined
}

const TAGS_MAX = 20

const REFUSALS = {
  not_allowed: {
    vi: 'Trạng thái hiện tại không cho phép việc này.',
    en: 'The present state does not allow this.',
  },
  second_person_needed: {
    vi: 'Người viết không tự duyệt câu hỏi của mình.',
    en: 'Authors do not approve their own items.',
  },
  changed_since: {
    vi: 'Đã có người sửa sau đó nên được giữ nguyên.',
    en: 'Somebody has changed it since, so it was left as it is.',
  },
  foreign_subtopic: {
    vi: 'Chủ đề con không thuộc chủ đề của câu hỏi.',
    en: 'The subtopic does not belong to the topic of the item.',
  },
} as const

/** Changes to many items at once, each of which can be taken back; and the saved views of lists. */
@Injectable()
export class BulkEditsService {
  constructor(
    private readonly work: WorkRepository,
    private readonly banks: BanksService,
    private readonly audit: AuditService,
  ) {}

  /** Changes what can be changed and says why the rest cannot. Content is never touched: it belongs to versions. */
  async apply(actor: Author, itemIds: readonly string[], change: BulkChange) {
    if (change.bankId) await this.banks.demandReach(actor, change.bankId)
    const reach = await this.banks.reachOf(actor)
    const rows = await this.work.rowsForEdit(itemIds, (reach?.bankIds as string[] | null) ?? null)
    const subtopics = new Map((await this.banks.subtopics()).map((subtopic) => [subtopic.id, subtopic.topic]))
    const before: BulkRow[] = []
    const after: BulkRow[] = []
    const refused: { itemId: string; code: string; reason: { vi: string; en: string } }[] = []
    for (const { code, authorId, version: _, ...row } of rows) {
      const next = changed(row, change)
      const refusal = this.refusalOf(row, next, change, authorId === actor.accountId, subtopics)
      if (refusal) refused.push({ itemId: row.id, code, reason: REFUSALS[refusal] })
      else {
        before.push(row)
        after.push(next)
      }
    }
    const edit = {
      id: randomUUID(),
      authorId: actor.accountId,
      change: { ...change },
      before: before as unknown as Record<string, unknown>[],
      refused,
    }
    const detail = { ...change, changedCount: after.length }
    await this.work.applyEdit(edit, after, (manager) =>
      this.audit.record(actor.accountId, 'items.bulk_edited', `edit:${edit.id}`, detail, manager),
    )
    return this.find(actor, edit.id)
  }

  list(actor: Author) {
    return this.work.editsOf(actor.accountId)
  }

  /** Puts every changed field back as it was before the edit, where nobody has changed the item since. */
  async undo(actor: Author, editId: string) {
    const edit = await this.find(actor, editId)
    const before = edit.before as unknown as BulkRow[]
    const isDone = await this.work.undoEdit(editId, before, REFUSALS.changed_since, (manager) => {
      const detail = { changedCount: before.length }
      return this.audit.record(actor.accountId, 'items.bulk_edit_undone', `edit:${editId}`, detail, manager)
    })
    if (!isDone) throw new ProblemError('EDIT.ALREADY_UNDONE')
    return this.find(actor, editId)
  }

  views(actor: Author) {
    return this.work.viewsOf(actor.accountId)
  }

  async saveView(actor: Author, name: string, query: string) {
    const id = await this.work.saveView({ id: randomUUID(), accountId: actor.accountId, name, query })
    return { id, name, query }
  }

  deleteView(actor: Author, viewId: string): Promise<void> {
    return this.work.deleteView(actor.accountId, viewId)
  }

  private async find(actor: Author, editId: string) {
    const edit = await this.work.findEdit(actor.accountId, editId)
    if (!edit) throw new ProblemError('EDIT.NOT_FOUND')
    return edit
  }

  private refusalOf(
    row: BulkRow,
    next: BulkRow,
    change: BulkChange,
    isAuthor: boolean,
    subtopics: ReadonlyMap<string, Topic>,
  ): keyof typeof REFUSALS | null {
    if (next.subtopicId !== null && subtopics.get(next.subtopicId as string) !== next.topic) return 'foreign_subtopic'
    if (!change.act) return null
    const moved = afterAct(row.state as ItemState, change.act, isAuthor)
    if ('refusal' in moved) return moved.refusal
    next.state = moved.state
    return null
  }
}

function changed(row: BulkRow, change: BulkChange): BulkRow {
  const removed = new Set(change.removeTags ?? [])
  const tags = [...new Set([...(row.tags as string[]).filter((tag) => !removed.has(tag)), ...(change.addTags ?? [])])]
  const topic = change.topic ?? row.topic
  // A subtopic belongs to one topic: moving to another one leaves it behind.
  const kept = topic === row.topic ? row.subtopicId : null
  return {
    ...row,
    topic,
    subtopicId: change.subtopicId === undefined ? kept : change.subtopicId,
    level: change.level ?? row.level,
    bankId: change.bankId ?? row.bankId,
    tags: tags.slice(0, TAGS_MAX),
    competences: [...new Set([...(row.competences as string[]), ...(change.addCompetences ?? [])])],
  }
}
