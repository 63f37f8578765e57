import { HOST_PACED, type LessonMode, type LessonSettings } from '@thiso/contracts/vocab'

/** Settings as the form holds them; when it ends is asked in the way that suits the mode. */
export interface StartDraft {
  setId: string
  classId: string | null
  settings: Omit<LessonSettings, 'until'>
  /** race: minutes from the opening of the lobby. */
  raceMinutes: number | null
  /** homework: the deadline, ISO; '' while it is not a whole date. */
  deadline: string
}

export const PRESETS = ['quick', 'bell', 'homework'] as const
export type Preset = (typeof PRESETS)[number]

export const MOST_MINUTES = 240

const usual: StartDraft['settings'] = {
  mode: 'individual',
  scoring: 'bounded-speed',
  board: 'each',
  late: 'from-next',
  names: 'nickname',
  leadS: 3,
  revealsItself: true,
  locksWhenAllAnswered: true,
  reactions: true,
  teams: { count: 4, sum: 'mean', talkS: 20 },
  bell: { floorSize: 0, rescueBelow: 5 },
}

const presets: Record<Preset, Partial<StartDraft['settings']>> = {
  quick: {},
  // Who is out is decided by right and wrong; the host shows the answer when the hall is quiet.
  bell: {
    mode: 'bell',
    scoring: 'right-only',
    board: 'end',
    leadS: 5,
    revealsItself: false,
    locksWhenAllAnswered: false,
  },
  homework: { mode: 'homework', scoring: 'right-only', board: 'end', leadS: 0, reactions: false },
}

/** Settings of a preset; pupils of a class come in by their names. */
export function presetOf(preset: Preset, hasRoster: boolean): StartDraft['settings'] {
  return { ...usual, ...presets[preset], names: hasRoster ? 'roster' : 'nickname' }
}

/** Which preset the settings are, names aside, as those follow the class; null: the teacher's own. */
export function presetIn(settings: StartDraft['settings']): Preset | null {
  const key = (of: StartDraft['settings']) => JSON.stringify({ ...of, names: null })
  return PRESETS.find((preset) => key({ ...presetOf(preset, false) }) === key(inOrder(settings))) ?? null
}

/** The same members in the order of `usual`, so that two can be compared as text. */
function inOrder(settings: StartDraft['settings']): StartDraft['settings'] {
  return { ...usual, ...settings }
}

export const isHostPaced = (mode: LessonMode): boolean => (HOST_PACED as readonly LessonMode[]).includes(mode)

/** When the lesson ends by itself; null where the host ends it. `nowMs`: the server's clock. */
export function untilOf({ settings: { mode }, raceMinutes, deadline }: StartDraft, nowMs: number): string | null {
  if (mode === 'race') return new Date(nowMs + (raceMinutes ?? 0) * 60_000).toISOString()
  return mode === 'homework' ? deadline : null
}

export type StartLack = 'set' | 'minutes' | 'deadline'

export function lacksOf({ setId, settings: { mode }, raceMinutes, deadline }: StartDraft, nowMs: number): StartLack[] {
  const lacks: StartLack[] = []
  if (setId === '') lacks.push('set')
  if (mode === 'race' && !(raceMinutes !== null && raceMinutes >= 1 && raceMinutes <= MOST_MINUTES))
    lacks.push('minutes')
  if (mode === 'homework' && !(Date.parse(deadline) > nowMs)) lacks.push('deadline')
  return lacks
}

/** A week from now, at nine in the evening in Việt Nam. */
export function nextWeek(nowMs: number): string {
  const day = new Date(nowMs + 7 * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
  return `${day}T21:00:00+07:00`
}
