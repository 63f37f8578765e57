import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { TOPICS, type Topic } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Actor } from '../../../platform/http/actor.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditService } from '../../audit/index.js'
import { BankRepository } from '../infra/bank.repository.js'
import type { Reach } from '../infra/item-list.repository.js'
import type { SubtopicEntity } from '../infra/subtopic.entity.js'

export type Author = Pick<Actor, 'accountId' | 'role'>

/** Banks and who may use them: organizers all, teachers their own and those that they were let into (IB-10). */
@Injectable()
export class BanksService {
  constructor(
    private readonly banks: BankRepository,
    private readonly audit: AuditService,
  ) {}

  /** Which banks somebody may see; null means all. */
  async reachOf(actor: Author): Promise<Reach> {
    return actor.role === 'teacher' ? { bankIds: await this.banks.idsOf(actor.accountId) } : null
  }

  /** @throws ProblemError BANK.NOT_FOUND, also for a bank that somebody may not see */
  async demandReach(actor: Author, bankId: string): Promise<void> {
    const reach = await this.reachOf(actor)
    if (reach && !reach.bankIds.includes(bankId)) throw new ProblemError('BANK.NOT_FOUND')
    if (!reach && !(await this.banks.list(bankId))[0]) throw new ProblemError('BANK.NOT_FOUND')
  }

  /** All banks, or with an actor those in reach. */
  async list(actor?: Author) {
    const reach = actor ? await this.reachOf(actor) : null
    const banks = await this.banks.list()
    return reach ? banks.filter((bank) => reach.bankIds.includes(bank.id)) : banks
  }

  async find(bankId: string) {
    const [bank] = await this.banks.list(bankId)
    if (!bank) throw new ProblemError('BANK.NOT_FOUND')
    return bank
  }

  async create(actor: Author | null, name: string) {
    const id = randomUUID()
    const ownerId = actor?.role === 'teacher' ? actor.accountId : null
    const isFree = await this.banks.insert({ id, name, ownerId }, (manager) =>
      this.audit.record(actor?.accountId ?? null, 'bank.created', `bank:${id}`, { name }, manager),
    )
    if (!isFree) throw NAME_TAKEN()
    return this.find(id)
  }

  /** Members of a teacher's bank are named by its owner; those of the province's by organizers. */
  async update(
    actor: Author | null,
    bankId: string,
    change: { name?: string | undefined; isOpenForPractice?: boolean | undefined; memberLogins?: string[] | undefined },
  ) {
    if (actor) await this.demandReach(actor, bankId)
    const bank = await this.find(bankId)
    if (actor?.role === 'teacher' && bank.ownerId !== actor.accountId) throw new ProblemError('AUTH.NOT_ALLOWED')
    const { memberLogins, ...columns } = change
    const columnsGiven = {
      ...(columns.name === undefined ? {} : { name: columns.name }),
      ...(columns.isOpenForPractice === undefined ? {} : { isOpenForPractice: columns.isOpenForPractice }),
    }
    const isFree = await this.banks.update(bankId, columnsGiven, async (manager) => {
      if (memberLogins) await this.setMembers(manager, bankId, memberLogins)
      await this.audit.record(actor?.accountId ?? null, 'bank.updated', `bank:${bankId}`, change, manager)
    })
    if (!isFree) throw NAME_TAKEN()
    return this.find(bankId)
  }

  private async setMembers(manager: Transaction, bankId: string, given: readonly string[]): Promise<void> {
    const logins = [...new Set(given.map((login) => login.trim().toLowerCase()))]
    const unknown = await this.banks.setMembers(manager, bankId, logins)
    if (unknown.length > 0)
      throw refusedField(
        'memberLogins',
        `Không có giáo viên hoặc ban tổ chức mang tên đăng nhập: ${unknown.join(', ')}.`,
        `No teacher or organizer has the log-in name: ${unknown.join(', ')}.`,
      )
  }

  practiceBankIds(): Promise<string[]> {
    return this.banks.practiceBankIds()
  }

  /** The whole tree; with an actor, counting only the items in reach. */
  async subtopics(actor?: Author) {
    return this.banks.subtopics(actor ? await this.countedBanks(actor) : null)
  }

  /** How many items each of the eight topics has, counted as in the tree. */
  async topicCounts(actor: Author) {
    const counts = new Map(
      (await this.banks.topicCounts(await this.countedBanks(actor))).map(({ topic, itemCount }) => [topic, itemCount]),
    )
    return TOPICS.map((topic) => ({ topic, itemCount: counts.get(topic) ?? 0 }))
  }

  private async countedBanks(actor: Author): Promise<readonly string[] | null> {
    return (await this.reachOf(actor))?.bankIds ?? null
  }

  /** Subtopics by id; used by the seed. What is there already stays as it is. */
  async saveSubtopics(subtopics: readonly SubtopicEntity[]): Promise<void> {
    if (subtopics.length > 0) await this.banks.insertNewSubtopics(subtopics)
  }

  /** @throws ProblemError REQUEST.INVALID about `subtopicId`, when there is no such subtopic or it belongs to another topic */
  async demandSubtopic(topic: Topic, subtopicId: string): Promise<void> {
    const found = (await this.subtopics()).find(({ id }) => id === subtopicId)
    if (found?.topic !== topic)
      throw refusedField(
        'subtopicId',
        'Chủ đề con không còn nữa hoặc thuộc chủ đề khác. Hãy chọn lại.',
        'The subtopic is gone or belongs to another topic. Choose again.',
      )
  }

  async createSubtopic(
    actorId: string,
    input: { topic: Topic; parentId: string | null; name: { vi: string; en: string } },
  ) {
    const parent = input.parentId ? (await this.subtopics()).find((other) => other.id === input.parentId) : undefined
    if (input.parentId && parent?.topic !== input.topic)
      throw refusedField('parentId', 'Chủ đề cha phải thuộc cùng chủ đề.', 'The parent must belong to the same topic.')
    const subtopic = { ...input, id: randomUUID() }
    await this.audit.together(async (manager) => {
      await this.banks.insertSubtopic(manager, subtopic)
      const detail = { name: input.name.vi }
      await this.audit.record(actorId, 'subtopic.changed', `subtopic:${subtopic.id}`, detail, manager)
    })
    return { ...subtopic, itemCount: 0 }
  }

  async renameSubtopic(actorId: string, subtopicId: string, name: { vi: string; en: string }) {
    await this.audit.together(async (manager) => {
      if (!(await this.banks.renameSubtopic(manager, subtopicId, name))) throw new ProblemError('REQUEST.NOT_FOUND')
      await this.audit.record(actorId, 'subtopic.changed', `subtopic:${subtopicId}`, { name: name.vi }, manager)
    })
    const found = (await this.subtopics()).find((subtopic) => subtopic.id === subtopicId)
    if (!found) throw new ProblemError('REQUEST.NOT_FOUND')
    return found
  }

  async deleteSubtopic(actorId: string, subtopicId: string): Promise<void> {
    const isDone = await this.audit.together(async (manager) => {
      if (!(await this.banks.deleteSubtopic(manager, subtopicId))) return false
      await this.audit.record(actorId, 'subtopic.changed', `subtopic:${subtopicId}`, { isDeleted: true }, manager)
      return true
    })
    if (isDone) return
    const isThere = (await this.subtopics()).some(({ id }) => id === subtopicId)
    throw new ProblemError(isThere ? 'SUBTOPIC.IN_USE' : 'REQUEST.NOT_FOUND')
  }
}

const NAME_TAKEN = () => refusedField('name', 'Đã có ngân hàng mang tên này.', 'Another bank has this name already.')

/** A refusal that names the one field that it is about. */
export function refusedField(path: string, vi: string, en: string): ProblemError {
  return new ProblemError('REQUEST.INVALID', undefined, [{ path, code: 'not_valid', messages: { vi, en } }])
}
