import fc from 'fast-check'
import { afterPlace, afterRescue, afterSkip, type FloorSeat, firstFloor } from './bell.js'
import { floorSteps, floorsAtPlaces } from './floor-history.js'
import type { LessonAct } from './lesson-state.js'

const SEATS = 12
const hall = Array.from({ length: SEATS }, (_, index) => index + 1)
const seats = fc.uniqueArray(fc.integer({ min: 1, max: SEATS }))

/** A place with who was right, and what the host did afterwards. */
const round = fc.record({
  right: seats,
  isItem: fc.boolean(),
  rescued: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: SEATS }), { minLength: 1 }), { nil: null }),
  isSkipped: fc.boolean(),
  isRescueFirst: fc.boolean(),
})

const onFloor = (floor: Iterable<FloorSeat>) =>
  [...floor].filter(({ floor: where }) => where === 'on').map(({ seat }) => seat)

describe('CR-31, CR-70: who stood at each place', () => {
  it('is told by acts and answers as the floor was moved act by act', () => {
    fc.assert(
      fc.property(
        fc.array(round, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: SEATS }),
        (rounds, size) => {
          let floor = firstFloor(hall, size)
          const acts: LessonAct[] = []
          const stood: number[][] = []
          const rescue = (rescued: number[] | null) => {
            if (!rescued) return
            acts.push({ kind: 'rescue', seats: rescued })
            floor = afterRescue(floor, new Set(rescued))
          }
          for (const [index, { right, isItem, rescued, isSkipped, isRescueFirst }] of rounds.entries()) {
            stood.push(onFloor(floor))
            acts.push({ kind: 'next' }, { kind: 'lock', why: 'time' }, { kind: 'reveal' })
            floor = afterPlace(floor, index + 1, new Set(right), !isItem)
            if (isRescueFirst) rescue(rescued)
            if (isSkipped) {
              acts.push({ kind: 'skip' })
              floor = afterSkip(floor, index + 1)
            }
            if (!isRescueFirst) rescue(rescued)
          }
          acts.push({ kind: 'next' }, { kind: 'end' })
          // Answers to skipped places are told to nobody, so nobody is known to have been right there.
          const known = rounds.flatMap(({ right, isSkipped }, index): [number, Set<number>][] =>
            isSkipped ? [] : [[index + 1, new Set(right)]],
          )
          const steps = floorSteps(
            acts,
            rounds.map(({ isItem }) => isItem),
            new Map(known),
          )
          const floors = floorsAtPlaces(hall, [], size, steps)
          expect([...floors.keys()]).toEqual(rounds.map((_, index) => index + 1))
          expect(rounds.map((_, index) => onFloor(floors.get(index + 1)?.values() ?? []))).toEqual(stood)
        },
      ),
    )
  })

  it('a rescue does not hide that somebody was out meanwhile; who comes later is a reserve until then', () => {
    const acts: LessonAct[] = [
      { kind: 'next' },
      { kind: 'reveal' },
      { kind: 'next' },
      { kind: 'reveal' },
      { kind: 'rescue', seats: [2, 4] },
      { kind: 'next' },
    ]
    const right = new Map([
      [1, new Set([1])],
      [2, new Set([1])],
    ])
    const floors = floorsAtPlaces([1, 2, 3], [4], 0, floorSteps(acts, [true, true, true], right))
    expect([1, 2, 3].map((place) => onFloor(floors.get(place)?.values() ?? []))).toEqual([[1, 2, 3], [1], [1, 2, 4]])
  })
})
