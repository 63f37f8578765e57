/// <reference types="jest" />
import { nextStep } from './next-step'

const NOW = Date.parse('2026-10-16T10:00:00Z')
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString()
const round = (state: 'draft' | 'scheduled' | 'open' | 'closed', closesAt = at(1), pausedAt: string | null = null) => ({
  state,
  closesAt,
  pausedAt,
})
const none = {
  versions: [],
  runningCount: 0,
  readyAt: at(-1),
  openRulingCount: 0,
  openComplaintCount: 0,
  publishedAt: null,
  draw: { isNeeded: false, drawnAt: null },
}
const results = (part: object) => ({ ...none, ...part }) as unknown as Parameters<typeof nextStep>[2]
const made = { versions: [{}] }

it('leads a round from its draft to its opening', () => {
  expect(nextStep(round('draft', at(-1)), true, undefined, NOW)).toBe('move')
  expect(nextStep(round('draft'), false, undefined, NOW)).toBe('feed')
  expect(nextStep(round('draft'), true, undefined, NOW)).toBe('publish')
  expect(nextStep(round('scheduled'), true, undefined, NOW)).toBe('wait')
  expect(nextStep(round('open'), true, undefined, NOW)).toBe('watch')
  expect(nextStep(round('open', at(1), at(-0.1)), true, undefined, NOW)).toBe('resume')
})

it('leads a closed round to its prizes, one thing at a time', () => {
  const closed = round('closed', at(-1))
  const step = (part: object) => nextStep(closed, true, results(part), NOW)
  expect(nextStep(closed, true, undefined, NOW)).toBeNull()
  expect(step({ readyAt: at(0.1) })).toBe('ending')
  expect(step({ runningCount: 2 })).toBe('ending')
  expect(step({})).toBe('close')
  expect(step({ ...made, openRulingCount: 1 })).toBe('rulings')
  expect(step({ ...made, draw: { isNeeded: true, drawnAt: null } })).toBe('draw')
  expect(step({ ...made, draw: { isNeeded: true, drawnAt: at(-1) } })).toBe('publishResults')
  expect(step(made)).toBe('publishResults')
  expect(step({ ...made, publishedAt: at(-1), openComplaintCount: 3 })).toBe('complaints')
  expect(step({ ...made, publishedAt: at(-1) })).toBe('prizes')
})
