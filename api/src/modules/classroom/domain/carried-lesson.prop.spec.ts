import fc from 'fast-check'
import { distinctFolded, isSound, pupilsOfSeats } from './carried-lesson'

const NAMES = ['Lê Hà', 'LÊ HÀ', 'Lê Hạ', 'Trần An', 'Võ Bình', 'Bùi Chi', 'Khách']
const IDS = ['p2', 'p3', 'p4', 'p5', 'elsewhere']
const seats = fc
  .array(
    fc.record({
      name: fc.constantFrom(...NAMES),
      pupilId: fc.option(fc.constantFrom(...IDS), { nil: null }),
      removedAt: fc.option(fc.constant(5), { nil: null }),
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, number: index + 1 })))
const pupils = fc
  .subarray(['Lê Hà', 'Lê Hạ', 'Trần An', 'Võ Bình', 'Bùi Chi'])
  .map((names) => names.map((name) => ({ id: `p${NAMES.indexOf(name)}`, name })))

describe('CR-83: pupils of a lesson that was carried in', () => {
  it('sit once each, are of the class, and have the id or, by the list, the name of their seat', () => {
    fc.assert(
      fc.property(seats, pupils, fc.boolean(), (all, list, isByRoster) => {
        const found = pupilsOfSeats(all, list, isByRoster)
        expect(new Set(found.values()).size).toBe(found.size)
        for (const [number, pupilId] of found) {
          const seat = all.find((each) => each.number === number)
          const pupil = list.find(({ id }) => id === pupilId)
          expect(pupil).toBeDefined()
          const isSameName = pupil?.name.toLowerCase() === seat?.name.toLowerCase()
          expect(seat?.pupilId === pupilId || (isByRoster && isSameName)).toBe(true)
        }
        // Whoever sits under the own id is found.
        for (const { id } of list)
          if (all.some(({ pupilId }) => pupilId === id)) expect([...found.values()]).toContain(id)
      }),
    )
  })

  it('are not taken from names that anybody can type', () => {
    const seat = { number: 1, name: 'Lê Hà', pupilId: null, removedAt: null }
    expect(pupilsOfSeats([seat], [{ id: 'p0', name: 'lê hà' }], false).size).toBe(0)
    expect(pupilsOfSeats([seat], [{ id: 'p0', name: 'lê hà' }], true).get(1)).toBe('p0')
  })

  it('whose names differ by a mark are not each other', () => {
    const seats = ['Dương Thị Thư', 'Dương Thị Thu', 'Dương Thị Thú'].map((name, at) => ({
      number: at + 1,
      name,
      pupilId: null,
      removedAt: null,
    }))
    const list = [
      { id: 'thu', name: 'DƯƠNG THỊ  THU' },
      { id: 'thư', name: 'Dương Thị Thư'.normalize('NFD') },
    ]
    expect(pupilsOfSeats(seats, list, true)).toEqual(
      new Map([
        [1, 'thư'],
        [2, 'thu'],
      ]),
    )
  })

  it('keep the seat that was not removed', () => {
    const all = [
      { number: 1, name: 'x', pupilId: 'p1', removedAt: 3 },
      { number: 2, name: 'y', pupilId: 'p1', removedAt: null },
    ]
    expect([...pupilsOfSeats(all, [{ id: 'p1', name: 'Trần An' }], false)]).toEqual([[2, 'p1']])
  })
})

describe('CR-82: the record of a lesson', () => {
  it('keeps names of seats apart', () => {
    fc.assert(
      fc.property(seats, (all) => {
        const folded = distinctFolded(all)
        expect(folded.size).toBe(all.length)
        expect(new Set(folded.values()).size).toBe(all.length)
      }),
    )
  })

  it('has answers of its seats to its places, each once and of the place’s kind', () => {
    const places = [
      { kind: 'item' as const, isTyped: false },
      { kind: 'word-cloud' as const, isTyped: true },
    ]
    const two = [{ number: 1 }, { number: 2 }]
    expect(
      isSound(places, two, [
        [1, 1, [0], 0, 0],
        [1, 2, [1], 0, 0],
        [2, 1, 'số', 0, 0],
      ]),
    ).toBe(true)
    expect(isSound(places, [{ number: 1 }, { number: 1 }], [])).toBe(false)
    for (const answer of [
      [3, 1, [0]],
      [0, 1, [0]],
      [1, 3, [0]],
      [1, 1, 'A'],
      [2, 1, [0]],
    ] as [number, number, string | number[]][])
      expect(isSound(places, two, [answer])).toBe(false)
    expect(
      isSound(places, two, [
        [1, 1, [0]],
        [1, 1, [1]],
      ]),
    ).toBe(false)
  })
})
