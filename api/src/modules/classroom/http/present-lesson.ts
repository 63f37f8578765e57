import type { LessonRow } from '../infra/lesson.repository.js'

export function presentLessonHead(lesson: LessonRow, seatCount: number) {
  const { id, title, settings, state, pin, className, createdAt, endedAt, deleteOn, isCarriedIn } = lesson
  return {
    id,
    title,
    mode: settings.mode,
    phase: state.phase,
    pin,
    until: settings.until,
    className,
    seatCount,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    deleteOn,
    isCarriedIn,
  }
}
