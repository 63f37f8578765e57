import { Injectable } from '@nestjs/common'
import type { Role } from '@thiso/contracts/vocab'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AccountEntity } from './account.entity.js'
import { ConsentEntity } from './consent.entity.js'

export type NewAccount = Omit<AccountEntity, 'createdAt'>
export type NewConsent = Pick<ConsentEntity, 'version' | 'textSha256' | 'givenBy'>

export interface PersonRow {
  id: string
  role: Role
  login: string
  full_name: string
  birth_date: string | null
  unit_id: string | null
  created_at: Date
  attempt_count: number
}

const UNIQUE_VIOLATION = '23505'
const NOTHING = async () => undefined

@Injectable()
export class AccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  findById(id: string): Promise<AccountEntity | null> {
    return this.dataSource.getRepository(AccountEntity).findOneBy({ id })
  }

  findByLogin(login: string): Promise<AccountEntity | null> {
    return this.dataSource.getRepository(AccountEntity).findOneBy({ login })
  }

  /** @returns false when the log-in is taken */
  async insert(
    account: NewAccount,
    consents: readonly NewConsent[],
    alongside: (manager: Transaction) => Promise<void> = NOTHING,
  ): Promise<boolean> {
    try {
      await this.dataSource.transaction(async (manager) => {
        await manager.getRepository(AccountEntity).insert(account)
        if (consents.length > 0)
          await manager
            .getRepository(ConsentEntity)
            .insert(consents.map((consent) => ({ ...consent, accountId: account.id })))
        await alongside(manager)
      })
      return true
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false
      throw error
    }
  }

  /** Changes an account and records the consents that came with the change, together. @param alongside what else belongs to it */
  async update(
    id: string,
    change: Partial<NewAccount>,
    consents: readonly NewConsent[] = [],
    alongside: (manager: Transaction) => Promise<void> = NOTHING,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.getRepository(AccountEntity).update({ id }, change)
      for (const consent of consents) await manager.getRepository(ConsentEntity).insert({ ...consent, accountId: id })
      await alongside(manager)
    })
  }

  consentsOf(accountId: string): Promise<ConsentEntity[]> {
    return this.dataSource.getRepository(ConsentEntity).find({ where: { accountId }, order: { id: 'ASC' } })
  }

  /**
   * Changes a role unless that would take away the last administrator. The administrators' rows are locked, so two of them who
   * take each other's role away at the same moment cannot both succeed.
   * @param alongside what belongs to it, in the same transaction
   * @returns false when it was the last administrator
   */
  async setRole(id: string, role: Role, alongside: (manager: Transaction) => Promise<void>): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const administrators: { id: string }[] = await manager.query(
        `SELECT id FROM account WHERE role = 'administrator' ORDER BY id FOR UPDATE`,
      )
      const isLast = administrators.length === 1 && administrators[0]?.id === id
      if (isLast && role !== 'administrator') return false
      await manager.getRepository(AccountEntity).update({ id }, { role })
      await alongside(manager)
      return true
    })
  }

  count(): Promise<number> {
    return this.dataSource.getRepository(AccountEntity).count()
  }

  async search(filter: {
    q: string | undefined
    unitIds: readonly string[] | undefined
    role: Role | undefined
    id?: string | undefined
    page: number
    size: number
  }): Promise<{ rows: PersonRow[]; total: number }> {
    const where: string[] = ['true']
    const values: unknown[] = []
    const bind = (value: unknown) => `$${values.push(value)}`
    if (filter.id) where.push(`a.id = ${bind(filter.id)}`)
    if (filter.role) where.push(`a.role = ${bind(filter.role)}`)
    if (filter.unitIds) where.push(`a.unit_id = ANY(${bind(filter.unitIds)}::uuid[])`)
    for (const word of filter.q?.split(' ').filter(Boolean) ?? []) {
      const like = bind(`%${word.replace(/[\\%_]/g, '\\$&')}%`)
      where.push(`(a.name_folded LIKE ${like} OR a.login LIKE ${like})`)
    }
    const condition = where.join(' AND ')
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM account a WHERE ${condition}`,
      values,
    )
    const rows: PersonRow[] = await this.dataSource.query(
      `SELECT a.id, a.role, a.login, a.full_name, a.birth_date, a.unit_id, a.created_at,
              (SELECT count(*) FROM attempt t WHERE t.account_id = a.id) AS attempt_count
       FROM account a WHERE ${condition}
       ORDER BY a.name_folded, a.id LIMIT ${bind(filter.size)} OFFSET ${bind((filter.page - 1) * filter.size)}`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }
}
