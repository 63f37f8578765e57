/// <reference types="jest" />
import fc from 'fast-check'
import {
  BATCH_SIZE,
  type Change,
  type OutboxState,
  type PaperFacts,
  choose,
  departed,
  fell,
  halted,
  landed,
  opened,
  plan,
  realigned,
  recordOf,
  shownAnswer,
  woken,
} from './core'
import { delayAfter } from './delay'

const TOKENS = ['a', 'b', 'c', 'd']
const tokens = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [index + 1, TOKENS]))
const emptyPaper: PaperFacts = { lastSeq: 0, responses: [], tokens }
const fresh = () => opened(null, emptyPaper, true)
const pick = (state: OutboxState, position: number, answer: string | null, at = 1_000) =>
  choose(state, { position, answer, chosenAt: at, clientAtMs: at })
const batchOf = (state: OutboxState, now = 0): readonly Change[] => {
  const next = plan(state, now)
  if (next.kind !== 'send') throw new Error(`expected something to send, the plan is ${next.kind}`)
  return next.batch
}

describe('choosing', () => {
  it('gives each change the next number and shows it at once', () => {
    const state = pick(pick(fresh(), 1, 'a'), 2, 'b')
    expect(state.unsaved.map(({ seq, position, answer }) => [seq, position, answer])).toEqual([
      [1, 1, 'a'],
      [2, 2, 'b'],
    ])
    expect(shownAnswer(state, 2)).toBe('b')
    expect(shownAnswer(state, 3)).toBeUndefined()
  })

  it('keeps only the newest change of an item, under a new number', () => {
    const state = pick(pick(pick(fresh(), 1, 'a'), 2, 'b'), 1, 'c')
    expect(state.unsaved.map(({ seq, position, answer }) => [seq, position, answer])).toEqual([
      [2, 2, 'b'],
      [3, 1, 'c'],
    ])
  })

  it('makes nothing of choosing what is already chosen', () => {
    const state = pick(fresh(), 1, 'a')
    expect(pick(state, 1, 'a')).toBe(state)
    expect(pick(state, 2, null)).toBe(state)
  })

  it('can leave an item blank again', () => {
    const state = pick(pick(fresh(), 1, 'a'), 1, null)
    expect(shownAnswer(state, 1)).toBeNull()
    expect(batchOf(state)).toMatchObject([{ seq: 2, position: 1, answer: null }])
  })

  it('goes on above the numbers of the paper and of this device', () => {
    const paper = { ...emptyPaper, lastSeq: 7 }
    expect(pick(opened(null, paper, true), 1, 'a').unsaved[0]?.seq).toBe(8)
    expect(pick(opened({ nextSeq: 12, unsaved: [], saved: {} }, paper, true), 1, 'a').unsaved[0]?.seq).toBe(12)
  })
})

describe('sending', () => {
  it('sends at most one batch at a time, oldest first', () => {
    let state = fresh()
    for (let position = 1; position <= BATCH_SIZE + 3; position += 1) state = pick(state, position, 'a')
    const batch = batchOf(state)
    expect(batch.map((change) => change.seq)).toEqual(Array.from({ length: BATCH_SIZE }, (_, index) => index + 1))
    expect(plan(departed(state, batch), 0).kind).toBe('rest')
  })

  it('forgets what the server has committed and keeps what was chosen meanwhile', () => {
    let state = pick(fresh(), 1, 'a')
    state = departed(state, batchOf(state))
    state = pick(state, 1, 'b')
    state = landed(state, [1], 5_000)
    expect(state.saved[1]).toEqual({ answer: 'a', savedAt: 5_000 })
    expect(shownAnswer(state, 1)).toBe('b')
    expect(batchOf(state)).toMatchObject([{ seq: 2, answer: 'b' }])
  })

  it('waits longer after each failure, up to eight seconds, and sends the same numbers again', () => {
    let state = pick(fresh(), 1, 'a')
    const waits: number[] = []
    for (let turn = 0; turn < 7; turn += 1) {
      const now = state.retryAt
      state = fell(departed(state, batchOf(state, now)), { kind: 'retry' }, now, 0.5)
      const next = plan(state, now)
      if (next.kind === 'wait') waits.push(next.until - now)
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000])
    expect(batchOf(woken(state))).toMatchObject([{ seq: 1, answer: 'a' }])
  })

  it('spreads the retries and obeys a server that asks for more time', () => {
    expect([delayAfter(1, 0), delayAfter(1, 1)]).toEqual([375, 625])
    const state = departed(pick(fresh(), 1, 'a'), batchOf(pick(fresh(), 1, 'a')))
    expect(fell(state, { kind: 'retry', afterMs: 30_000 }, 100, 0.5).retryAt).toBe(30_100)
  })

  it('asks for the paper again when the server passes over a number', () => {
    const state = pick(fresh(), 1, 'a')
    const after = landed(departed(state, batchOf(state)), [], 1)
    expect(after.halt).toBe('stale')
    expect(after.unsaved).toHaveLength(1)
  })
})

describe('halting', () => {
  it('sends nothing while another tab holds the attempt, and loses nothing', () => {
    const state = halted(pick(fresh(), 1, 'a'), 'held')
    expect(plan(state, 0).kind).toBe('rest')
    expect(state.unsaved).toHaveLength(1)
  })

  it('still takes in the answer of the request that was under way', () => {
    const chosen = pick(fresh(), 1, 'a')
    const state = landed(halted(departed(chosen, batchOf(chosen)), 'held'), [1], 9)
    expect(state).toMatchObject({ halt: 'held', unsaved: [], saved: { 1: { answer: 'a', savedAt: 9 } } })
  })

  it('never comes back from an attempt that has ended', () => {
    expect(halted(halted(fresh(), 'submitted'), 'held').halt).toBe('submitted')
  })
})

describe('coming back', () => {
  it('sends after a reload what was not saved, under the same number', () => {
    const before = pick(pick(fresh(), 1, 'a'), 2, 'b')
    const record = JSON.parse(JSON.stringify(recordOf(before)))
    const after = opened(record, emptyPaper, true)
    expect(batchOf(after)).toMatchObject([
      { seq: 1, position: 1, answer: 'a' },
      { seq: 2, position: 2, answer: 'b' },
    ])
  })

  it('knows without network what had been saved since the paper was kept', () => {
    const record = { nextSeq: 2, unsaved: [], saved: { 1: { answer: 'c', savedAt: 3 } } }
    expect(shownAnswer(opened(record, emptyPaper, false), 1)).toBe('c')
    expect(shownAnswer(opened(record, emptyPaper, true), 1)).toBeUndefined()
  })

  it('gives a new number to a change that a later one, forgotten in a crash, has passed', () => {
    const change = { seq: 3, position: 1, answer: 'a', chosenAt: 9, clientAtMs: 9, over: [null, 'b'] }
    const responses = [{ position: 1, answer: 'b', savedAt: 9 }]
    const after = opened({ nextSeq: 4, unsaved: [change], saved: {} }, { lastSeq: 5, responses, tokens }, true)
    expect(batchOf(after)).toMatchObject([{ seq: 6, position: 1, answer: 'a' }])
  })

  it('drops what the paper does not have instead of being refused for ever', () => {
    const state = pick(pick(fresh(), 1, 'gone'), 99, 'a')
    expect(realigned(state, emptyPaper).unsaved).toEqual([])
    expect(opened(recordOf(state), emptyPaper, true).unsaved).toEqual([])
  })

  it('AT-4 keeps answers of several parts and typed ones, and drops a part that the paper does not have', () => {
    const paper = { ...emptyPaper, tokens: { 1: ['a', 'b', '1', '0'], 2: ['p', 'q', 'x'], 3: null, 4: ['a', 'b'] } }
    const lines: Record<number, string> = { 1: 'a=1 b=0', 2: 'p=x q=x', 3: 'a = 3,5', 4: 'b a' }
    const filled = (change: Record<number, string>) =>
      Object.entries({ ...lines, ...change }).reduce((state, [at, line]) => pick(state, Number(at), line), fresh())
    expect(realigned(filled({}), paper).unsaved.map(({ answer }) => answer)).toEqual(Object.values(lines))
    const strange = filled({ 1: 'a=2', 2: 'p=gone', 4: 'b gone' })
    expect(realigned(strange, paper).unsaved.map(({ position }) => position)).toEqual([3])
  })

  it('renumbers after a take-over, above everything that was used', () => {
    const state = pick(pick(fresh(), 1, 'a'), 2, 'b')
    const after = realigned(halted(state, 'held'), { ...emptyPaper, lastSeq: 9 })
    expect(after.halt).toBeNull()
    expect(after.unsaved.map(({ seq, position }) => [seq, position])).toEqual([
      [10, 1],
      [11, 2],
    ])
  })

  it('leaves what another device chose later, and overrides what it chose earlier', () => {
    const state = pick(pick(fresh(), 1, 'a', 1_000), 2, 'b', 3_000)
    const theirs = [
      { position: 1, answer: 'd', savedAt: 2_000 },
      { position: 2, answer: 'd', savedAt: 2_000 },
    ]
    const after = realigned(state, { ...emptyPaper, lastSeq: 5, responses: theirs })
    expect(shownAnswer(after, 1)).toBe('d')
    expect(after.unsaved).toMatchObject([{ seq: 6, position: 2, answer: 'b' }])
  })

  it('does not take its own slow request for somebody else', () => {
    let state = pick(fresh(), 1, 'a', 1_000)
    state = departed(state, batchOf(state))
    state = pick(state, 1, 'b', 2_000)
    // 'a' was committed after 'b' had been chosen, and its answer was lost.
    const after = realigned(state, {
      ...emptyPaper,
      lastSeq: 1,
      responses: [{ position: 1, answer: 'a', savedAt: 3_000 }],
    })
    expect(batchOf(after)).toMatchObject([{ position: 1, answer: 'b' }])
  })
})

/** The contract of the server, as small as it can be written: the highest number of a position wins, a number is used once. */
class ModelServer {
  readonly log = new Map<number, { position: number; answer: string | null }>()
  readonly heldBySeq = new Map<number, { seq: number; answer: string | null; savedAt: number }>()
  clashes = 0

  put(batch: readonly Change[], now: number): 'ok' | 'reused' {
    const clash = batch.some((change) => {
      const known = this.log.get(change.seq)
      return known && (known.position !== change.position || known.answer !== change.answer)
    })
    if (clash) {
      this.clashes += 1
      return 'reused'
    }
    for (const { seq, position, answer } of batch) {
      this.log.set(seq, { position, answer })
      const held = this.heldBySeq.get(position)
      if (!held || held.seq < seq) this.heldBySeq.set(position, { seq, answer, savedAt: now })
    }
    return 'ok'
  }

  paper(): PaperFacts {
    return {
      lastSeq: Math.max(0, ...this.log.keys()),
      responses: [...this.heldBySeq].map(([position, { answer, savedAt }]) => ({ position, answer, savedAt })),
      tokens,
    }
  }
}

interface Choice {
  position: number
  answer: string | null
}
type Fate = 'arrives' | 'lost' | 'answer lost' | 'late'

type Step =
  | ({ do: 'choose' } & Choice)
  /** `meanwhile` is chosen between the departure of the request and its answer. */
  | { do: 'send'; fate: Fate; meanwhile: Choice | null }
  | { do: 'deliver late'; which: number }
  | { do: 'repeat'; which: number }
  | { do: 'reload'; isOnline: boolean; lostWrites: number }
  | { do: 'take over' }

const choice = { position: fc.integer({ min: 1, max: 4 }), answer: fc.constantFrom(...TOKENS, null) }

const stepsWith = (mostLostWrites: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ do: fc.constant('choose' as const), ...choice }),
      },
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant('send' as const),
          fate: fc.constantFrom<Fate>('arrives', 'lost', 'answer lost', 'late'),
          meanwhile: fc.option(fc.record(choice)),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('deliver late' as const), which: fc.nat(9) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const), which: fc.nat(9) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant('reload' as const),
          isOnline: fc.boolean(),
          lostWrites: fc.nat(mostLostWrites),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('take over' as const) }) },
    ),
    { maxLength: 60 },
  )

/** Plays the steps, then lets the network work until nothing is left; old requests arrive at the very end. */
function play(steps: readonly Step[]) {
  const server = new ModelServer()
  const keptPaper = server.paper()
  const late: (readonly Change[])[] = []
  const delivered: (readonly Change[])[] = []
  const wanted = new Map<number, string | null>()
  let state = opened(null, keptPaper, true)
  const records: string[] = []
  let clock = 0

  const put = (next: OutboxState) => {
    state = next
    records.push(JSON.stringify(recordOf(state)))
  }
  const deliver = (batch: readonly Change[]) => {
    delivered.push(batch)
    return server.put(batch, clock)
  }
  const choose = ({ position, answer }: Choice) => {
    put(pick(state, position, answer, clock))
    wanted.set(position, answer)
  }
  const send = (fate: Fate, meanwhile: Choice | null = null) => {
    if (state.halt === 'stale') put(realigned(state, server.paper()))
    const next = plan(woken(state), 0)
    if (next.kind !== 'send') return
    put(departed(woken(state), next.batch))
    if (fate === 'late') late.push(next.batch)
    const answer = fate === 'arrives' || fate === 'answer lost' ? deliver(next.batch) : 'none'
    if (meanwhile) choose(meanwhile)
    if (fate !== 'arrives') put(fell(state, { kind: 'retry' }, 0, 0.5))
    else if (answer === 'reused') put(fell(state, { kind: 'halt', halt: 'stale' }, 0, 0.5))
    else {
      const seqs = next.batch.map((change) => change.seq)
      put(landed(state, seqs, clock))
    }
  }

  for (const now of steps) {
    clock += 1
    if (now.do === 'choose') choose(now)
    if (now.do === 'send') send(now.fate, now.meanwhile)
    if (now.do === 'deliver late') late.splice(now.which, 1).forEach(deliver)
    if (now.do === 'repeat' && delivered[now.which]) deliver(delivered[now.which]!)
    if (now.do === 'reload') {
      const raw = records[records.length - 1 - now.lostWrites]
      const record = raw === undefined ? null : JSON.parse(raw)
      put(now.isOnline ? opened(record, server.paper(), true) : opened(record, keptPaper, false))
    }
    if (now.do === 'take over') put(realigned(halted(state, 'held'), server.paper()))
  }
  clock += 1
  for (let turn = 0; turn < 200 && (state.unsaved.length > 0 || state.halt); turn += 1) send('arrives')
  late.forEach(deliver)
  return { server, state, wanted }
}

describe('whatever the network does', () => {
  it('the server ends with the last choice of every item, and no number ever stands for two changes', () => {
    fc.assert(
      fc.property(stepsWith(0), (steps) => {
        const { server, state, wanted } = play(steps)
        expect(state.unsaved).toEqual([])
        expect(server.clashes).toBe(0)
        for (const [position, answer] of wanted) {
          expect(server.heldBySeq.get(position)?.answer ?? null).toBe(answer)
          expect(shownAnswer(state, position) ?? null).toBe(answer)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('the page shows what counts, even when the device lost its last writes in a crash', () => {
    fc.assert(
      fc.property(stepsWith(4), (steps) => {
        const arrivals = steps.map(() => ({ do: 'deliver late' as const, which: 0 }))
        const { state, server } = play([...steps, ...arrivals, { do: 'reload', isOnline: true, lostWrites: 0 }])
        expect(state.unsaved).toEqual([])
        for (const [position, held] of server.heldBySeq) expect(shownAnswer(state, position)).toBe(held.answer)
      }),
      { numRuns: 3_000 },
    )
  })
})
