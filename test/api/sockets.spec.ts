import { setTimeout as sleep } from 'node:timers/promises'
import type { BoardPatch, BoardSnapshotData } from '@thiso/contracts'
import { startApi } from '../support/api-process'
import type { Client } from '../support/client'
import { type Opened, openSocket, type SocketOptions } from '../support/socket'
import { eventually, useStage } from '../support/stage'
import { makeContest, newHolder, type Story, takePart } from '../support/story'

const stage = useStage()
const opened: Opened[] = []
let organizer: Client
let story: Story

beforeAll(async () => {
  organizer = await stage.client('organizer')
  story = await makeContest(organizer, { attemptLimit: 5 })
})
afterEach(() => {
  for (const each of opened.splice(0)) each.close()
})

async function open(options: SocketOptions = {}): Promise<Opened> {
  const one = await openSocket(stage.api.url, options)
  opened.push(one)
  return one
}
const tokenOf = (client: Client) => client.cookies.get('thiso') as string
const patchesOf = ({ heard }: Opened) =>
  heard.filter(({ event }) => event === 'board:patch').map(({ data }) => data as BoardPatch)

describe('the door', () => {
  it.each([[0], [2], ['1'], [undefined], [null]])('WS-1: speaks no other protocol: %p', async (protocol) => {
    // What is undefined would be taken for the default.
    const other = protocol === undefined ? { none: true } : protocol
    await expect(openSocket(stage.api.url, { protocol: other })).rejects.toThrow('PROTOCOL')
  })

  it.each(['https://evil.example', 'http://localhost:1', 'null'])('WS-3: is closed to pages of %s', async (origin) => {
    await expect(openSocket(stage.api.url, { origin })).rejects.toThrow()
  })

  it('is open to our own pages, signed in or not, and to sessions that are none', async () => {
    await open({ origin: stage.api.url })
    await open({ token: tokenOf(await stage.client()) })
    await open({ token: 'A'.repeat(43) })
  })

  it('knows the address that people use when a proxy stands in front', async () => {
    const behind = await startApi({
      DATABASE_URL: stage.database.url,
      PUBLIC_URL: 'https://thi.example.vn',
      TRUST_PROXY: '1',
    })
    try {
      const socket = await openSocket(behind.url, { origin: 'https://thi.example.vn' })
      socket.close()
      await expect(openSocket(behind.url, { origin: 'https://thi.example.vn.evil.example' })).rejects.toThrow()
    } finally {
      await behind.stop()
    }
  })
})

describe('a board', () => {
  it('LB-5: comes as a whole first and then in patches that follow on it, one for everybody who watches', async () => {
    const watchers = await Promise.all([open(), open(), open()])
    const ask = (one: Opened) => one.socket.emitWithAck('board:watch', { roundId: story.roundId })
    const snapshots = (await Promise.all(watchers.map(ask))) as BoardSnapshotData[]
    for (const snapshot of snapshots) expect(snapshot).toEqual(snapshots[0])
    for (let n = 1; n <= 3; n++) {
      await takePart(await stage.client('contestant', `Thí sinh số ${n}`), story, n + 2)
      await sleep(400)
    }
    for (const watcher of watchers) {
      await eventually('the last one is on the board', async () => patchesOf(watcher).at(-1)?.participantCount === 3)
      let version = snapshots[0]?.version
      for (const patch of patchesOf(watcher)) {
        expect(patch.fromVersion).toBe(version)
        expect(patch.version).toBeGreaterThan(patch.fromVersion)
        version = patch.version
      }
    }
    const late = (await ask(await open())) as BoardSnapshotData
    expect(late.rows.map(({ name, points, rank }) => [name, points, rank])).toEqual([
      ['Thí sinh số 3', 5, 1],
      ['Thí sinh số 2', 4, 2],
      ['Thí sinh số 1', 3, 3],
    ])
    const page = await eventually('the page says the same', async () => {
      const board = await stage.guest().get('board', { params: { roundId: story.roundId } })
      return board.version === late.version && board
    })
    expect(page.rows).toEqual(late.rows)
  })

  it('is quiet when nothing moves, and for who has stopped watching', async () => {
    const [stays, leaves] = [await open(), await open()]
    for (const one of [stays, leaves]) await one.socket.emitWithAck('board:watch', { roundId: story.roundId })
    leaves.socket.emit('board:unwatch', { roundId: story.roundId })
    await sleep(2_500)
    expect(patchesOf(stays)).toEqual([])
    await takePart(await stage.client('contestant', 'Thí sinh thêm'), story, 1)
    await eventually('the watcher hears', async () => patchesOf(stays).length > 0)
    await sleep(300)
    expect(patchesOf(leaves)).toEqual([])
  })

  it('of a round that is not there, or not public, is refused', async () => {
    const { socket } = await open()
    const hidden = await makeContest(organizer)
    await organizer.get('publishContest', { params: { contestId: hidden.contestId }, body: { isPublished: false } })
    await sleep(1_100)
    for (const roundId of ['5b1c9f0e-0000-4000-8000-000000000001', hidden.roundId])
      expect(await socket.emitWithAck('board:watch', { roundId })).toEqual({ refused: 'NOT_FOUND' })
  })

  it('shows names as the contest says', async () => {
    for (const [nameDisplay, pattern] of [
      ['masked', /^L\. T\. M\. Hoa$/],
      ['code', /^TS-[0-9A-F]{6}$/],
    ] as const) {
      const masked = await makeContest(organizer, { nameDisplay })
      await takePart(await stage.client('contestant', 'Lê Thị Mai Hoa'), masked, 2)
      const board = await eventually('the board has somebody', async () => {
        const page = await stage.guest().get('board', { params: { roundId: masked.roundId } })
        return page.rows.length > 0 && page
      })
      expect(board.rows[0]?.name).toMatch(pattern)
      expect(JSON.stringify(board)).not.toContain('Lê Thị')
    }
  })
})

describe('WS-2: messages', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'round'],
    ['a wrong id', { roundId: "' OR 1=1" }],
    ['a list', [{}]],
    ['a number', 7],
  ])('with %s are told that they do not fit', async (_, body) => {
    const { socket } = await open()
    expect(await socket.emitWithAck('board:watch', body as never)).toEqual({ refused: 'BAD_REQUEST' })
  })

  it('are counted: whoever talks without end is not heard, others are', async () => {
    const [loud, calm] = [await open(), await open()]
    const ask = (one: Opened) => one.socket.emitWithAck('board:watch', { roundId: story.roundId })
    const replies = await Promise.all(Array.from({ length: 60 }, () => ask(loud)))
    expect(replies.filter((reply) => 'refused' in reply && reply.refused === 'BUSY').length).toBeGreaterThanOrEqual(25)
    expect(await ask(calm)).toMatchObject({ roundId: story.roundId })
  })

  it('that are too long end the connection, not the server', async () => {
    const { socket } = await open()
    const gone = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()))
    socket.emit('board:unwatch', { roundId: 'x'.repeat(20_000) })
    await gone
    expect((await stage.guest().call('serverTime')).status).toBe(200)
  })
})

describe('an attempt', () => {
  it('is watched by its owner only', async () => {
    const [owner, other] = [await stage.client(), await stage.client()]
    const holder = newHolder()
    const paper = await owner.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
    const request = { attemptId: paper.attempt.attemptId, holder }
    const watch = async (options: SocketOptions) => (await open(options)).socket.emitWithAck('attempt:watch', request)
    expect(await watch({})).toEqual({ refused: 'NOT_ALLOWED' })
    expect(await watch({ token: tokenOf(other) })).toEqual({ refused: 'NOT_FOUND' })
    expect(await watch({ token: tokenOf(owner) })).toEqual({ ok: true })
  })

  it('AT-5: tells the tab that lost it, not the one that took it; and all tabs when it has ended', async () => {
    const owner = await stage.client()
    const [first, second] = [newHolder(), newHolder()]
    const paper = await owner.get('startAttempt', { params: { roundId: story.roundId }, body: { holder: first } })
    const params = { attemptId: paper.attempt.attemptId }
    const [one, two, stranger] = [
      await open({ token: tokenOf(owner) }),
      await open({ token: tokenOf(owner) }),
      await open(),
    ]
    await one.socket.emitWithAck('attempt:watch', { ...params, holder: first })
    await two.socket.emitWithAck('attempt:watch', { ...params, holder: second })
    await owner.get('takeOverAttempt', { params, body: { holder: second } })
    await eventually('the first tab hears', async () => one.heard.some(({ event }) => event === 'attempt:taken-over'))
    expect(two.heard).toEqual([])
    await owner.get('submitAttempt', { params, body: { holder: second } })
    for (const tab of [one, two])
      await eventually('both hear the end', async () => tab.heard.some(({ event }) => event === 'attempt:submitted'))
    expect(stranger.heard).toEqual([])
  })

  it('a round that is closed by hand is told to everybody', async () => {
    const short = await makeContest(organizer)
    const listener = await open()
    await organizer.get('closeRound', { params: { roundId: short.roundId } })
    const wanted = { event: 'round:changed', data: { roundId: short.roundId } }
    await eventually('the change is told', async () =>
      listener.heard.some((each) => JSON.stringify(each) === JSON.stringify(wanted)),
    )
  })
})
