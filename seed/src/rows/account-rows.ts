import { createHash } from 'node:crypto'
import { CONSENT, canonicalJson } from '@thiso/api/seeding'
import { fold, type Role } from '@thiso/contracts/vocab'
import type { Runner } from '../services.js'
import { plainArray, textArray } from './sql-array.js'

export interface NewAccount {
  accountId: string
  role: Role
  login: string
  passwordHash: string
  fullName: string
  birthDate: string | null
  unitId: string | null
  guardianName: string | null
  createdAtMs: number
}

/** Accounts as signing up makes them: contestants with their consents, and their guardians' where there is one. */
export async function insertAccounts(runner: Runner, accounts: readonly NewAccount[]): Promise<number> {
  await runner.query(
    `INSERT INTO account (id, role, login, password_hash, full_name, name_folded, birth_date, unit_id, guardian_name, created_at)
     SELECT n.id, n.role, n.login, n.password_hash, n.full_name, n.name_folded, n.birth_date, n.unit_id, n.guardian_name,
            to_timestamp(n.created_ms / 1000)
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::uuid[], $9::text[], $10::float8[])
       AS n(id, role, login, password_hash, full_name, name_folded, birth_date, unit_id, guardian_name, created_ms)`,
    [
      plainArray(accounts.map((account) => account.accountId)),
      plainArray(accounts.map((account) => account.role)),
      textArray(accounts.map((account) => account.login)),
      textArray(accounts.map((account) => account.passwordHash)),
      textArray(accounts.map((account) => account.fullName)),
      textArray(accounts.map((account) => fold(account.fullName))),
      plainArray(accounts.map((account) => account.birthDate)),
      plainArray(accounts.map((account) => account.unitId)),
      textArray(accounts.map((account) => account.guardianName)),
      plainArray(accounts.map((account) => account.createdAtMs)),
    ],
  )
  const consents = accounts
    .filter((account) => account.role === 'contestant')
    .flatMap((account) => [
      { account, givenBy: 'self' },
      ...(account.guardianName === null ? [] : [{ account, givenBy: 'guardian' }]),
    ])
  await runner.query(
    `INSERT INTO consent (account_id, version, text_sha256, given_by, given_at)
     SELECT n.account_id, $4, $5, n.given_by, to_timestamp(n.given_ms / 1000)
     FROM unnest($1::uuid[], $2::text[], $3::float8[]) AS n(account_id, given_by, given_ms)`,
    [
      plainArray(consents.map(({ account }) => account.accountId)),
      plainArray(consents.map(({ givenBy }) => givenBy)),
      plainArray(consents.map(({ account }) => account.createdAtMs)),
      CONSENT.version,
      createHash('sha256').update(canonicalJson(CONSENT)).digest('hex'),
    ],
  )
  return accounts.length + consents.length
}
