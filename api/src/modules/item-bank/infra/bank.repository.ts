import type { Topic } from '@thiso/contracts/vocab'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { BankMemberEntity, ItemBankEntity } from './bank.entities.js'
import { SubtopicEntity } from './subtopic.entity.js'

const UNIQUE_VIOLATION = '23505'

export interface ListedBank {
  id: string
  name: string
  ownerId: string | null
  ownerName: string | null
  isOpenForPractice: boolean
  members: { accountId: string; fullName: string; login: string }[]
  itemCount: number
  approvedCount: number
}

/** Banks, who may use them, and the topic tree. */
@Injectable()
export class BankRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param bankId only this one */
  list(bankId?: string): Promise<ListedBank[]> {
    return this.dataSource.query(
      `SELECT b.id, b.name, b.owner_id AS "ownerId", o.full_name AS "ownerName", b.is_open_for_practice AS "isOpenForPractice",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('accountId', a.id, 'fullName', a.full_name, 'login', a.login) ORDER BY a.login), '[]')
               FROM bank_member m JOIN account a ON a.id = m.account_id WHERE m.bank_id = b.id) AS members,
              (SELECT count(*) FROM item i WHERE i.bank_id = b.id) AS "itemCount",
              (SELECT count(*) FROM item i WHERE i.bank_id = b.id AND i.state = 'approved') AS "approvedCount"
       FROM item_bank b LEFT JOIN account o ON o.id = b.owner_id WHERE $1::uuid IS NULL OR b.id = $1 ORDER BY b.created_at, b.id`,
      [bankId ?? null],
    )
  }

  /** Banks that a teacher owns or is a member of. */
  async idsOf(accountId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM item_bank WHERE owner_id = $1 UNION SELECT bank_id FROM bank_member WHERE account_id = $1`,
      [accountId],
    )
    return rows.map((row) => row.id)
  }

  /** @returns false when another bank has that name */
  insert(
    bank: Pick<ItemBankEntity, 'id' | 'name' | 'ownerId'>,
    alongside: (manager: EntityManager) => Promise<void>,
  ): Promise<boolean> {
    return unlessTaken(() =>
      this.dataSource.transaction(async (manager) => {
        await manager.getRepository(ItemBankEntity).insert(bank)
        await alongside(manager)
      }),
    )
  }

  /** @returns false when another bank has that name */
  update(
    id: string,
    change: Partial<Pick<ItemBankEntity, 'name' | 'isOpenForPractice'>>,
    alongside: (manager: EntityManager) => Promise<void>,
  ): Promise<boolean> {
    return unlessTaken(() =>
      this.dataSource.transaction(async (manager) => {
        if (Object.keys(change).length > 0) await manager.getRepository(ItemBankEntity).update({ id }, change)
        await alongside(manager)
      }),
    )
  }

  /** @returns the log-in names that nobody who writes items has */
  async setMembers(manager: EntityManager, bankId: string, logins: readonly string[]): Promise<string[]> {
    const accounts: { id: string; login: string }[] = await manager.query(
      `SELECT id, login FROM account WHERE login = ANY($1::text[]) AND role <> 'contestant'`,
      [logins],
    )
    const known = new Set(accounts.map((account) => account.login))
    const unknown = logins.filter((login) => !known.has(login))
    if (unknown.length > 0) return unknown
    await manager.getRepository(BankMemberEntity).delete({ bankId })
    if (accounts.length > 0)
      await manager.getRepository(BankMemberEntity).insert(accounts.map(({ id }) => ({ bankId, accountId: id })))
    return []
  }

  practiceBankIds(): Promise<string[]> {
    return this.dataSource
      .getRepository(ItemBankEntity)
      .find({ where: { isOpenForPractice: true }, select: { id: true } })
      .then((banks) => banks.map((bank) => bank.id))
  }

  /** @param bankIds only items of these banks are counted; null: all */
  subtopics(
    bankIds: readonly string[] | null,
  ): Promise<
    { id: string; topic: Topic; parentId: string | null; name: { vi: string; en: string }; itemCount: number }[]
  > {
    return this.dataSource.query(
      `SELECT s.id, s.topic, s.parent_id AS "parentId", s.name,
              (SELECT count(*) FROM item i
               WHERE i.subtopic_id = s.id AND ($1::uuid[] IS NULL OR i.bank_id = ANY($1::uuid[]))) AS "itemCount"
       FROM subtopic s ORDER BY s.topic, s.name->>'vi', s.id`,
      [bankIds],
    )
  }

  /** Items of each topic that has any, with or without a subtopic. @param bankIds as for `subtopics` */
  topicCounts(bankIds: readonly string[] | null): Promise<{ topic: Topic; itemCount: number }[]> {
    return this.dataSource.query(
      `SELECT topic, count(*) AS "itemCount" FROM item
       WHERE $1::uuid[] IS NULL OR bank_id = ANY($1::uuid[]) GROUP BY topic`,
      [bankIds],
    )
  }

  async insertSubtopic(manager: EntityManager, subtopic: SubtopicEntity): Promise<void> {
    await manager.getRepository(SubtopicEntity).insert(subtopic)
  }

  /** Those that are not there yet; a parent may come after its children. */
  async insertNewSubtopics(subtopics: readonly SubtopicEntity[]): Promise<void> {
    await this.dataSource
      .createQueryBuilder()
      .insert()
      .into(SubtopicEntity)
      .values([...subtopics])
      .orIgnore()
      .execute()
  }

  async renameSubtopic(manager: EntityManager, id: string, name: { vi: string; en: string }): Promise<boolean> {
    const { affected } = await manager.getRepository(SubtopicEntity).update({ id }, { name })
    return (affected ?? 0) > 0
  }

  /** @returns false while items or other subtopics hang on it */
  async deleteSubtopic(manager: EntityManager, id: string): Promise<boolean> {
    const [, count]: [unknown, number] = await manager.query(
      `DELETE FROM subtopic s WHERE s.id = $1 AND NOT EXISTS (SELECT 1 FROM item WHERE subtopic_id = s.id)
         AND NOT EXISTS (SELECT 1 FROM subtopic c WHERE c.parent_id = s.id)`,
      [id],
    )
    return count > 0
  }
}

async function unlessTaken(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false
    throw error
  }
}
