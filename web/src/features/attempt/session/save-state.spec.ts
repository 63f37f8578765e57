/// <reference types="jest" />
import { type OutboxState, choose, departed, fell, landed, opened } from '../outbox/core'
import { answerShown, saveStateOf } from './save-state'

const tokens = { 1: ['a', 'b'], 2: ['c', 'd'] }
const fresh = opened(null, { lastSeq: 0, responses: [], tokens }, true)
const pick = (state: OutboxState, position: number, answer: string | null) =>
  choose(state, { position, answer, chosenAt: 1, clientAtMs: 1 })
const chosen = pick(fresh, 1, 'a')
const flying = departed(chosen, chosen.unsaved)
const saved = landed(flying, [1], 5_000)
const failed = fell(flying, { kind: 'retry' }, 0, 0.5)

describe('the line on saving', () => {
  it('follows a choice from tap to disk', () => {
    expect(saveStateOf({ outbox: fresh, network: 'ok' }, 1)).toEqual({ kind: 'idle' })
    expect(saveStateOf({ outbox: flying, network: 'ok' }, 1)).toEqual({ kind: 'saving' })
    expect(saveStateOf({ outbox: saved, network: 'ok' }, 1)).toEqual({ kind: 'saved', at: 5_000 })
  })

  it('says what a failed try means', () => {
    expect(saveStateOf({ outbox: failed, network: 'lost' }, 1)).toEqual({ kind: 'offline', unsent: 1 })
    expect(saveStateOf({ outbox: failed, network: 'busy' }, 1)).toEqual({ kind: 'busy' })
    expect(saveStateOf({ outbox: failed, network: 'ok' }, 1)).toEqual({ kind: 'waiting' })
  })

  it('calls nothing saved while something is being typed', () => {
    expect(saveStateOf({ outbox: saved, network: 'ok' }, 1, true)).toEqual({ kind: 'saving' })
    expect(saveStateOf({ outbox: saved, network: 'lost' }, 1, true)).toEqual({ kind: 'offline', unsent: 0 })
  })

  it('speaks of the network even while nothing waits', () => {
    expect(saveStateOf({ outbox: saved, network: 'lost' }, 1)).toEqual({ kind: 'offline', unsent: 0 })
  })
})

describe('the answer on screen', () => {
  it('is there at once and settles when the server has it', () => {
    expect([answerShown(fresh, 1), answerShown(flying, 1), answerShown(saved, 1)]).toEqual([
      { answer: null, isSaved: true },
      { answer: 'a', isSaved: false },
      { answer: 'a', isSaved: true },
    ])
  })

  it('is the newest one alone', () => {
    expect(answerShown(pick(saved, 1, 'b'), 1)).toEqual({ answer: 'b', isSaved: false })
    expect(answerShown(pick(saved, 1, null), 1)).toEqual({ answer: null, isSaved: false })
  })
})
