import { type Locale, progressShare } from '@thiso/contracts/vocab'
import type { BookSheet, SheetCell } from '../infra/files/workbooks.js'
import type { ClassFigures } from './class-figures.js'
import { REPORT_TEXTS } from './report-texts.js'

/** CR-72: a class over its lessons, the oldest first. @param dayOf how the day of a lesson is written */
export function classSheets(
  deleteOn: string,
  { lessons, pupils, share: shareOfClass }: ClassFigures,
  locale: Locale,
  dayOf: (instant: Date) => string,
): BookSheet[] {
  const texts = REPORT_TEXTS[locale]
  const share = { width: 16, format: 'percent' as const }
  return [
    {
      name: texts.sheets.results,
      columns: [
        { header: texts.number, width: 7 },
        { header: texts.pupils.name, width: 30 },
        // Two of a day may have one title.
        ...lessons.map(({ number, lesson }) => ({
          header: `${number}. ${dayOf(lesson.createdAt)} ${lesson.title}`,
          ...share,
        })),
        { header: texts.total, ...share },
        { header: texts.joined, width: 16 },
        { header: texts.trend, width: 18 },
      ],
      rows: [
        ...pupils.map(({ number, name, cells, share: own, hereCount, trend }): SheetCell[] => [
          number,
          name,
          ...cells.map(progressShare),
          own,
          hereCount,
          texts.trends[trend],
        ]),
        [null, texts.classMean, ...lessons.map((lesson) => lesson.share), shareOfClass, null, null],
      ],
    },
    {
      name: texts.sheets.lessons,
      columns: [
        { header: texts.date, width: 14 },
        { header: texts.lesson, width: 44 },
        { header: texts.facts.mode, width: 28 },
        { header: texts.facts.seats, width: 14 },
        { header: texts.facts.carriedIn, width: 40 },
      ],
      rows: [
        ...lessons.map(({ lesson, seatCount }): SheetCell[] => [
          dayOf(lesson.createdAt),
          lesson.title,
          texts.modes[lesson.settings.mode],
          seatCount,
          lesson.isCarriedIn ? texts.carriedIn : '',
        ]),
        [],
        [texts.classNote(deleteOn)],
      ],
    },
  ]
}
