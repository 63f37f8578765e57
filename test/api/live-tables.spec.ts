import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiBody, BoardPatch, BoardSnapshotData } from '@thiso/contracts'
import { applyPatch } from '@thiso/contracts/board-patch'
import { DEFAULT_CONTEST_RULES, type ContestTable } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import type { Person } from '../support/people'
import { type Opened, openSocket } from '../support/socket'
import { eventually, useStage } from '../support/stage'
import { makeContest, type Story, takePart } from '../support/story'

const stage = useStage()
type Someone = Client & { person: Person }
const NONE = { minAge: null, maxAge: null, unitKinds: [], unitIds: [] }
let organizer: Client
let watcher: Opened
let story: Story
let seen: BoardSnapshotData
const people = new Map<string, Someone>()

beforeAll(async () => {
  organizer = await stage.client('organizer')
  story = await makeContest(organizer, { attemptLimit: 2 })
  // Named against the alphabet, so that the order of the tables is not that of their names by chance.
  await setTables([
    { ...NONE, code: 'B', name: { vi: 'Bảng B', en: 'Table B' }, unitIds: [stage.units.districts[1] as string] },
    { ...NONE, code: 'A', name: { vi: 'Bảng A', en: 'Table A' }, unitIds: [stage.units.districts[0] as string] },
  ])
  await sleep(1_100)
  watcher = await openSocket(stage.api.url)
  seen = (await watcher.socket.emitWithAck('board:watch', params())) as BoardSnapshotData
})
afterAll(() => watcher?.close())

async function setTables(tables: ContestTable[]) {
  const { contest } = await organizer.get('contest', { params: { contestId: story.contestId } })
  const { id: _, isPublished: __, createdAt: ___, ...body } = contest
  const changed: ApiBody<'updateContest'> = { ...body, rules: { ...DEFAULT_CONTEST_RULES, tables } }
  await organizer.get('updateContest', { params: { contestId: story.contestId }, body: changed })
}

const params = () => ({ roundId: story.roundId })
const patches = () => watcher.heard.filter(({ event }) => event === 'board:patch').map(({ data }) => data as BoardPatch)
const shortly = (rows: BoardSnapshotData['rows']) =>
  rows.map(({ table, rank, name, points }) => [table, rank, name, points].join(' '))
const standingOf = (name: string) => (people.get(name) as Client).get('myStanding', { params: params() })

/** Somebody of the first district (table A) or of the second (B) takes part. */
async function play(name: string, district: 'A' | 'B', rightCount: number) {
  const known = people.get(name)
  const client = known ?? (await stage.client('contestant', name))
  people.set(name, client)
  const commune = stage.units.communes[district === 'A' ? 0 : 2]
  await stage.database.pool.query(`UPDATE account SET unit_id = $2 WHERE id = $1`, [client.person.accountId, commune])
  return takePart(client, story, rightCount)
}
const shows = (wanted: string[]) =>
  eventually(`the board shows ${wanted.join(', ')}`, async () => {
    const board = await stage.guest().get('board', { params: params() })
    return JSON.stringify(shortly(board.rows)) === JSON.stringify(wanted) && board
  })

describe('LB-13: a live board by tables', () => {
  it('says so from the first on, and is empty before anybody has a result', () => {
    expect(seen).toMatchObject({ final: null, participantCount: 0, rows: [], tables: [] })
  })

  it('ranks and counts each table by itself, on the board, on the home page and for oneself', async () => {
    await play('An', 'A', 8)
    await play('Bình', 'A', 6)
    await play('Chi', 'A', 4)
    const { attemptId } = await play('Dung', 'B', 2)
    const board = await shows(['A 1 An 8', 'A 2 Bình 6', 'A 3 Chi 4', 'B 1 Dung 2'])
    expect(board.participantCount).toBe(4)
    expect(board.tables).toEqual([
      { code: 'A', rankedCount: 3 },
      { code: 'B', rankedCount: 1 },
    ])
    // The worst of all is the first, and alone, in the own table.
    const dung = await standingOf('Dung')
    expect(dung.mine).toMatchObject({ rank: 1, isTied: false, table: 'B' })
    expect(shortly(dung.neighbours)).toEqual(['B 1 Dung 2'])
    const own = await (people.get('Dung') as Client).get('attemptResult', { params: { attemptId } })
    expect(own.standing).toMatchObject({ rank: 1, table: 'B' })
    const chi = await standingOf('Chi')
    expect(chi.mine).toMatchObject({ rank: 3, table: 'A' })
    expect(shortly(chi.neighbours)).toEqual(['A 1 An 8', 'A 2 Bình 6', 'A 3 Chi 4'])
    const home = await eventually('the home page', async () => {
      const { board: top } = await stage.guest().get('home')
      return top?.roundId === story.roundId && top.participantCount === 4 && top
    })
    expect(home.tables).toEqual(board.tables)
    expect(shortly(home.rows)).toEqual(shortly(board.rows))
    const { rows: units } = await stage.guest().get('boardByUnit', { params: params() })
    expect(units.map(({ participantCount }) => participantCount)).toEqual([3, 1])
  })

  it('tells with every patch which table each row is of, and patches lead to the board', async () => {
    await eventually('the watcher knows of all before', async () => patches().at(-1)?.participantCount === 4)
    await play('Giang', 'B', 5)
    const board = await shows(['A 1 An 8', 'A 2 Bình 6', 'A 3 Chi 4', 'B 1 Giang 5', 'B 2 Dung 2'])
    const last = await eventually('the watcher hears', async () => {
      const patch = patches().at(-1)
      return patch?.version === board.version && patch
    })
    // What moved is in table B alone.
    expect(shortly(last.changed)).toEqual(['B 1 Giang 5', 'B 2 Dung 2'])
    expect(last.tables).toEqual([
      { code: 'A', rankedCount: 3 },
      { code: 'B', rankedCount: 2 },
    ])
    let shown: BoardSnapshotData | null = seen
    for (const patch of patches()) shown = shown && applyPatch(shown, patch)
    expect(shown).toEqual(board)
  })

  it('has whoever took the counted attempt in another table there, and nowhere else', async () => {
    await play('Chi', 'B', 8)
    const board = await shows(['A 1 An 8', 'A 2 Bình 6', 'B 1 Chi 8', 'B 2 Giang 5', 'B 3 Dung 2'])
    expect(board.participantCount).toBe(5)
    expect((await standingOf('Chi')).mine).toMatchObject({ rank: 1, table: 'B' })
    // An attempt that does not count moves nobody.
    await play('Bình', 'B', 1)
    await sleep(1_500)
    expect((await standingOf('Bình')).mine).toMatchObject({ rank: 2, table: 'A' })
  })

  it('is one board without a word of tables where the contest has none', async () => {
    const plain = await makeContest(organizer)
    await takePart(people.get('Dung') as Client, plain, 3)
    const board = await eventually('somebody is on the board', async () => {
      const shown = await stage.guest().get('board', { params: { roundId: plain.roundId } })
      return shown.rows.length > 0 && shown
    })
    expect(Object.keys(board).sort()).toEqual(['final', 'frozenAt', 'participantCount', 'roundId', 'rows', 'version'])
    expect(board.rows[0]).not.toHaveProperty('table')
  })
})
