import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { fold, type Role } from '@thiso/contracts/vocab'
import type { Pool } from 'pg'
import { Client } from './client'

/** The password of every account made here, and its argon2id hash: hashing anew would cost more than most tests. */
export const PASSWORD = 'Cải cách số 2026'
const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$TfRHBGcxug3EAVVx/YYVsQ$HaU3Qswe4a/drAk7ciBIXhT8a4SxQ6C5/IoWtYBVxe8'

export interface Person {
  accountId: string
  login: string
  role: Role
  fullName: string
  token: string
}

export interface Units {
  province: string
  districts: string[]
  /** Two in each district, in the same order. */
  communes: string[]
}

/** A small tree: a province, two districts, four communes. */
export async function addUnits(pool: Pool): Promise<Units> {
  const units: Units = {
    province: randomUUID(),
    districts: [randomUUID(), randomUUID()],
    communes: [randomUUID(), randomUUID(), randomUUID(), randomUUID()],
  }
  const rows: unknown[][] = [
    [units.province, 'QNM', 'Tỉnh Quảng Nam', 'province', null],
    [units.districts[0], 'QNM.TIENPHUOC', 'Huyện Tiên Phước', 'district', units.province],
    [units.districts[1], 'QNM.HOIAN', 'Thành phố Hội An', 'district', units.province],
    [units.communes[0], 'QNM.TIENPHUOC.TIENKY', 'Thị trấn Tiên Kỳ', 'commune', units.districts[0]],
    [units.communes[1], 'QNM.TIENPHUOC.TIENSON', 'Xã Tiên Sơn', 'commune', units.districts[0]],
    [units.communes[2], 'QNM.HOIAN.CAMCHAU', 'Phường Cẩm Châu', 'commune', units.districts[1]],
    [units.communes[3], 'QNM.HOIAN.MINHAN', 'Phường Minh An', 'commune', units.districts[1]],
  ]
  for (const row of rows)
    await pool.query(`INSERT INTO unit (id, code, name, kind, parent_id) VALUES ($1, $2, $3, $4, $5)`, row)
  return units
}

/** Accounts with a session each, straight into the tables, many at once. */
export async function addPeople(
  pool: Pool,
  count: number,
  { role = 'contestant', unitIds = [] as (string | null)[], name = (n: number) => `Nguyễn Văn Thử ${n}` } = {} as {
    role?: Role
    unitIds?: (string | null)[]
    name?: (n: number) => string
  },
): Promise<Person[]> {
  const people = Array.from({ length: count }, (_, index): Person => {
    const token = randomBytes(32).toString('base64url')
    return {
      accountId: randomUUID(),
      login: `${role.slice(0, 4)}.${token
        .slice(0, 12)
        .replace(/[^A-Za-z0-9]/g, 'x')
        .toLowerCase()}`,
      role,
      fullName: name(index + 1),
      token,
    }
  })
  await pool.query(
    `INSERT INTO account (id, role, login, password_hash, full_name, name_folded, birth_date, unit_id)
     SELECT id, $2, login, $3, name, folded, '1995-04-30', unit_id
     FROM unnest($1::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[]) AS t(id, login, name, folded, unit_id)`,
    [
      people.map((person) => person.accountId),
      role,
      PASSWORD_HASH,
      people.map((person) => person.login),
      people.map((person) => person.fullName),
      people.map((person) => fold(person.fullName)),
      people.map((_, index) => (unitIds.length > 0 ? unitIds[index % unitIds.length] : null)),
    ],
  )
  await pool.query(
    `INSERT INTO session (id, token_hash, account_id, label, expires_at)
     SELECT gen_random_uuid(), decode(hash, 'hex'), id, 'Chrome, Linux', clock_timestamp() + interval '1 day'
     FROM unnest($1::uuid[], $2::text[]) AS t(id, hash)`,
    [
      people.map((person) => person.accountId),
      people.map((person) => createHash('sha256').update(person.token).digest('hex')),
    ],
  )
  return people
}

export async function addPerson(
  pool: Pool,
  role: Role = 'contestant',
  unitId: string | null = null,
  fullName = 'Trần Thị Bích',
): Promise<Person> {
  const [person] = await addPeople(pool, 1, { role, unitIds: [unitId], name: () => fullName })
  return person as Person
}

/** A browser in which somebody of that role is signed in. */
export async function signedIn(
  baseUrl: string,
  pool: Pool,
  role: Role = 'contestant',
  unitId: string | null = null,
  fullName?: string,
) {
  knowDatabase(baseUrl, pool)
  return new Client(baseUrl, (await addPerson(pool, role, unitId, fullName)).token)
}

const poolBehind = new Map<string, Pool>()
const colleagues = new WeakMap<Pool, Promise<Person>>()

/** Which database stands behind an address. */
export function knowDatabase(baseUrl: string, pool: Pool): void {
  poolBehind.set(baseUrl, pool)
}

/** Another organizer of the same platform, for what takes a second person. */
export async function colleagueOf(client: Client): Promise<Client> {
  const pool = poolBehind.get(client.baseUrl)
  if (!pool) throw new Error('nobody has signed in there through signedIn()')
  const known = colleagues.get(pool) ?? addPerson(pool, 'organizer', null, 'Lê Thị Duyệt')
  colleagues.set(pool, known)
  return new Client(client.baseUrl, (await known).token)
}
