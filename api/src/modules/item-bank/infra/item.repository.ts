import { Injectable } from '@nestjs/common'
import type { CognitiveLevel, ItemState, Topic } from '@thiso/contracts/vocab'
import { DataSource, type EntityManager } from 'typeorm'
import { ItemBankEntity, ItemEntity, ItemKeyEntity, ItemVersionEntity } from './item.entities.js'

export interface PoolRow {
  itemVersionId: string
  itemId: string
  topic: Topic
  level: CognitiveLevel
  state: ItemState
  validFrom: string | null
  validTo: string | null
}

export interface DeliveryItem {
  itemVersionId: string
  topic: Topic
  stem: string
  options: string[]
}

export interface KeyRow {
  itemVersionId: string
  key: number
  explanation: string
  sources: { title: string; url: string | null }[]
}

export interface ItemRecord {
  item: Omit<ItemEntity, 'updatedAt'>
  version: ItemVersionEntity
  key: ItemKeyEntity
}

const UNIQUE_VIOLATION = '23505'

@Injectable()
export class ItemRepository {
  constructor(private readonly dataSource: DataSource) {}

  banks(): Promise<{ id: string; name: string; itemCount: number; approvedCount: number }[]> {
    return this.dataSource.query(
      `SELECT b.id, b.name, count(i.id) AS "itemCount", count(i.id) FILTER (WHERE i.state = 'approved') AS "approvedCount"
       FROM item_bank b LEFT JOIN item i ON i.bank_id = b.id GROUP BY b.id ORDER BY b.created_at, b.id`,
    )
  }

  /** @returns false when another bank has that name */
  async insertBank(bank: { id: string; name: string }): Promise<boolean> {
    return this.unlessTaken(() => this.dataSource.getRepository(ItemBankEntity).insert(bank))
  }

  isBank(id: string): Promise<boolean> {
    return this.dataSource.getRepository(ItemBankEntity).existsBy({ id })
  }

  /** Every item of the banks with what decides whether it may be drawn; no key. */
  pool(bankIds: readonly string[]): Promise<PoolRow[]> {
    return this.dataSource.query(
      `SELECT v.id AS "itemVersionId", i.id AS "itemId", i.topic, i.level, i.state, v.valid_from AS "validFrom", v.valid_to AS "validTo"
       FROM item i JOIN item_version v ON v.item_id = i.id AND v.version = i.version
       WHERE i.bank_id = ANY($1::uuid[]) ORDER BY v.id`,
      [bankIds],
    )
  }

  /** What a paper shows; no key. */
  deliver(itemVersionIds: readonly string[]): Promise<DeliveryItem[]> {
    return this.dataSource.query(
      `SELECT v.id AS "itemVersionId", i.topic, v.stem, v.options FROM item_version v JOIN item i ON i.id = v.item_id
       WHERE v.id = ANY($1::uuid[])`,
      [itemVersionIds],
    )
  }

  /** Keys, for scoring on the server and for reviews after a round has closed. */
  keys(itemVersionIds: readonly string[], manager: EntityManager = this.dataSource.manager): Promise<KeyRow[]> {
    return manager.query(
      `SELECT item_version_id AS "itemVersionId", key, explanation, sources FROM item_key WHERE item_version_id = ANY($1::uuid[])`,
      [itemVersionIds],
    )
  }

  async list(filter: {
    words: readonly string[]
    bankId?: string | undefined
    topic?: Topic | undefined
    level?: CognitiveLevel | undefined
    state?: ItemState | undefined
    id?: string | undefined
    page: number
    size: number
  }) {
    const where = ['true']
    const values: unknown[] = []
    const bind = (value: unknown) => `$${values.push(value)}`
    if (filter.id) where.push(`i.id = ${bind(filter.id)}`)
    if (filter.bankId) where.push(`i.bank_id = ${bind(filter.bankId)}`)
    if (filter.topic) where.push(`i.topic = ${bind(filter.topic)}`)
    if (filter.level) where.push(`i.level = ${bind(filter.level)}`)
    if (filter.state) where.push(`i.state = ${bind(filter.state)}`)
    for (const word of filter.words) where.push(`i.search_folded LIKE ${bind(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`)
    const condition = where.join(' AND ')
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM item i WHERE ${condition}`,
      values,
    )
    const rows: (ItemEntity & {
      stem: string
      useCount: number
      validFrom: string | null
      validTo: string | null
      versionId: string
    })[] = await this.dataSource.query(
      `SELECT i.id, i.code, i.bank_id AS "bankId", i.topic, i.level, i.state, i.version, i.updated_at AS "updatedAt",
                v.id AS "versionId", v.stem, v.valid_from AS "validFrom", v.valid_to AS "validTo",
                (SELECT count(*) FROM round_item r JOIN item_version w ON w.id = r.item_version_id WHERE w.item_id = i.id) AS "useCount"
         FROM item i JOIN item_version v ON v.item_id = i.id AND v.version = i.version
         WHERE ${condition} ORDER BY i.code LIMIT ${bind(filter.size)} OFFSET ${bind((filter.page - 1) * filter.size)}`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  async find(
    itemId: string,
  ): Promise<{ item: ItemEntity; version: ItemVersionEntity; key: ItemKeyEntity; useCount: number } | null> {
    const item = await this.dataSource.getRepository(ItemEntity).findOneBy({ id: itemId })
    if (!item) return null
    const version = await this.dataSource
      .getRepository(ItemVersionEntity)
      .findOneByOrFail({ itemId, version: item.version })
    const key = await this.dataSource.getRepository(ItemKeyEntity).findOneByOrFail({ itemVersionId: version.id })
    const [use]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*) AS count FROM round_item r JOIN item_version w ON w.id = r.item_version_id WHERE w.item_id = $1`,
      [itemId],
    )
    return { item, version, key, useCount: use?.count ?? 0 }
  }

  /** Was this version given to a round's pool? Then it is frozen. */
  async isVersionUsed(itemVersionId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(`SELECT 1 FROM round_item WHERE item_version_id = $1 LIMIT 1`, [
      itemVersionId,
    ])
    return rows.length > 0
  }

  async nextCode(prefix: string): Promise<string> {
    const [row]: { last: number | null }[] = await this.dataSource.query(
      `SELECT max(substring(code from '[0-9]+$')::int) AS last FROM item WHERE code LIKE $1`,
      [`${prefix}-%`],
    )
    return `${prefix}-${String((row?.last ?? 0) + 1).padStart(3, '0')}`
  }

  /**
   * Writes whole items (item, current version, key) in one transaction; existing rows of the same ids are replaced.
   * @returns false when another item has taken a code meanwhile; nothing is written then
   */
  async save(records: readonly ItemRecord[]): Promise<boolean> {
    return this.unlessTaken(() =>
      this.dataSource.transaction(async (manager) => {
        for (const { item, version, key } of records) {
          await manager.getRepository(ItemEntity).upsert({ ...item, updatedAt: () => 'clock_timestamp()' }, ['id'])
          await manager.getRepository(ItemVersionEntity).upsert(version, ['id'])
          await manager.getRepository(ItemKeyEntity).upsert(key, ['itemVersionId'])
        }
      }),
    )
  }

  private async unlessTaken(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write()
      return true
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false
      throw error
    }
  }

  async setState(itemId: string, state: ItemState): Promise<void> {
    await this.dataSource.query(`UPDATE item SET state = $2, updated_at = clock_timestamp() WHERE id = $1`, [
      itemId,
      state,
    ])
  }
}
