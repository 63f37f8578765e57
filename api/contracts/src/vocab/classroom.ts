/**
 * Words and settings of live quizzes in class. A lesson is one running of a set of items with a class; whoever takes part has a seat.
 * docs/GLOSSARY.md explains each word, docs/SPEC.md (area CR) the rules.
 */

/**
 * individual: each pupil for themselves; teams: several devices play for a team; team-device: one device for a team, which talks first;
 * bell (Rung chuông vàng): wrong or silent is out; race: each at an own pace until a time; homework: the same until a date.
 */
export const LESSON_MODES = ['individual', 'teams', 'team-device', 'bell', 'race', 'homework'] as const
export type LessonMode = (typeof LESSON_MODES)[number]

/** Modes in which the host moves everybody from item to item. */
export const HOST_PACED = ['individual', 'teams', 'team-device', 'bell'] as const satisfies readonly LessonMode[]

/** item: from a bank, scored; poll: choices without a right one; word-cloud: free words. */
export const PLACE_KINDS = ['item', 'poll', 'word-cloud'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/**
 * right-only: the item's points for a right answer; bounded-speed: besides, all speed together stays below one right item;
 * classic: half of the points for being right, up to as much again for speed, as schools know it from Kahoot!.
 */
export const LESSON_SCORINGS = ['right-only', 'bounded-speed', 'classic'] as const
export type LessonScoring = (typeof LESSON_SCORINGS)[number]

/** When the board is shown to the class: after each item, after the last item of a section, only at the end. */
export const BOARD_MOMENTS = ['each', 'section', 'end'] as const
export type BoardMoment = (typeof BOARD_MOMENTS)[number]

/**
 * Who joins after the start: plays on from the next item, plays so without a place on the board, or is refused. In a race and in homework
 * nobody is late while it is open.
 */
export const LATE_RULES = ['from-next', 'unplaced', 'refused'] as const
export type LateRule = (typeof LATE_RULES)[number]

/** roster: a name of the class list; nickname: typed and filtered, or made for who types none; generated: made by the server for all. */
export const NAME_RULES = ['roster', 'nickname', 'generated'] as const
export type NameRule = (typeof NAME_RULES)[number]

/** How a team's points come from its members' (CR-24). */
export const TEAM_SUMS = ['mean', 'sum'] as const
export type TeamSum = (typeof TEAM_SUMS)[number]

/**
 * Where a lesson stands. lobby: pupils join; open: the item takes answers (from `opensAt`); locked: it takes none, nothing is told yet;
 * revealed: right answers are shown; board: the standings; podium: the last standings; ended: over, seats are closed.
 */
export const LESSON_PHASES = ['lobby', 'open', 'locked', 'revealed', 'board', 'podium', 'ended'] as const
export type LessonPhase = (typeof LESSON_PHASES)[number]

/** Why the clock of a lesson stands: the host stopped it, or the platform was away. */
export const LESSON_PAUSES = ['host', 'outage'] as const
export type LessonPause = (typeof LESSON_PAUSES)[number]

export interface LessonSettings {
  mode: LessonMode
  scoring: LessonScoring
  board: BoardMoment
  late: LateRule
  names: NameRule
  /** Seconds between the moment everybody has the item and the moment it takes answers; so a slow network costs nothing. */
  leadS: number
  /** The right answer is shown by itself when the item is locked; otherwise the host shows it. */
  revealsItself: boolean
  /** An item is locked as soon as every seat in play has answered. */
  locksWhenAllAnswered: boolean
  /** Pupils may send a reaction from a short list. */
  reactions: boolean
  teams: {
    count: number
    sum: TeamSum
    /** team-device: seconds to talk before answers are taken. */
    talkS: number
  }
  bell: {
    /** Seats taken from the hall for the floor; the others are reserves. 0: everybody is on the floor. */
    floorSize: number
    /** At how many left or fewer the host is offered a rescue round. */
    rescueBelow: number
  }
  /** race, homework: when it ends by itself; ISO instant. */
  until: string | null
}

/** One place of a lesson as the host sees it before the lesson; the item version is frozen with the lesson. */
export interface LessonPlace {
  kind: PlaceKind
  itemVersionId: string | null
  /** poll, word-cloud: what is asked, and the choices of a poll. */
  prompt: string
  choices: readonly string[]
  limitS: number
  points: number
  /** Where a section begins, its title; '' otherwise. */
  section: string
}

export const POINTS_OF_CLASSIC = 1000
export const LIMIT_S = { least: 5, most: 600, preset: 20 } as const
/** Between the items of a lesson, s: the reveal and a word about it. For telling beforehand how long a lesson takes. */
export const BETWEEN_PLACES_S = 20
export const MOST_SEATS = 5_000
export const MOST_PLACES = 100
export const PIN_LENGTH = 6

/** What pupils may send to the class screen, by number. */
export const REACTIONS = ['👏', '❤️', '😮', '🤔', '🎉'] as const
