import { pino } from 'pino'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { NO_LINKS } from '../../../kernel/hash-chain.js'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import { AuditLinkRepository } from '../infra/audit-link.repository.js'
import { AuditRepository } from '../infra/audit.repository.js'
import { AuditChain } from './audit-chain.js'
import { AuditService } from './audit.service.js'

let database: TestDatabase
let processes: DataSource[]
let chains: [AuditChain, AuditChain]
let audit: AuditService

beforeEach(async () => {
  database = await freshDatabase()
  processes = await Promise.all([1, 2].map(() => createDataSource(database.url, schema).initialize()))
  chains = processes.map(
    (process) => new AuditChain(new AuditLinkRepository(process), pino({ level: 'silent' })),
  ) as typeof chains
  audit = new AuditService(new AuditRepository(processes[0] as DataSource))
})
afterEach(async () => {
  for (const process of processes) await process.destroy()
  await database.drop()
})

const record = (n: number) =>
  audit.recordReading(null, 'round.created', `round:${n}`, {
    n,
    text: 'Đợt "1"\\',
    share: 0.5,
    list: [null, { b: 1, a: 2 }],
  })

/** As somebody with more rights than the API would do it. */
async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query('SET session_replication_role = replica')
    await client.query(statement, values)
    await client.query('SET session_replication_role = DEFAULT')
  } finally {
    client.release()
  }
}

describe('HC-6: the chain of the audit log', () => {
  it('has every entry once, whoever links and however many write meanwhile', async () => {
    await Promise.all([
      ...Array.from({ length: 120 }, (_, n) => record(n)),
      ...Array.from({ length: 30 }, (_, n) => (chains[n % 2] as AuditChain).linkAll()),
    ])
    await chains[1].linkAll()
    expect((await chains[0].top()).size).toBe(120)
    const { head, fault } = await chains[0].check()
    expect(fault).toBeNull()
    expect(head).toEqual((await chains[0].top()).head)
    expect(await chains[0].leaves(0, 200)).toHaveLength(120)
  })

  it('links an act that was committed after later ones behind them, and one that was rolled back never', async () => {
    const slow = (processes[0] as DataSource).createQueryRunner()
    await slow.startTransaction()
    await audit.record(null, 'round.created', 'round:slow', {}, slow.manager)
    const broken = (processes[1] as DataSource).createQueryRunner()
    await broken.startTransaction()
    await audit.record(null, 'round.created', 'round:broken', {}, broken.manager)
    await record(1)
    expect(await chains[0].linkAll()).toBe(1)
    await broken.rollbackTransaction()
    await slow.commitTransaction()
    expect(await chains[0].linkAll()).toBe(1)
    await slow.release()
    await broken.release()
    const texts = (await chains[0].leaves(0, 9)).map((leaf) => JSON.parse(leaf.toString())[5])
    expect(texts).toEqual(['round:1', 'round:slow'])
    expect(await chains[1].check()).toMatchObject({ size: 2, fault: null })
  })

  it('of no entries is empty', async () => {
    expect(await chains[0].check()).toEqual({ size: 0, head: NO_LINKS, fault: null })
  })
})

describe('HC-7: tampering with the audit log by the database’s owner', () => {
  beforeEach(async () => {
    for (let n = 1; n <= 6; n++) await record(n)
    expect(await chains[0].check()).toMatchObject({ size: 6, fault: null })
  })

  it('is named: an entry that was changed', async () => {
    await asOwner(`UPDATE audit_entry SET detail = '{}' WHERE subject = 'round:3'`)
    expect(await chains[1].check()).toMatchObject({
      head: null,
      fault: { kind: 'changed', linkNo: 3, entryId: 3 },
    })
  })

  it('is named: an entry that was removed', async () => {
    await asOwner(`DELETE FROM audit_entry WHERE subject = 'round:4'`)
    expect(await chains[1].check()).toMatchObject({ fault: { kind: 'removed', linkNo: 4, entryId: 4 } })
  })

  it('is named: a link that was removed with its entry', async () => {
    await asOwner(`DELETE FROM audit_link WHERE link_no = 2`)
    await asOwner(`DELETE FROM audit_entry WHERE id = 2`)
    expect(await chains[1].check()).toMatchObject({ fault: { kind: 'link-missing', linkNo: 2 } })
  })

  it('is named: a head that was put in its place', async () => {
    await asOwner(`UPDATE audit_link SET head = sha256('x') WHERE link_no = 5`)
    expect(await chains[1].check()).toMatchObject({ fault: { kind: 'changed', linkNo: 5 } })
  })
})
