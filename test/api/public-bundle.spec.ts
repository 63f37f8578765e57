import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { withoutAttempts } from '../../api/src/modules/proof/domain/bundle'
import { noteLine } from '../../api/src/modules/proof/domain/signed-texts'
import { failuresOf, linesOfKind, tampered } from '../../api/src/verifier/tampering'
import type { Client } from '../support/client'
import type { Person } from '../support/people'
import { at } from '../support/place'
import { eventually, useStage } from '../support/stage'
import { makeContest, newHolder, type Story, takePart } from '../support/story'

const stage = useStage()
type Someone = Client & { person: Person }

/** Round 657413 of the beacon, with the signature that it published. */
const BEACON = {
  round: 657_413,
  signature: 'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
}
const RIGHT = [4, 4, 3, 3, 2, 0]
const WAIT_MS = 90_000

let [first, second] = [] as unknown as [Someone, Someone]
let story: Story
const people: Someone[] = []
const receipts: string[] = []
let lines: string[]
let folder: string

const params = {
  get roundId() {
    return story.roundId
  },
}
const bundle = () => stage.guest().get('roundBundle', { params })
const download = async (who: Client, path: string) => {
  const reply = await who.send('GET', path)
  expect(reply.status).toBe(200)
  return gunzipSync(Buffer.from(await reply.arrayBuffer())).toString('utf8')
}
const ledFile = () => download(first, `/api/admin/rounds/${story.roundId}/bundle/file`)

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'thiso-public-bundle-'))
  ;[first, second] = [await stage.client('organizer', 'Lê Văn Một'), await stage.client('organizer', 'Trần Thị Hai')]
  story = await makeContest(first, {
    itemCount: 12,
    paperCount: 4,
    prizes: [
      { tier: 'first', count: 1, reward: { vi: 'Xe đạp', en: 'A bicycle' } },
      { tier: 'second', count: 2, reward: { vi: 'Giấy khen', en: 'A certificate' } },
    ],
    rules: {
      attempts: { ...DEFAULT_ROUND_RULES.attempts, unseenFirst: true },
      ranking: [{ by: 'right-items' }, { by: 'draw' }],
      paperTolerance: 1,
    },
  })
  await eventually('the draw’s commitment', async () => (await stage.guest().get('draw', { params })).commitment)
  for (const right of RIGHT) {
    const person = await stage.client('contestant', `Thí Sinh ${right}`)
    receipts.push((await takePart(person, story, right)).receipt.receiptCode)
    people.push(person)
  }
  await stage.database.pool.query(`UPDATE account SET birth_date = '2000-05-01' WHERE role = 'contestant'`)
  await takePart(people[0] as Someone, story, 1)
  // Somebody who never hands in.
  const absent = await stage.client('contestant', 'Bỏ Dở')
  await absent.get('startAttempt', { params, body: { holder: newHolder() } })
  await first.get('closeRound', { params })
  await eventually('results', async () => (await first.call('closeResults', { params })).status === 200, WAIT_MS)
  await drawAmongEquals()
  const versions = (await first.get('results', { params })).versions
  await first.get('publishResults', { params, body: { versionId: versions[0]?.id as string } })
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true }))

async function drawAmongEquals() {
  const scope = { scopeId: story.roundId }
  const { serverTime } = await first.get('serverTime')
  const due = new Date(Date.parse(serverTime) + 120_000).toISOString()
  await first.get('nameDraw', { params: scope, body: { kind: 'beacon', at: due } })
  // Nobody can wait for a round whose signature the spec knows: the named one is put back, and the naming before it, by the owner.
  const client = await stage.database.pool.connect()
  await client.query(`SET session_replication_role = replica`)
  await client.query(`UPDATE result_draw SET source = $2, named_at = '2023-03-23T00:00:00Z' WHERE scope_id = $1`, [
    story.roundId,
    JSON.stringify({ kind: 'beacon', round: BEACON.round, dueAt: '2023-03-24T00:00:00.000Z' }),
  ])
  await client.query(`SET session_replication_role = DEFAULT`)
  client.release()
  await first.get('enterDraw', { params: scope, body: { entry: BEACON.signature } })
  await second.get('confirmDraw', { params: scope, body: { entry: BEACON.signature } })
}

describe('VB-3: bundles are made and signed by themselves', () => {
  it('minutes after results are published there is a bundle with its note', async () => {
    const { notes, releasedAt } = await eventually(
      'the first bundle',
      async () => {
        const found = await bundle()
        return found.file && found
      },
      WAIT_MS,
    )
    expect([notes.length >= 1, notes[0]?.edition, releasedAt]).toEqual([true, 1, null])
    lines = (await ledFile()).trimEnd().split('\n')
    expect(failuresOf(lines)).toEqual([])
  }, 120_000)

  it('a ruling and published prizes make further editions, each of which names the one before', async () => {
    const ruling = await first.get('proposeRuling', {
      params,
      body: { ruling: { kind: 'exclude', accountId: people[4]?.person.accountId as string }, reason: 'Thi hộ' },
    })
    await second.get('decideRuling', { params: { rulingId: ruling.id }, body: { decision: 'approve', reason: '' } })
    const list = { contestId: story.contestId, list: story.roundId }
    const revision = async () => (await first.get('winnerList', { params: list })).revision
    await first.get('proposeWinners', { params: list, body: { revision: await revision() } })
    for (const { id } of (await first.get('winnerList', { params: list })).lines.flatMap(({ winners }) => winners))
      await first.get('checkIdentity', { params: { winnerId: id }, body: { seen: ['id-card'], lastDigits: '123' } })
    await first.get('signWinners', { params: list, body: { revision: await revision() } })
    await second.get('signWinners', { params: list, body: { revision: await revision() } })
    await first.get('publishWinners', { params: list, body: { revision: await revision() } })
    await eventually(
      'the bundle with prizes',
      async () => {
        lines = (await ledFile()).trimEnd().split('\n')
        return linesOfKind(lines, 'prize').length > 0 && linesOfKind(lines, 'ruling').length > 0
      },
      WAIT_MS,
    )
    const { notes, file } = await bundle()
    expect(notes.map(({ edition }) => edition)).toEqual(notes.map((_, index) => index + 1))
    expect(notes.length).toBeGreaterThan(1)
    expect(file?.edition).toBe(notes.length)
    expect(linesOfKind(lines, 'note').filter(({ of }) => of === 'results')).toHaveLength(notes.length)
  }, 120_000)

  it('notes cannot be changed, removed or emptied, even by the database’s ordinary role', async () => {
    for (const statement of [`UPDATE results_note SET note = 'x'`, `DELETE FROM results_note`, `TRUNCATE results_note`])
      await expect(stage.database.pool.query(statement)).rejects.toThrow('append-only')
  })
})

describe('VB-4, VB-5, VB-8: the verifier on the bundle of a real round', () => {
  it('holds: papers after earlier ones, ties and their draw, a person left out, prizes', () => {
    const file = path.join(folder, 'bundle.jsonl')
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
    const checkpoint = linesOfKind(lines, 'note').find(({ of }) => of === 'checkpoint')
    expect(checkpoint).toBeDefined()
    const kept = path.join(folder, 'checkpoint.txt')
    writeFileSync(kept, noteLine(checkpoint?.note as string))
    const [key] = linesOfKind(lines, 'header')[0]?.keys ?? []
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [at('api/dist/verify.js'), ...words], { encoding: 'utf8' })
    const { status, stdout } = run(file, '--checkpoint', kept, '--key', key as string, '--lang', 'en')
    expect(stdout).not.toContain('✗')
    expect(status).toBe(0)
    expect(stdout).toContain('8 attempts: chains of events')
    expect(stdout).toContain('7 people: points')
    expect(stdout).toContain('Draw: commitment, list of 7 lines')
    expect(stdout).toContain('3 prizes went where the order says')
    expect(stdout).toContain('The checkpoint that you kept')
    expect(run(file).stdout).toContain('MỌI THỨ ĐỀU KHỚP')
    writeFileSync(file, `${tampered(lines, 'person', 0, (line) => ({ ...line, rank: 2 })).join('\n')}\n`)
    expect(run(file).status).toBe(1)
    writeFileSync(file, 'hello\n')
    const unreadable = run(file)
    expect([unreadable.status, unreadable.stderr]).toEqual([2, expect.stringContaining('line 1 is not JSON')])
  })

  it('VB-2: names nobody', async () => {
    const text = lines.join('\n')
    const { rows } = await stage.database.pool.query<{ id: string; login: string; full_name: string; unit_id: string }>(
      `SELECT id, login, full_name, unit_id FROM account`,
    )
    for (const { id, login, full_name, unit_id } of rows)
      for (const told of [id, login, full_name, unit_id]) if (told !== null) expect(text).not.toContain(told)
    for (const told of [...receipts, 'Thi hộ', '2000-05-01']) expect(text).not.toContain(told)
  })
})

describe('VB-9: tampering with the bundle of a real round is caught and named', () => {
  const codes = (forged: readonly string[]) => failuresOf(forged).map(({ code }) => code)
  const said = (forged: readonly string[], code: string) => failuresOf(forged).find((one) => one.code === code)?.said

  it('one answer flipped', () => {
    const { id } = linesOfKind(lines, 'attempt')[2] as { id: string }
    const forged = tampered(lines, 'attempt', 2, (line) => {
      const records = structuredClone(line.records)
      const answer = records.find(([what]) => what === 'answer') as ['answer', number, number, number[], number]
      answer[3] = [((answer[3][0] as number) + 1) % 4]
      return { ...line, records }
    })
    expect(said(forged, 'CHAIN_BROKEN')).toContain(id)
  })

  it('one row deleted', () => {
    expect(
      said(
        tampered(lines, 'attempt', 1, () => null),
        'ATTEMPT_MISSING',
      ),
    ).toContain('leaf 1')
  })

  it('two ranks swapped', () => {
    const [one, other] = [0, 2].map((n) => linesOfKind(lines, 'person')[n]) as unknown as [
      { rank: number },
      { rank: number },
    ]
    expect(one.rank).not.toBe(other.rank)
    const half = tampered(lines, 'person', 0, (line) => ({ ...line, rank: other.rank }))
    const forged = tampered(half, 'person', 2, (line) => ({ ...line, rank: one.rank }))
    expect(codes(forged).filter((code) => code === 'RANK_WRONG')).toHaveLength(2)
  })

  it('the key edited after closing', () => {
    const { leaf } = linesOfKind(lines, 'item')[0] as { leaf: { item: string; key: unknown } }
    const forged = tampered(lines, 'item', 0, (line) => ({
      ...line,
      leaf: { ...line.leaf, key: { type: 'single-choice', option: ((leaf.key as { option: number }).option + 1) % 4 } },
    }))
    expect(said(forged, 'ITEM_CHANGED')).toContain(leaf.item)
    expect(codes(forged)).toContain('POOL_ROOT_WRONG')
  })

  it('a case ruling removed', () => {
    const { person } = linesOfKind(lines, 'ruling')[0] as { person: string }
    expect(
      said(
        tampered(lines, 'ruling', 0, () => null),
        'EXCLUDED_WITHOUT_RULING',
      ),
    ).toContain(person)
  })

  it('a checkpoint replaced, a note removed', () => {
    const notes = linesOfKind(lines, 'note')
    const checkpoint = notes.findIndex(({ of }) => of === 'checkpoint')
    const forged = tampered(lines, 'note', checkpoint, (line) => ({ ...line, note: notes[0]?.note as string }))
    expect(codes(forged)).toEqual(expect.arrayContaining(['NOTE_UNREADABLE', 'CHECKPOINTS_CHANGED']))
    const removed = tampered(
      lines,
      'note',
      notes.findIndex(({ of }) => of === 'results'),
      () => null,
    )
    expect(said(removed, 'NOTE_MISSING')).toContain('edition 1')
  })

  it('a prize moved', () => {
    const passed = linesOfKind(lines, 'person').at(-1)?.code as string
    const forged = tampered(lines, 'prize', 0, (line) => ({ ...line, winners: [passed] }))
    expect(said(forged, 'PRIZE_WRONG')).toContain(`given to ${passed}`)
  })

  it('the secret changed', () => {
    const forged = tampered(lines, 'round', 0, (line) => ({ ...line, secret: '00'.repeat(32) }))
    expect(codes(forged)).toContain('SECRET_WRONG')
  })

  it('VB-7: an attempt taken out of the file for its person leaves it whole', () => {
    const [one] = linesOfKind(lines, 'attempt')
    expect(failuresOf(withoutAttempts(lines, new Set([one?.id as string])))).toEqual([])
  })
})

describe('VB-10: organizers release the file', () => {
  const path = () => `/api/rounds/${story.roundId}/bundle/file`

  it('before that only they have it', async () => {
    for (const who of [stage.guest(), people[0] as Someone]) {
      expect(await who.refusal('roundBundleFile', { params })).toBe('BUNDLE.NOT_RELEASED')
    }
    expect(await (people[0] as Someone).refusal('releaseBundle', { params })).toBe('AUTH.NOT_ALLOWED')
    expect(await (people[0] as Someone).refusal('adminBundleFile', { params })).toBe('AUTH.NOT_ALLOWED')
  })

  it('then anybody has it, and the audit log says who released it', async () => {
    await first.get('releaseBundle', { params })
    expect((await second.get('releaseBundle', { params })).releasedAt).not.toBeNull()
    const text = await download(stage.guest(), path())
    expect(failuresOf(text.trimEnd().split('\n'))).toEqual([])
    const { rows } = await first.get('auditEntries', { query: { q: 'bundle.released' } })
    expect(rows.map(({ act }) => act)).toEqual(['bundle.released'])
  })

  it('VB-7: whoever is erased is gone from the next edition, and everything still verifies', async () => {
    const [one] = linesOfKind(lines, 'attempt')
    // As erasing does it: the log forgets whose its leaf is.
    await stage.database.pool.query(`UPDATE log_leaf SET attempt_id = NULL WHERE attempt_id = $1`, [one?.id])
    const { notes } = await bundle()
    const next = await eventually(
      'the next edition',
      async () => (await bundle()).notes.length > notes.length && (await ledFile()).trimEnd().split('\n'),
      WAIT_MS,
    )
    expect(failuresOf(next)).toEqual([])
    expect(linesOfKind(next, 'attempt').map(({ id }) => id)).not.toContain(one?.id)
    expect(next.join('\n')).not.toContain(one?.salt)
    expect(linesOfKind(next, 'erased')).toMatchObject([{ index: one?.index, leaf: one?.leaf }])
    // Whoever kept the earlier file still has its notes in this one.
    expect(linesOfKind(next, 'note').map(({ note }) => note)).toEqual(
      expect.arrayContaining(linesOfKind(lines, 'note').map(({ note }) => note)),
    )
  }, 120_000)

  it('a round that is not over has none', async () => {
    const running = await makeContest(first)
    expect(await first.refusal('adminBundleFile', { params: { roundId: running.roundId } })).toBe('BUNDLE.LATER')
    expect(await first.refusal('releaseBundle', { params: { roundId: running.roundId } })).toBe('BUNDLE.LATER')
    const found = await stage.guest().get('roundBundle', { params: { roundId: running.roundId } })
    expect(found).toEqual({ notes: [], releasedAt: null, file: null })
  })
})
