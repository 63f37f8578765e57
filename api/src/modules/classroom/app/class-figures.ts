import { type ProgressCell, progressMean, type ProgressTrend, progressTrend } from '@thiso/contracts/vocab'
import type { ClassReport } from './lesson-reports.js'

/** CR-72: a class over its lessons, the first lesson first; what sheets and documents say of it. */
export interface ClassFigures {
  lessons: (ClassReport['lessons'][number] & {
    /** From 1 on. */
    number: number
    /** Pupils of the class who were there; `seatCount` has the nicknames too. */
    hereCount: number
    share: number | null
  })[]
  pupils: {
    number: number
    name: string
    /** By lesson; null: was not there. */
    cells: ProgressCell[]
    hereCount: number
    share: number | null
    trend: ProgressTrend
  }[]
  /** Of everything that was asked of pupils of the class. */
  share: number | null
}

export function classFigures(
  pupils: readonly { id: string; number: number; name: string }[],
  report: ClassReport,
): ClassFigures {
  const known = new Map(report.progress.map(({ pupilId, lessons }) => [pupilId, lessons]))
  const rows = pupils.map(({ id, number, name }) => {
    const cells: ProgressCell[] = [...(known.get(id) ?? [])].reverse()
    return {
      number,
      name,
      cells,
      hereCount: cells.filter((cell) => cell !== null).length,
      share: progressMean(cells),
      trend: progressTrend(cells),
    }
  })
  const lessons = [...report.lessons].reverse().map((lesson, index) => {
    const cells = rows.map(({ cells: own }) => own[index] ?? null)
    return {
      ...lesson,
      number: index + 1,
      hereCount: cells.filter((cell) => cell !== null).length,
      share: progressMean(cells),
    }
  })
  return { lessons, pupils: rows, share: progressMean(rows.flatMap(({ cells }) => cells)) }
}
