import { z } from 'zod'
import { LESSON_MODES } from '../vocab/index.js'
import { LessonItem, LessonReveal, LessonSettings, LessonStanding, LessonStep, Pin, SeatRow } from './lesson-shapes.js'
import { Id, Instant, text } from './shapes.js'

/** What the devices of a lesson are shown, and what a host does. */

/** Shown to the host and on the device that asks, so that both can compare. */
export const SeatCode = z.string().regex(/^\d{2}$/)

/** A pupil who wants back to a seat from another device; the host lets in. */
export const SeatRequest = z.object({
  requestId: Id,
  seat: z.int(),
  name: z.string(),
  code: SeatCode,
  askedAt: Instant,
})

/** An address as text and as a QR code: `path` is what an SVG path draws on a grid of `size` by `size` modules, quiet zone included. */
export const DoorAddress = z.object({ url: z.string(), qr: z.object({ size: z.int(), path: z.string() }) })

/** The likeliest address, and this machine's others in the room, for where phones do not reach the first. */
export const Door = DoorAddress.extend({ others: z.array(DoorAddress) }).meta({ id: 'Door' })

export const HostView = z
  .object({
    id: Id,
    title: z.string(),
    pin: Pin.nullable(),
    /** Where pupils come in, as their phones reach it; null once the lesson is over. */
    door: Door.nullable(),
    settings: LessonSettings,
    className: z.string().nullable(),
    step: LessonStep,
    item: LessonItem.nullable(),
    reveal: LessonReveal.nullable(),
    answeredCount: z.int(),
    seats: z.array(SeatRow),
    requests: z.array(SeatRequest),
    standings: z.array(LessonStanding),
    teams: z.array(z.object({ number: z.int(), name: z.string() })),
    sections: z.array(z.object({ place: z.int(), title: z.string() })),
  })
  .meta({ id: 'LessonHostView' })

/** What a pupil's device needs after joining or coming back. */
export const SeatView = z
  .object({
    lessonId: Id,
    title: z.string(),
    seat: SeatRow,
    mode: z.enum(LESSON_MODES),
    /** What the device says differently by it. */
    settings: LessonSettings.pick({ mode: true, scoring: true, names: true, teams: true }),
    teamName: z.string().nullable(),
    step: LessonStep,
    /** race, homework: the place where this seat is, 0 before the first, one more than there are after the last; null elsewhere. */
    ownPlace: z.int().nullable(),
    /** The first place that this seat answers; who comes in the middle of one plays from the next. */
    playsFrom: z.int(),
    item: LessonItem.nullable(),
    /** The own recorded answer to the open place, as a line. */
    answer: z.string().nullable(),
    isAnswered: z.boolean(),
    reveal: LessonReveal.nullable(),
    outcome: z.object({ isRight: z.boolean(), share: z.number(), points: z.number(), bonus: z.number() }).nullable(),
    /** null where the board is not shown yet. */
    standing: LessonStanding.nullable(),
    rightCount: z.int(),
    closesAt: Instant.nullable(),
  })
  .meta({ id: 'LessonSeatView' })

export const HostAct = z.discriminatedUnion('kind', [
  /** podium: ends the playing after the place that was revealed; places not played count for nobody. */
  z.object({ kind: z.enum(['next', 'lock', 'reveal', 'board', 'podium', 'pause', 'resume', 'skip', 'end']) }),
  z.object({ kind: z.literal('add-time'), seconds: z.int().min(5).max(600) }),
  z.object({ kind: z.literal('lock-lobby'), isLocked: z.boolean() }),
  z.object({ kind: z.literal('reactions'), isOn: z.boolean() }),
  /** bell: brings people back to the floor. */
  z.object({ kind: z.literal('rescue'), seats: z.array(z.int()).min(1).max(500) }),
])

export const SeatAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remove'), seat: z.int() }),
  /** Whoever was removed may come back, to the same seat. */
  z.object({ kind: z.literal('readmit'), seat: z.int() }),
  z.object({ kind: z.literal('rename'), seat: z.int(), name: text(30) }),
  z.object({ kind: z.literal('extra-time'), seat: z.int(), extraPercent: z.int().min(0).max(100) }),
  z.object({ kind: z.literal('team'), seat: z.int(), team: z.int() }),
  /** Everybody leaves the lobby; removed ones stay removed. */
  z.object({ kind: z.literal('clear') }),
  z.object({ kind: z.literal('admit'), requestId: Id }),
  /** The device that asks is told so. */
  z.object({ kind: z.literal('refuse'), requestId: Id }),
])
