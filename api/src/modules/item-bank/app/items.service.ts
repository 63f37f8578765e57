import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { Transaction } from '../../../platform/db/transaction.js'
import { type CognitiveLevel, fold, type ItemState, type Topic } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { AuditService } from '../../audit/index.js'
import { isSoundItem } from '../domain/item.js'
import { ItemRepository } from '../infra/item.repository.js'

export interface ItemIn {
  bankId: string
  topic: Topic
  level: CognitiveLevel
  stem: string
  options: string[]
  key: number
  explanation: string
  sources: { title: string; url: string | null }[]
  validFrom: string | null
  validTo: string | null
}

const CODE_PREFIX: Record<Topic, string> = {
  concepts: 'CN',
  'national-policy': 'NP',
  'digital-government': 'DG',
  'digital-economy': 'DE',
  'digital-society': 'DS',
  'cyber-safety': 'CS',
  'quang-nam': 'QN',
  'youth-union': 'YU',
}

/** Two people who write at the same moment may come to the same code or version number; the second one looks again. */
const SAVE_TRIES = 20

@Injectable()
export class ItemsService {
  constructor(
    private readonly items: ItemRepository,
    private readonly audit: AuditService,
  ) {}

  banks() {
    return this.items.banks()
  }

  async createBank(actorId: string | null, name: string) {
    const bank = { id: randomUUID(), name }
    if (!(await this.items.insertBank(bank)))
      throw refusedField('name', 'Đã có ngân hàng mang tên này.', 'Another bank has this name already.')
    await this.audit.record(actorId, 'bank.created', `bank:${bank.id}`, { name })
    return bank
  }

  list(filter: { q?: string | undefined } & Omit<Parameters<ItemRepository['list']>[0], 'words'>) {
    const { q, ...rest } = filter
    return this.items.list({ ...rest, words: q ? fold(q).split(' ').filter(Boolean) : [] })
  }

  /** The item with its key. Reading a key leaves a trace. */
  async read(actorId: string, itemId: string) {
    const found = await this.demand(itemId)
    await this.audit.record(actorId, 'item.key_read', `item:${itemId}`, { version: found.item.version })
    return found
  }

  async create(
    actorId: string | null,
    input: ItemIn,
    given: { code?: string; state?: ItemState } = {},
  ): Promise<string> {
    await this.demandSound(input)
    const id = randomUUID()
    for (let tries = 0; tries < SAVE_TRIES; tries++) {
      const code = given.code ?? (await this.items.nextCode(CODE_PREFIX[input.topic]))
      const own = { id, code, state: given.state ?? ('draft' as const), version: 1, versionId: randomUUID() }
      if (!(await this.items.save([record(own, input)]))) continue
      if (actorId) await this.audit.record(actorId, 'item.created', `item:${id}`, { code })
      return id
    }
    throw new ProblemError('SERVER.BUSY')
  }

  /** Changes the item in place while no round has drawn from it; afterwards makes a new version, to be approved again. */
  async update(actorId: string, itemId: string, input: ItemIn): Promise<void> {
    await this.demandSound(input)
    for (let tries = 0; tries < SAVE_TRIES; tries++) {
      const { item, version } = await this.demand(itemId)
      const isFrozen = await this.items.isVersionUsed(version.id)
      const own = {
        id: itemId,
        code: item.code,
        state: 'draft' as const,
        version: isFrozen ? item.version + 1 : item.version,
        versionId: isFrozen ? randomUUID() : version.id,
      }
      if (!(await this.items.save([record(own, input)]))) continue
      await this.audit.record(actorId, 'item.updated', `item:${itemId}`, { code: item.code, isNewVersion: isFrozen })
      return
    }
    throw new ProblemError('SERVER.BUSY')
  }

  async setState(actorId: string, itemId: string, state: ItemState): Promise<void> {
    const { item } = await this.demand(itemId)
    await this.items.setState(itemId, state)
    await this.audit.record(actorId, 'item.state_changed', `item:${itemId}`, { from: item.state, to: state })
  }

  async demand(itemId: string) {
    const found = await this.items.find(itemId)
    if (!found) throw new ProblemError('ITEM.NOT_FOUND')
    return found
  }

  pool(bankIds: readonly string[]) {
    return this.items.pool(bankIds)
  }

  deliver(itemVersionIds: readonly string[]) {
    return this.items.deliver(itemVersionIds)
  }

  /** @param manager a transaction to ask in, for callers that hold a connection already */
  keys(itemVersionIds: readonly string[], manager?: Transaction) {
    return this.items.keys(itemVersionIds, manager)
  }

  private async demandSound(input: ItemIn): Promise<void> {
    const isSound = isSoundItem(input, (text) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim())
    if (!isSound) throw new ProblemError('ITEM.INVALID')
    if (!(await this.items.isBank(input.bankId)))
      throw refusedField('bankId', 'Không tìm thấy ngân hàng này.', 'This bank was not found.')
  }
}

function refusedField(path: string, vi: string, en: string): ProblemError {
  return new ProblemError('REQUEST.INVALID', undefined, [{ path, code: 'not_valid', messages: { vi, en } }])
}

function record(
  own: { id: string; code: string; state: ItemState; version: number; versionId: string },
  input: ItemIn,
) {
  return {
    item: {
      id: own.id,
      bankId: input.bankId,
      code: own.code,
      topic: input.topic,
      level: input.level,
      state: own.state,
      version: own.version,
      searchFolded: fold(`${own.code} ${input.stem} ${input.options.join(' ')}`),
    },
    version: {
      id: own.versionId,
      itemId: own.id,
      version: own.version,
      stem: input.stem,
      options: input.options,
      validFrom: input.validFrom,
      validTo: input.validTo,
    },
    key: { itemVersionId: own.versionId, key: input.key, explanation: input.explanation, sources: input.sources },
  }
}
