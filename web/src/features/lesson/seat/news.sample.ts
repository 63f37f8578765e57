import type { LessonItemData, LessonRevealData, LessonStepData, SeatViewData } from '@thiso/contracts'
import type { SeatEvent } from './seat-state'

/** News of a lesson as a server would send them, for specs. */

const LESSON = '0190f7a0-0000-7000-8000-000000000001'
export const at = (seconds: number) => new Date(Date.UTC(2026, 9, 10, 1, 0, 0) + seconds * 1000).toISOString()

export const item = (place: number): LessonItemData => ({
  place,
  kind: 'item',
  type: 'single-choice',
  section: '',
  stem: { vi: `Câu ${place}`, en: '' },
  options: [
    { token: `a${place}`, text: { vi: 'Một', en: '' } },
    { token: `b${place}`, text: { vi: 'Hai', en: '' } },
  ],
  choices: [],
  unit: '',
  limitS: 20,
  points: 1,
})
const reveal = (place: number): LessonRevealData => ({
  place,
  review: null,
  bars: [],
  answeredCount: 1,
  rightCount: 1,
  seatCount: 1,
})

const PHASES = ['open', 'locked', 'revealed', 'board'] as const
/** Each place goes through four states; version 0 is the lobby, the last one the podium. */
export function step(version: number, places = 3): LessonStepData {
  const isPlayed = version > 0 && version <= places * PHASES.length
  return {
    lessonId: LESSON,
    version,
    phase: version === 0 ? 'lobby' : isPlayed ? PHASES[(version - 1) % PHASES.length]! : 'podium',
    place: Math.min(places, Math.ceil(version / PHASES.length)),
    placeCount: places,
    opensAt: version === 0 ? null : at(version * 10),
    closesAt: version === 0 ? null : at(version * 10 + 20),
    pausedAt: null,
    pause: null,
    stoodMs: 0,
    isSkipped: false,
    isLobbyLocked: false,
    areReactionsOn: true,
    serverTime: at(version * 10),
  }
}

export const stepEvent = (version: number): SeatEvent => {
  const now = step(version)
  return {
    kind: 'step',
    step: now,
    ...(now.phase === 'open' ? { item: item(now.place) } : {}),
    ...(now.phase === 'revealed' ? { reveal: reveal(now.place) } : {}),
  }
}

export function view(version: number, answer: string | null = null, change: Partial<SeatViewData> = {}): SeatViewData {
  const now = step(version)
  const isPlayed = now.phase !== 'lobby' && now.phase !== 'podium'
  const isTold = now.phase === 'revealed' || now.phase === 'board'
  return {
    lessonId: LESSON,
    title: 'Ôn tập',
    seat: {
      seat: 7,
      name: 'An',
      team: null,
      isHere: true,
      isRemoved: false,
      isLate: false,
      extraPercent: 0,
      floor: null,
      outAt: null,
      ownPlace: 0,
    },
    mode: 'individual',
    teamName: null,
    step: now,
    ownPlace: null,
    playsFrom: 1,
    item: isPlayed ? item(now.place) : null,
    answer,
    isAnswered: answer !== null,
    reveal: isTold ? reveal(now.place) : null,
    outcome: isTold && answer !== null ? { isRight: true, share: 1, points: 1, bonus: 0 } : null,
    standing: null,
    rightCount: 0,
    closesAt: null,
    ...change,
  }
}
