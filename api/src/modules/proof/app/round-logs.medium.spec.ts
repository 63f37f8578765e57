import { randomBytes } from 'node:crypto'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import { addPeople, type Person } from '../../../../../test/support/people'
import { addAttempt, addRound } from '../../../../../test/support/rows'
import { isConsistent, rootOf } from '../../../kernel/merkle-tree.js'
import { openNote, parseCheckpoint, verifierKey } from '../../../kernel/signed-note.js'
import { createDataSource } from '../../../platform/db/database.js'
import { schema } from '../../../schema.js'
import { CommitmentRepository } from '../infra/commitment.repository.js'
import { LogCheckpointEntity, LogLeafEntity } from '../infra/proof.entities.js'
import { RoundLogRepository } from '../infra/round-log.repository.js'
import { attemptLeaf, leafData } from '../domain/leaf.js'
import { LogTrees } from './log-trees.js'
import type { RoundCommitments } from './round-commitments.js'
import { RoundLogs } from './round-logs.js'
import type { Signing } from './signing.js'

const SIGNER = { name: 'thi.example.vn', seed: Buffer.alloc(32, 3) }
const MINUTE = 60_000

let database: TestDatabase
let dataSource: DataSource
let people: Person[]
let now: number

/** The job as a process of its own has it, on one clock that the spec sets. */
function aProcess(logs = new RoundLogRepository(dataSource)): RoundLogs {
  const committed = new CommitmentRepository(dataSource)
  const commitments = {
    commitMissing: async () => undefined,
    originOf: (roundId: string) => committed.originOf(`rounds/${roundId}`, `thi.example.vn/rounds/${roundId}`),
  }
  return new RoundLogs(
    logs,
    new LogTrees(logs),
    commitments as unknown as RoundCommitments,
    { signer: async () => SIGNER } as unknown as Signing,
    { now: () => now },
    { warn: () => undefined } as never,
  )
}

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await createDataSource(database.url, schema).initialize()
})
afterAll(async () => {
  await dataSource?.destroy()
  await database?.drop()
})
beforeEach(async () => {
  people = await addPeople(database.pool, 12)
  now = Date.now()
})

let turn = 0
/** An attempt that runs. */
async function start(roundId: string): Promise<string> {
  return addAttempt(database.pool, { roundId, accountId: (people[turn++ % people.length] as Person).accountId })
}

const CHAIN = `INSERT INTO attempt_chain (attempt_id, links, head, salt) VALUES ($1, 2, $2, $3)
  ON CONFLICT (attempt_id) DO UPDATE SET links = attempt_chain.links + 1, head = excluded.head, salt = excluded.salt`
const CLOSE = `UPDATE attempt SET state = 'submitted', submitted_at = now(), submit_kind = 'by_participant', points = 1, right_count = 1,
  answered_count = 1, receipt_code = 'ABCD-EFGH-JKMN', closed_seq = nextval('attempt_closed_seq') WHERE id = $1`

/** Ends it as a closing does: its row held, then the number taken and the chain ended. */
async function end(
  attemptId: string,
  run: (sql: string, values: unknown[]) => Promise<unknown> = database.pool.query.bind(database.pool),
) {
  const [head, salt] = [randomBytes(32), randomBytes(16)]
  await run(`SELECT 1 FROM attempt WHERE id = $1 FOR UPDATE`, [attemptId])
  await run(CLOSE, [attemptId])
  await run(CHAIN, [attemptId, head, salt])
  return { attemptId, leaf: attemptLeaf(salt, head), data: leafData(salt, head) }
}

const leavesOf = (roundId: string) =>
  dataSource.getRepository(LogLeafEntity).find({ where: { roundId }, order: { leafIndex: 'ASC' } })
const checkpointsOf = (roundId: string) =>
  dataSource.getRepository(LogCheckpointEntity).find({ where: { log: `rounds/${roundId}` }, order: { ordinal: 'ASC' } })

describe('PF-4 the log of a round', () => {
  it('holds ended attempts in the order in which they were closed, without gaps, and signs its root', async () => {
    const roundId = await addRound(database.pool)
    const [a, b, c] = [await start(roundId), await start(roundId), await start(roundId)]
    const ended = [await end(b), await end(a)]
    await aProcess().look()
    const leaves = await leavesOf(roundId)
    expect(leaves.map(({ leafIndex, attemptId }) => [leafIndex, attemptId])).toEqual([
      [0, b],
      [1, a],
    ])
    expect(leaves.map(({ leafHash }) => leafHash)).toEqual(ended.map(({ leaf }) => leaf))
    const [checkpoint] = await checkpointsOf(roundId)
    expect(parseCheckpoint(openNote(checkpoint?.note as string, verifierKey(SIGNER)) as string)).toEqual({
      origin: `thi.example.vn/rounds/${roundId}`,
      size: 2,
      root: rootOf(ended.map(({ data }) => data)),
    })
    expect(leaves.some(({ attemptId }) => attemptId === c)).toBe(false)
  })

  it('never skips a closing whose number is lower and whose commit comes later', async () => {
    const roundId = await addRound(database.pool)
    const [slow, quick] = [await start(roundId), await start(roundId)]
    const client = await database.pool.connect()
    try {
      await client.query('BEGIN')
      const first = await end(slow, (sql, values) => client.query(sql, values))
      const second = await end(quick)
      const looking = aProcess().look()
      await new Promise((resolve) => setTimeout(resolve, 300))
      // Nothing may be taken while the lower number is on its way: the order would be another one.
      expect(await leavesOf(roundId)).toEqual([])
      await client.query('COMMIT')
      await looking
      expect((await leavesOf(roundId)).map(({ leafHash }) => leafHash)).toEqual([first.leaf, second.leaf])
    } finally {
      // Left open after a failure it would hold up every look after it.
      client.release(true)
    }
  })

  it('has each attempt once, however many processes look at the same moment', async () => {
    const roundId = await addRound(database.pool)
    const ended: Buffer[] = []
    for (let i = 0; i < 30; i++) ended.push((await end(await start(roundId))).leaf)
    await Promise.all([aProcess(), aProcess(), aProcess()].map((job) => job.look()))
    now += 11 * MINUTE
    for (let i = 0; i < 5; i++) ended.push((await end(await start(roundId))).leaf)
    await Promise.all([aProcess(), aProcess(), aProcess()].map((job) => job.look()))
    expect((await leavesOf(roundId)).map(({ leafHash }) => leafHash)).toEqual(ended)
    const checkpoints = await checkpointsOf(roundId)
    expect(checkpoints.map(({ ordinal, size }) => [ordinal, size])).toEqual([
      [1, 30],
      [2, 35],
    ])
  })

  it('goes on after a process that died between leaves and checkpoint', async () => {
    const roundId = await addRound(database.pool)
    const { leaf } = await end(await start(roundId))
    const logs = new RoundLogRepository(dataSource)
    logs.insertCheckpoint = () => Promise.reject(new Error('the power is gone'))
    await expect(aProcess(logs).look()).rejects.toThrow('the power is gone')
    expect((await leavesOf(roundId)).map(({ leafHash }) => leafHash)).toEqual([leaf])
    expect(await checkpointsOf(roundId)).toEqual([])
    await aProcess().look()
    expect((await leavesOf(roundId)).length).toBe(1)
    expect((await checkpointsOf(roundId)).map(({ size }) => size)).toEqual([1])
  })

  it('keeps the one leaf of an attempt that is closed anew after credits', async () => {
    const roundId = await addRound(database.pool)
    const first = await end(await start(roundId))
    const job = aProcess()
    await job.look()
    await database.pool.query(CLOSE, [first.attemptId])
    const second = await end(await start(roundId))
    now += 11 * MINUTE
    await job.look()
    expect((await leavesOf(roundId)).map(({ leafHash }) => leafHash)).toEqual([first.leaf, second.leaf])
  })

  it('never changes, but that the attempt of an erased person is forgotten', async () => {
    const roundId = await addRound(database.pool)
    const { attemptId, leaf } = await end(await start(roundId))
    await aProcess().look()
    const { pool } = database
    for (const act of [
      `UPDATE log_leaf SET leaf_hash = sha256('x')`,
      `UPDATE log_leaf SET leaf_index = 7`,
      `UPDATE log_leaf SET attempt_id = gen_random_uuid()`,
      `DELETE FROM log_leaf`,
      `TRUNCATE log_leaf`,
      `UPDATE log_checkpoint SET size = 3`,
      `DELETE FROM log_checkpoint`,
    ])
      await expect(pool.query(act)).rejects.toThrow()
    await pool.query(`UPDATE log_leaf SET attempt_id = NULL WHERE attempt_id = $1`, [attemptId])
    expect((await leavesOf(roundId))[0]).toMatchObject({ attemptId: null, leafHash: leaf })
  })
})

describe('PF-5 checkpoints', () => {
  it('come every ten minutes while there is something new, and each goes on from the one before', async () => {
    const roundId = await addRound(database.pool)
    const job = aProcess()
    const data = [(await end(await start(roundId))).data]
    await job.look()
    data.push((await end(await start(roundId))).data)
    now += 9 * MINUTE
    await job.look()
    expect((await checkpointsOf(roundId)).length).toBe(1)
    now += 2 * MINUTE
    await job.look()
    now += 11 * MINUTE
    await job.look()
    const [first, second, ...more] = await checkpointsOf(roundId)
    expect(more).toEqual([])
    expect([first?.size, second?.size]).toEqual([1, 2])
    expect(second?.root).toEqual(rootOf(data))
    const proof = (await new LogTrees(new RoundLogRepository(dataSource)).of(roundId, 2)).consistencyProof(1, 2)
    expect(isConsistent(first as LogCheckpointEntity, second as LogCheckpointEntity, proof)).toBe(true)
  })

  it('end with the round, once nobody is in progress any more and the grace is over', async () => {
    const roundId = await addRound(database.pool, { closesInS: 3_600 })
    const job = aProcess()
    const running = await start(roundId)
    await end(await start(roundId))
    await job.look()
    now += 61 * MINUTE
    await job.look()
    expect((await checkpointsOf(roundId)).map(({ isFinal }) => isFinal)).toEqual([false])
    await end(running)
    await job.look()
    const checkpoints = await checkpointsOf(roundId)
    expect(checkpoints.map(({ size, isFinal }) => [size, isFinal])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(checkpoints[1]?.note).toContain('\nfinal\n')
    now += 60 * MINUTE
    await job.look()
    expect((await checkpointsOf(roundId)).length).toBe(2)
  })

  it('of a log that is kept back come at fixed moments, so that they tell nothing but the time', async () => {
    const roundId = await addRound(database.pool, { rules: { ...DEFAULT_ROUND_RULES, freezeMinutes: 1 } })
    const job = aProcess()
    await end(await start(roundId))
    await job.look()
    expect(await checkpointsOf(roundId)).toEqual([])
    now += 10 * MINUTE
    await job.look()
    now += 5 * MINUTE
    await end(await start(roundId))
    await job.look()
    now += 5 * MINUTE
    await job.look()
    now += 10 * MINUTE
    await job.look()
    expect((await checkpointsOf(roundId)).map(({ size }) => size)).toEqual([1, 2, 2])
    const empty = await addRound(database.pool, { rules: { ...DEFAULT_ROUND_RULES, freezeMinutes: 1 } })
    await job.look()
    expect((await checkpointsOf(empty)).map(({ size }) => size)).toEqual([0])
  })

  it('are not made of a round in which nobody took part', async () => {
    const roundId = await addRound(database.pool, { opensInS: -3_600, closesInS: -60 })
    await aProcess().look()
    expect(await checkpointsOf(roundId)).toEqual([])
    expect(await new RoundLogRepository(dataSource).hasEnded(`rounds/${roundId}`)).toBe(true)
  })
})
