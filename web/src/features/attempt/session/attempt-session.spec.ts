/// <reference types="jest" />
import type { Problem } from '@thiso/contracts'
import { ApiError, NetworkError } from '@thiso/kit/api/client'
import type { Change } from '../outbox/core'
import { openKeptStore } from '../outbox/kept-store'
import { createAttemptSession } from './attempt-session'
import type { AttemptCalls, PaperData } from './calls'
import { createKeeper } from './keeper'

const START = Date.parse('2026-10-10T01:00:00Z')
const LIMIT_MS = 10 * 60_000
const iso = (ms: number) => new Date(ms).toISOString()
const refusal = (code: Problem['code'], status = 409) =>
  new ApiError({ type: '', title: '', code, status, messages: { vi: '', en: '' } })

/** One attempt as the API keeps it, and the network in front of it. */
class Server {
  network: 'up' | 'down' | 'answers lost' = 'up'
  holder = 'here'
  isSubmitted = false
  isSignedIn = true
  deadline = START + LIMIT_MS
  events = new Map<number, { position: number; answer: string | null }>()
  submissions = 0
  /** Of a one-way paper: the open place. */
  openPosition: number | null = null
  openUntil = START + LIMIT_MS
  pausedAt: number | null = null
  isAllRequired = false

  now() {
    return Date.now()
  }

  private async pass<T>(work: () => T): Promise<T> {
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (this.network === 'down') throw new NetworkError('offline')
    if (!this.isSignedIn) throw refusal('AUTH.SIGN_IN_NEEDED', 401)
    const answer = work()
    if (this.network === 'answers lost') throw new NetworkError('timeout')
    return answer
  }

  private demandOpen(holder: string) {
    if (this.isSubmitted) throw refusal('ATTEMPT.ALREADY_SUBMITTED')
    if (holder !== this.holder) throw refusal('ATTEMPT.HELD_ELSEWHERE')
  }

  private lastSeq() {
    return Math.max(0, ...this.events.keys())
  }

  response(position: number): string | null {
    const seqs = [...this.events].filter(([, event]) => event.position === position).map(([seq]) => seq)
    return seqs.length > 0 ? this.events.get(Math.max(...seqs))!.answer : null
  }

  private paperOf(holder: string): PaperData {
    const all = [1, 2, 3, 4]
    const positions = this.openPosition === null ? all : all.filter((position) => position === this.openPosition)
    return {
      ...paperRules(this.isAllRequired),
      attempt: this.statusOf(holder),
      roundName: { vi: 'Tuần 1', en: 'Week 1' },
      attemptNo: 1,
      items: positions.map((position) => ({
        position,
        topic: 'concepts' as const,
        type: position === 4 ? ('short-text' as const) : ('single-choice' as const),
        stem: { vi: `${position}?`, en: '' },
        options: (position === 4 ? [] : ['a', 'b', 'c', 'd']).map((token) => ({ token, text: { vi: token, en: '' } })),
        choices: [],
        unit: '',
      })),
      responses: all
        .filter((position) => [...this.events.values()].some((event) => event.position === position))
        .map((position) => ({ position, answer: this.response(position), savedAt: iso(this.now()) })),
    }
  }

  private statusOf(holder: string) {
    return {
      attemptId: 'x',
      roundId: 'r',
      state: this.isSubmitted ? ('submitted' as const) : ('in_progress' as const),
      isHeldHere: this.holder === holder,
      startedAt: iso(START),
      deadlineAt: iso(this.deadline),
      pausedAt: this.pausedAt === null ? null : iso(this.pausedAt),
      creditMs: 0,
      open: this.openPosition === null ? null : { position: this.openPosition, until: iso(this.openUntil) },
      lastSeq: this.lastSeq(),
      serverTime: iso(this.now()),
    }
  }

  private write(batch: readonly Change[]) {
    if (this.now() > this.deadline + 2_000 && this.pausedAt === null) throw refusal('ATTEMPT.DEADLINE_PASSED')
    if (this.openPosition !== null && batch.some(({ position }) => position !== this.openPosition))
      throw refusal('ATTEMPT.PLACE_NOT_OPEN')
    for (const { seq, position, answer } of batch) {
      const known = this.events.get(seq)
      if (known && (known.position !== position || known.answer !== answer)) throw refusal('ATTEMPT.SEQUENCE_REUSED')
    }
    for (const { seq, position, answer } of batch) this.events.set(seq, { position, answer })
  }

  callsOf(holder: string): AttemptCalls {
    return {
      paper: () =>
        this.pass(() => {
          this.demandOpen(holder)
          return this.paperOf(holder)
        }),
      takeOver: () =>
        this.pass(() => {
          this.holder = holder
          return this.paperOf(holder)
        }),
      status: () => this.pass(() => this.statusOf(holder)),
      save: (batch) =>
        this.pass(() => {
          this.demandOpen(holder)
          this.write(batch)
          return { savedSeqs: batch.map((change) => change.seq), serverTime: iso(this.now()) }
        }),
      saveInPassing() {},
      open: (position, outstanding) =>
        this.pass(() => {
          this.demandOpen(holder)
          if (position === (this.openPosition ?? 0) + 1) {
            if (this.now() <= this.openUntil) this.write(outstanding)
            this.openPosition = position
            this.openUntil = this.now() + 30_000
          } else if (position !== this.openPosition) throw refusal('ATTEMPT.PLACE_NOT_OPEN')
          return this.paperOf(holder)
        }),
      submit: (outstanding) =>
        this.pass(() => {
          if (!this.isSubmitted) {
            this.demandOpen(holder)
            if (this.now() <= this.deadline + 2_000) this.write(outstanding)
            if (this.isAllRequired && this.now() < this.deadline && this.response(2) === null)
              throw refusal('ATTEMPT.INCOMPLETE')
            this.isSubmitted = true
            this.submissions += 1
          }
          return {
            attemptId: 'x',
            submittedAt: iso(this.now()),
            submitKind: 'by_participant' as const,
            receiptCode: 'CODE',
            answeredCount: 0,
            itemCount: 4,
          }
        }),
    }
  }
}

const paperRules = (allRequired: boolean) => ({
  itemCount: 4,
  rules: {
    movement: 'free' as const,
    itemClockS: null,
    allRequired,
    scoring: { wrongPenalty: 0, blankPenalty: 0, speedBonus: 0 },
    prediction: null,
    protection: { watermark: false, copyGuard: false, fullScreen: false, safeBrowser: false },
  },
  itemClockS: null,
  extraPercent: 0,
  heldPrediction: null,
})

const diskOf = (kept: Map<string, string>) =>
  ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }) as Storage

/** A tab: its session, on a device whose disk outlives it. */
function tab(server: Server, disk: Map<string, string>, holder = 'here', skewMs = 0) {
  const ended = jest.fn()
  const session = createAttemptSession({
    calls: server.callsOf(holder),
    keeper: createKeeper(openKeptStore(undefined, diskOf(disk)), 'x'),
    now: () => Date.now() + skewMs,
    skewMs: () => 0,
    assumeSkew() {},
    random: () => 0.5,
    announce() {},
    onHeld() {},
    onEnd: ended,
  })
  return { session, ended, phase: () => session.get().phase, unsent: () => session.get().outbox?.unsaved.length ?? 0 }
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)

async function working(server = new Server(), disk = new Map<string, string>()) {
  const opened = tab(server, disk)
  void opened.session.open()
  await pass(100)
  expect(opened.phase().name).toBe('working')
  return { ...opened, server, disk }
}

beforeEach(() => {
  jest.useFakeTimers({ now: START })
})
afterEach(() => {
  jest.clearAllTimers()
  jest.useRealTimers()
})

describe('answering', () => {
  it('saves each choice and hands the paper in', async () => {
    const { session, server, phase, unsent, ended, disk } = await working()
    session.choose(1, 'a')
    expect(unsent()).toBe(1)
    await pass(60)
    expect(unsent()).toBe(0)
    expect(server.response(1)).toBe('a')
    void session.submit()
    await pass(200)
    expect(phase()).toEqual({ name: 'done', uncounted: [] })
    expect(ended).toHaveBeenCalledTimes(1)
    expect(disk.size).toBe(0)
  })

  it('saves what was typed as it was typed', async () => {
    const { session, server, unsent } = await working()
    session.choose(4, 'Đà Nẵng = 1 phố')
    await pass(60)
    expect(unsent()).toBe(0)
    expect(server.response(4)).toBe('Đà Nẵng = 1 phố')
  })

  it('keeps choices without network and sends the newest of each item afterwards', async () => {
    const { session, server, unsent } = await working()
    server.network = 'down'
    session.choose(1, 'a')
    await pass(2_000)
    session.choose(1, 'b')
    session.choose(2, 'c')
    await pass(120_000)
    expect(session.get().network).toBe('lost')
    expect(unsent()).toBe(2)
    server.network = 'up'
    session.wake()
    await pass(100)
    expect(unsent()).toBe(0)
    expect([server.response(1), server.response(2)]).toEqual(['b', 'c'])
  })

  it('sends the same numbers again when only the answer was lost', async () => {
    const { session, server, unsent } = await working()
    server.network = 'answers lost'
    session.choose(1, 'a')
    await pass(3_000)
    expect(unsent()).toBe(1)
    server.network = 'up'
    await pass(9_000)
    expect(unsent()).toBe(0)
    expect([...server.events.keys()]).toEqual([1])
  })
})

describe('coming back', () => {
  it('a reload without network shows the kept paper, and what was chosen offline is sent', async () => {
    const { session, server, disk } = await working()
    session.choose(1, 'a')
    await pass(100)
    server.network = 'down'
    session.choose(2, 'b')
    await pass(100)

    const again = tab(server, disk)
    void again.session.open()
    await pass(100)
    expect(again.phase().name).toBe('working')
    expect(again.session.get().outbox?.saved[1]?.answer).toBe('a')
    expect(again.unsent()).toBe(1)
    server.network = 'up'
    void again.session.check()
    await pass(200)
    expect(again.unsent()).toBe(0)
    expect([server.response(1), server.response(2)]).toEqual(['a', 'b'])
  })

  it('sends what an earlier version of the page had kept', async () => {
    const { session, server, disk } = await working()
    server.network = 'down'
    session.choose(1, 'a')
    await pass(100)
    // As the page wrote it when every item had one right option.
    for (const [key, value] of disk) disk.set(key, value.replaceAll('"answer":', '"option":'))
    expect([...disk.values()].join()).toContain('"option":"a"')

    const again = tab(server, disk)
    server.network = 'up'
    void again.session.open()
    await pass(300)
    expect(again.phase().name).toBe('working')
    expect(again.unsent()).toBe(0)
    expect(server.response(1)).toBe('a')
  })

  it('without network and without a kept paper it says so, and opens once the network is there', async () => {
    const server = new Server()
    server.network = 'down'
    const { session, phase } = tab(server, new Map())
    void session.open()
    await pass(100)
    expect(phase().name).toBe('broken')
    server.network = 'up'
    void session.open()
    await pass(100)
    expect(phase().name).toBe('working')
  })

  it('a paper that ended meanwhile names what was not counted', async () => {
    const { session, server, disk } = await working()
    server.network = 'down'
    session.choose(3, 'b')
    await pass(100)
    server.network = 'up'
    server.isSubmitted = true
    const again = tab(server, disk)
    void again.session.open()
    await pass(300)
    expect(again.phase()).toEqual({ name: 'done', uncounted: [3] })
  })
})

describe('two places', () => {
  it('is blocked when another device writes, and goes on here without losing a choice', async () => {
    const { session, server, phase, unsent } = await working()
    server.network = 'down'
    session.choose(1, 'a')
    await pass(100)
    server.network = 'up'
    server.holder = 'elsewhere'
    server.events.set(1, { position: 2, answer: 'd' })
    session.wake()
    await pass(100)
    expect(phase().name).toBe('held')
    expect(unsent()).toBe(1)
    session.choose(3, 'c')
    expect(unsent()).toBe(1)

    void session.takeOver()
    await pass(200)
    expect(phase().name).toBe('working')
    expect([server.response(1), server.response(2)]).toEqual(['a', 'd'])
    expect(server.events.get(2)).toEqual({ position: 1, answer: 'a' })
  })

  it('stops at once when told, and believes the server if it was a false alarm', async () => {
    const { session, phase } = await working()
    session.hear('taken-over')
    expect(phase().name).toBe('held')
    await pass(200)
    expect(phase().name).toBe('working')
  })

  it('opens blocked when it never held the attempt', async () => {
    const server = new Server()
    server.holder = 'elsewhere'
    const { session, phase } = tab(server, new Map())
    void session.open()
    await pass(100)
    expect(phase().name).toBe('held')
    void session.takeOver()
    await pass(100)
    expect(phase().name).toBe('working')
  })
})

describe('refusals', () => {
  it('keeps everything while signed out and sends it after signing in', async () => {
    const { session, server, phase, unsent } = await working()
    server.isSignedIn = false
    session.choose(1, 'a')
    await pass(100)
    expect(phase().name).toBe('signed-out')
    expect(unsent()).toBe(1)
    server.isSignedIn = true
    void session.check()
    await pass(300)
    expect(phase().name).toBe('working')
    expect(server.response(1)).toBe('a')
  })

  it('renumbers when a number was used for something else', async () => {
    const { session, server, unsent, phase } = await working()
    server.events.set(1, { position: 3, answer: 'd' })
    session.choose(1, 'a')
    await pass(400)
    expect(phase().name).toBe('working')
    expect(unsent()).toBe(0)
    expect([server.response(1), server.response(3)]).toEqual(['a', 'd'])
  })
})

describe('the end', () => {
  it('submits by itself at the deadline, once, with what was left', async () => {
    const { session, server, phase } = await working()
    await pass(LIMIT_MS - 400)
    server.network = 'answers lost'
    session.choose(2, 'b')
    await pass(600)
    expect(phase().name).toBe('submitting')
    server.network = 'up'
    await pass(5_000)
    expect(phase()).toEqual({ name: 'done', uncounted: [] })
    expect(server.submissions).toBe(1)
    expect(server.response(2)).toBe('b')
  })

  it('does not hand in early when its own clock is fast', async () => {
    const server = new Server()
    const { session, phase } = tab(server, new Map(), 'here', LIMIT_MS + 1_000)
    void session.open()
    await pass(100)
    expect(phase().name).toBe('submitting')
    server.deadline = START + 3 * LIMIT_MS
    await pass(2_000)
    expect(phase().name).toBe('working')
    expect(server.submissions).toBe(0)
  })

  it('names what did not arrive in time', async () => {
    const { session, server, phase } = await working()
    await pass(LIMIT_MS - 1_000)
    server.network = 'down'
    session.choose(1, 'a')
    session.choose(3, 'a')
    await pass(30_000)
    expect(phase()).toMatchObject({ name: 'submitting', isTimeUp: true, isWaiting: true })
    server.network = 'up'
    session.wake()
    await pass(2_000)
    expect(phase()).toEqual({ name: 'done', uncounted: [1, 3] })
  })

  it('repeats a submission whose answer was lost, and counts what it carried', async () => {
    const { session, server, phase } = await working()
    server.network = 'down'
    session.choose(1, 'a')
    await pass(100)
    server.network = 'answers lost'
    void session.submit()
    await pass(300)
    expect(phase()).toMatchObject({ name: 'submitting', isWaiting: true })
    server.network = 'up'
    await pass(9_000)
    expect(phase()).toEqual({ name: 'done', uncounted: [] })
    expect(server.submissions).toBe(1)
    expect(server.response(1)).toBe('a')
  })

  it('hears from the server that it is over', async () => {
    const { session, server, phase } = await working()
    server.isSubmitted = true
    session.hear('submitted')
    await pass(200)
    expect(phase().name).toBe('done')
  })
})

describe('AT-12 a one-way paper', () => {
  const oneWay = () => Object.assign(new Server(), { openPosition: 1, openUntil: START + 30_000 })

  it('takes the last answer along when it moves on, and cannot go back', async () => {
    const { session, server } = await working(oneWay())
    session.choose(1, 'a')
    void session.next()
    await pass(200)
    expect(server.openPosition).toBe(2)
    expect(server.response(1)).toBe('a')
    expect(session.get()).toMatchObject({
      isOpening: false,
      missed: null,
      paper: { attempt: { open: { position: 2 } } },
    })
    session.choose(1, 'b')
    session.choose(2, 'c')
    await pass(200)
    expect(server.response(1)).toBe('a')
    expect(server.response(2)).toBe('c')
  })

  it('moves on once, however often it is asked to and however bad the network is', async () => {
    const { session, server } = await working(oneWay())
    server.network = 'answers lost'
    void session.next()
    void session.next()
    await pass(1_500)
    expect(session.get().isOpening).toBe(true)
    server.network = 'up'
    session.wake()
    await pass(3_000)
    expect(server.openPosition).toBe(2)
    expect(session.get()).toMatchObject({ isOpening: false, paper: { attempt: { open: { position: 2 } } } })
  })

  it('says so when an answer came after the clock of its place', async () => {
    const { session, server } = await working(oneWay())
    server.network = 'down'
    session.choose(1, 'a')
    await pass(31_000)
    server.network = 'up'
    void session.next()
    await pass(10_000)
    expect(server.response(1)).toBeNull()
    expect(session.get()).toMatchObject({ missed: 1, paper: { attempt: { open: { position: 2 } } } })
    expect(session.get().outbox?.unsaved).toEqual([])
  })

  it('follows another page of the same tab’s holder that is further on', async () => {
    const { session, server } = await working(oneWay())
    server.openPosition = 3
    void session.check()
    await pass(200)
    expect(session.get().paper?.attempt.open?.position).toBe(3)
  })
})

describe('AT-13 and CL-1', () => {
  it('a paper that must be whole comes back with the reason, and is handed in when it is', async () => {
    const { session, server, phase } = await working(Object.assign(new Server(), { isAllRequired: true }))
    session.choose(1, 'a')
    void session.submit()
    await pass(200)
    expect(phase().name).toBe('working')
    expect(session.get().submitError).not.toBeNull()
    session.choose(2, 'b')
    expect(session.get().submitError).toBeNull()
    void session.submit()
    await pass(200)
    expect(server.isSubmitted).toBe(true)
    expect(phase().name).toBe('done')
  })

  it('a pause keeps the paper open past its deadline, and what is chosen is saved', async () => {
    const { session, server, phase } = await working()
    server.pausedAt = server.now()
    void session.check()
    await pass(LIMIT_MS + 60_000)
    expect(phase().name).toBe('working')
    session.choose(1, 'a')
    await pass(200)
    expect(server.response(1)).toBe('a')
    server.deadline = server.now() + LIMIT_MS
    server.pausedAt = null
    void session.check()
    await pass(200)
    expect(session.get().paper?.attempt).toMatchObject({ pausedAt: null, deadlineAt: iso(server.deadline) })
  })
})
