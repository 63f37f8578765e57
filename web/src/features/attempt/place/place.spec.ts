/// <reference types="jest" />
import fc from 'fast-check'
import { dropPlace, readPlace, stepFrom, withMark, writePlace } from './place'

function memory(first: Record<string, string> = {}): Storage {
  const kept = new Map(Object.entries(first))
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

const broken = {
  getItem() {
    throw new Error('SecurityError')
  },
  setItem() {
    throw new Error('QuotaExceededError')
  },
  removeItem() {
    throw new Error('SecurityError')
  },
} as unknown as Storage

describe('the place in a paper', () => {
  it('comes back after a reload', () => {
    const storage = memory()
    writePlace(storage, 'x', { position: 7, marks: [2, 7] })
    expect(readPlace(storage, 'x', [1, 2, 7])).toEqual({ position: 7, marks: [2, 7] })
    expect(readPlace(storage, 'another', [1, 2, 7])).toEqual({ position: 1, marks: [] })
    dropPlace(storage, 'x')
    expect(readPlace(storage, 'x', [1, 2, 7])).toEqual({ position: 1, marks: [] })
  })

  it('always fits the paper, whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const storage = memory({ 'thi-so.place.x': JSON.stringify(stored) ?? '' })
        const place = readPlace(storage, 'x', [3, 4, 5])
        expect([3, 4, 5]).toContain(place.position)
        for (const mark of place.marks) expect([3, 4, 5]).toContain(mark)
      }),
    )
  })

  it('does without storage', () => {
    expect(readPlace(undefined, 'x', [4])).toEqual({ position: 4, marks: [] })
    expect(readPlace(broken, 'x', [4])).toEqual({ position: 4, marks: [] })
    expect(() => writePlace(broken, 'x', { position: 4, marks: [] })).not.toThrow()
    expect(() => dropPlace(broken, 'x')).not.toThrow()
  })
})

describe('moving and marking', () => {
  it('stops at both ends', () => {
    expect([stepFrom([1, 2, 3], 1, -1), stepFrom([1, 2, 3], 1, 1), stepFrom([1, 2, 3], 3, 1)]).toEqual([1, 2, 3])
  })

  it('marks once and unmarks', () => {
    const marked = withMark(withMark({ position: 1, marks: [5] }, 2, true), 2, true)
    expect(marked.marks).toEqual([2, 5])
    expect(withMark(marked, 5, false).marks).toEqual([2])
  })
})
