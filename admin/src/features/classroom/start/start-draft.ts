import { HOST_PACED, type LessonMode, type LessonSettings, RACE_MINUTES } from '@thiso/contracts/vocab'

export type DraftSettings = Omit<LessonSettings, 'until' | 'raceMinutes'>

/** Settings as the form holds them; when it ends is asked in the way that suits the mode. */
export interface StartDraft {
  setId: string
  classId: string | null
  settings: DraftSettings
  /** race: minutes from its start. */
  raceMinutes: number | null
  /** homework: the deadline, ISO; '' while it is not a whole date. */
  deadline: string
}

export const PRESETS = ['quick', 'bell', 'homework'] as const
export type Preset = (typeof PRESETS)[number]

const usual: DraftSettings = {
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

/** What is usual in a mode where it differs. */
const ofModes: Partial<Record<LessonMode, Partial<DraftSettings>>> = {
  // Who is out is decided by right and wrong; the host shows the answer when the hall is quiet.
  bell: { scoring: 'right-only', board: 'end', leadS: 5, revealsItself: false, locksWhenAllAnswered: false },
  race: { board: 'end', leadS: 0 },
  homework: { scoring: 'right-only', board: 'end', leadS: 0, reactions: false },
}

const MODE_OF_PRESET = { quick: 'individual', bell: 'bell', homework: 'homework' } as const

const usualOf = (mode: LessonMode): DraftSettings => ({ ...usual, ...ofModes[mode], mode })

/** Settings of a preset; pupils of a class come in by their names. */
export function presetOf(preset: Preset, hasRoster: boolean): DraftSettings {
  return { ...usualOf(MODE_OF_PRESET[preset]), names: hasRoster ? 'roster' : 'nickname' }
}

/**
 * The same lesson in another mode: what the teacher has set stays, what was only usual in the mode before becomes what is usual in the new
 * one. So nothing that is folded away or not asked for goes on as the mode before had it.
 */
export function withMode(settings: DraftSettings, mode: LessonMode): DraftSettings {
  const before = usualOf(settings.mode)
  const after = usualOf(mode)
  const kept = Object.entries(settings).filter(
    ([key, value]) => key === 'names' || JSON.stringify(value) !== JSON.stringify(before[key as keyof DraftSettings]),
  )
  // At an own pace results are always told by themselves, and there is no board between items to choose.
  const own = isHostPaced(mode) ? {} : { revealsItself: true, board: after.board, leadS: after.leadS }
  return { ...after, ...(Object.fromEntries(kept) as Partial<DraftSettings>), ...own, mode }
}

/** Which preset the settings are, names aside, as those follow the class; null: the teacher's own. */
export function presetIn(settings: DraftSettings): Preset | null {
  const key = (of: DraftSettings) => JSON.stringify({ ...of, names: null })
  return PRESETS.find((preset) => key({ ...presetOf(preset, false) }) === key(inOrder(settings))) ?? null
}

/** The same members in the order of `usual`, so that two can be compared as text. */
function inOrder(settings: DraftSettings): DraftSettings {
  return { ...usual, ...settings }
}

export const isHostPaced = (mode: LessonMode): boolean => (HOST_PACED as readonly LessonMode[]).includes(mode)

/** A race that nobody starts ends after this. */
const RACE_WAITS_MS = 24 * 3_600_000

/**
 * When the lesson ends at the latest, by itself; null where the host ends it. A race lasts its minutes from its start, however long its
 * lobby was open. `nowMs`: the server's clock.
 */
export function untilOf({ settings: { mode }, raceMinutes, deadline }: StartDraft, nowMs: number): string | null {
  if (mode === 'race') return new Date(nowMs + RACE_WAITS_MS + (raceMinutes ?? 0) * 60_000).toISOString()
  return mode === 'homework' ? deadline : null
}

export type StartLack = 'set' | 'minutes' | 'deadline'

export function lacksOf({ setId, settings: { mode }, raceMinutes, deadline }: StartDraft, nowMs: number): StartLack[] {
  const lacks: StartLack[] = []
  if (setId === '') lacks.push('set')
  const { least, most } = RACE_MINUTES
  if (mode === 'race' && !(raceMinutes !== null && raceMinutes >= least && raceMinutes <= most)) lacks.push('minutes')
  if (mode === 'homework' && !(Date.parse(deadline) > nowMs)) lacks.push('deadline')
  return lacks
}

/** A week from now, at nine in the evening in Việt Nam. */
export function nextWeek(nowMs: number): string {
  const day = new Date(nowMs + 7 * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
  return `${day}T21:00:00+07:00`
}
