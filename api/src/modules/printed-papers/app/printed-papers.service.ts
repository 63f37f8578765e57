import { randomBytes, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { AuditService } from '../../audit/index.js'
import {
  type BlueprintCell,
  checkBlueprint,
  chooseItems,
  exclusionSets,
  normaliseBlueprint,
  prepareChoice,
} from '../../contests/index.js'
import {
  type Author,
  BanksService,
  type FullItem,
  isUsable,
  ItemsService,
  type PoolRow,
} from '../../item-bank/index.js'
import { makeForms } from '../domain/make-forms.js'
import { filesOf, keptName, showsKeys } from '../domain/paper-files.js'
import { inPartOrder } from '../domain/paper-parts.js'
import type { PrintedPaperEntity } from '../infra/printed-paper.entity.js'
import { type ListedPaper, PrintedPaperRepository } from '../infra/printed-paper.repository.js'
import { PaperRenderer } from './paper-renderer.js'

export interface PaperIn {
  title: string
  organizer: string
  subject: string
  durationMinutes: number
  bankIds: string[]
  blueprint: BlueprintCell[]
  itemIds: string[]
  codeCount: number
  isShuffled: boolean
}

type Usable = PoolRow & { exclusionSet: string }

const ITEMS_MAX = 200
/** How often a paper is drawn anew because somebody edited one of its items in the same second. */
const TRIES_MAX = 3
/** How many codes of items a refusal names. */
const NAMED_MAX = 10

@Injectable()
export class PrintedPapersService {
  constructor(
    private readonly papers: PrintedPaperRepository,
    private readonly items: ItemsService,
    private readonly banks: BanksService,
    private readonly renderer: PaperRenderer,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** A teacher's own papers; organizers see all. */
  list(actor: Author): Promise<ListedPaper[]> {
    return this.papers.list(actor.role === 'teacher' ? { authorId: actor.accountId } : {})
  }

  /** @throws ProblemError PAPER.NOT_FOUND, also for a paper that somebody may not see */
  async demand(actor: Author, paperId: string): Promise<ListedPaper> {
    const [paper] = await this.papers.list({ paperId })
    if (!paper || !maySee(actor, paper.authorId)) throw new ProblemError('PAPER.NOT_FOUND')
    return paper
  }

  /**
   * PP-1: draws a paper and keeps it, so that its files can be made again and again.
   * @throws ProblemError BANK.NOT_FOUND, PAPER.BANK_TOO_SMALL, REQUEST.INVALID naming the items that cannot be printed
   */
  async create(actor: Author, input: PaperIn): Promise<ListedPaper> {
    for (const bankId of new Set(input.bankIds)) await this.banks.demandReach(actor, bankId)
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const chosen = await this.choose(actor, input)
      const paperId = await this.keep(actor, input, chosen)
      if (paperId) return this.demand(actor, paperId)
    }
    throw new ProblemError('SERVER.BUSY')
  }

  /** One file of a paper, and the name under which it is kept. */
  async file(
    actor: Author,
    paperId: string,
    fileName: string,
  ): Promise<{ name: string; keptName: string; bytes: Buffer }> {
    const paper = await this.papers.find(paperId)
    if (!paper || !maySee(actor, paper.authorId)) throw new ProblemError('PAPER.NOT_FOUND')
    const file = filesOf(paper.forms.codes.map(({ code }) => code)).find(({ name }) => name === fileName)
    if (!file) throw new ProblemError('REQUEST.NOT_FOUND')
    const bytes = await this.renderer.render(paper, file)
    if (showsKeys(file.kind)) await this.recordReading(actor, paper)
    return { name: file.name, keptName: keptName(file, paper.title), bytes }
  }

  private async recordReading(actor: Author, paper: PrintedPaperEntity): Promise<void> {
    const read = await this.items.readVersions(paper.itemVersionIds)
    await this.items.recordReading(
      actor,
      'print',
      read.map(({ item }) => item.code),
    )
  }

  private async choose(actor: Author, input: PaperIn): Promise<Usable[]> {
    const usable = await this.usableItems(actor, input.bankIds, input.itemIds)
    if (input.itemIds.length > 0) return this.chosenByHand(actor, input.itemIds, usable)
    const cells = normaliseBlueprint(input.blueprint)
    const wanted = cells.reduce((total, { count }) => total + count, 0)
    if (wanted === 0)
      throw refusedField(
        'blueprint',
        'Hãy nhập số câu cho ít nhất một ô của ma trận đề.',
        'Enter a number in at least one cell of the blueprint.',
      )
    if (wanted > ITEMS_MAX)
      throw refusedField(
        'blueprint',
        `Một đề có tối đa ${ITEMS_MAX} câu. Hãy giảm số câu.`,
        `A paper has at most ${ITEMS_MAX} items. Lower the counts.`,
      )
    const { isFeasible, missingCount } = checkBlueprint(cells, usable)
    if (!isFeasible) throw new ProblemError('PAPER.BANK_TOO_SMALL', { missing: missingCount })
    return chooseItems(new DeterministicRandom(randomBytes(32)), prepareChoice(cells, usable)).flat()
  }

  /** PP-1: what may be printed today. Teachers get no item that is being kept for a round (IB-11); organizers print for their rounds. */
  private async usableItems(actor: Author, bankIds: readonly string[], itemIds: readonly string[]): Promise<Usable[]> {
    const today = vietnamDay(this.clock.now())
    const pool = await this.items.pool([...new Set(bankIds)], undefined, itemIds.length > 0 ? itemIds : undefined)
    const valid = pool.filter((item) => isUsable(item, today, today))
    const embargoes =
      actor.role === 'teacher' ? await this.items.embargoes(valid.map(({ itemId }) => itemId)) : new Map<string, Date>()
    const free = valid.filter(({ itemId }) => !embargoes.has(itemId))
    const sets = exclusionSets(free)
    return free.map((item, index) => ({ ...item, exclusionSet: sets[index] as string }))
  }

  /** The items that the author has picked, in that order; all of them or none. */
  private async chosenByHand(actor: Author, itemIds: readonly string[], usable: readonly Usable[]): Promise<Usable[]> {
    const ids = [...new Set(itemIds)]
    const byId = new Map(usable.map((item) => [item.itemId, item]))
    const refused = ids.filter((id) => !byId.has(id))
    if (refused.length > 0) {
      const named = await this.codesOf(actor, refused)
      throw refusedField(
        'itemIds',
        `Hôm nay có ${refused.length} câu không in được (${named}): chưa được duyệt, ngoài hiệu lực, đang dành cho một đợt thi hoặc không thuộc ngân hàng đã chọn. Hãy bỏ những câu này rồi tạo lại.`,
        `${refused.length} items cannot be printed today (${named}): not approved, not valid, kept for a round, or of another bank. Take them out and try again.`,
      )
    }
    const chosen = ids.map((id) => byId.get(id) as Usable)
    const clash = chosen.filter(
      ({ exclusionSet }, index) =>
        exclusionSet !== '' && chosen.some((other, at) => at !== index && other.exclusionSet === exclusionSet),
    )
    if (clash.length > 0) {
      const named = await this.codesOf(
        actor,
        clash.map(({ itemId }) => itemId),
      )
      throw refusedField(
        'itemIds',
        `Có những câu không được đứng chung một đề vì cùng nhóm loại trừ hoặc cùng nhóm biến thể: ${named}. Hãy giữ lại một câu của mỗi nhóm.`,
        `Some items exclude each other or are variants of one question: ${named}. Keep one of each group.`,
      )
    }
    return chosen
  }

  private async codesOf(actor: Author, itemIds: readonly string[]): Promise<string> {
    const found = await this.items.readPart(actor, itemIds.slice(0, NAMED_MAX))
    const codes = found.map(({ item }) => item.code)
    return [...codes, ...(itemIds.length > codes.length ? ['…'] : [])].join(', ')
  }

  /** @returns the id; null when one of the items has been edited meanwhile */
  private async keep(actor: Author, input: PaperIn, chosen: readonly Usable[]): Promise<string | null> {
    const read = await this.items.readVersions(chosen.map(({ itemVersionId }) => itemVersionId))
    const full = inPartOrder(read.map((item) => ({ ...item, type: item.version.question.type })))
    const printItems = full.map(({ version, key }) => ({
      itemVersionId: version.id,
      question: version.question,
      key: key.key,
    }))
    const points = full.map(({ item }) => item.points)
    const id = randomUUID()
    const paper = {
      id,
      title: input.title,
      organizer: input.organizer,
      subject: input.subject,
      durationMinutes: input.durationMinutes,
      itemVersionIds: full.map(({ version }) => version.id),
      forms: { codes: makeForms(randomBytes(32), printItems, input.codeCount, input.isShuffled), points },
      maxPoints: sumOf(points),
      authorId: actor.accountId,
    }
    const detail = {
      title: input.title,
      codeCount: input.codeCount,
      count: full.length,
      codes: full.slice(0, ITEMS_MAX).map(({ item }: Pick<FullItem, 'item'>) => item.code),
    }
    return this.audit.together(async (manager) => {
      if (!(await this.papers.insert(manager, paper))) return null
      await this.audit.record(actor.accountId, 'paper.printed', `paper:${id}`, detail, manager)
      return id
    })
  }
}

function maySee(actor: Author, authorId: string): boolean {
  return actor.role !== 'teacher' || actor.accountId === authorId
}

/** Points are quarters, so the sum is exact. */
function sumOf(points: readonly number[]): number {
  return points.reduce((total, own) => total + own, 0)
}

function refusedField(path: string, vi: string, en: string): ProblemError {
  return new ProblemError('REQUEST.INVALID', undefined, [{ path, code: 'not_valid', messages: { vi, en } }])
}
