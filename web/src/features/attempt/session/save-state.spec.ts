/// <reference types="jest" />
import { type OutboxState, choose, departed, fell, landed, opened } from '../outbox/core'
import { optionMark, saveStateOf } from './save-state'

const tokens = { 1: ['a', 'b'], 2: ['c', 'd'] }
const fresh = opened(null, { lastSeq: 0, responses: [], tokens }, true)
const pick = (state: OutboxState, position: number, option: string | null) =>
  choose(state, { position, option, chosenAt: 1, clientAtMs: 1 })
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

  it('speaks of the network even while nothing waits', () => {
    expect(saveStateOf({ outbox: saved, network: 'lost' }, 1)).toEqual({ kind: 'offline', unsent: 0 })
  })
})

describe('the mark of a card', () => {
  it('is there at once and settles when the server has the choice', () => {
    expect([optionMark(fresh, 1, 'a'), optionMark(flying, 1, 'a'), optionMark(saved, 1, 'a')]).toEqual([
      'none',
      'chosen',
      'saved',
    ])
  })

  it('belongs to the newest choice alone', () => {
    const changed = pick(saved, 1, 'b')
    expect([optionMark(changed, 1, 'a'), optionMark(changed, 1, 'b')]).toEqual(['none', 'chosen'])
    expect(optionMark(pick(saved, 1, null), 1, 'a')).toBe('none')
  })
})
