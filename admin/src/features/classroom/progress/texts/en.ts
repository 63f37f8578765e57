import type { SameShape } from '../../../../lib/text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  title: 'Progress of the class',
  titleOf: 'Progress of class {{name}}',
  lead: 'What share each pupil had right, lesson by lesson. Only you see this table.',
  oneClass: 'Class',
  whole: {
    title: 'The class, lesson by lesson',
    lead: 'Of those who were there.',
    label: 'Share of right answers of the class in each lesson',
    value: '{{share}} · {{here}}/{{all}} pupils',
    nobody: 'nobody',
  },
  table: {
    title: 'Pupil by pupil',
    caption: 'Share of right answers of each pupil in each lesson',
    pupil: 'Pupil',
    mean: 'Whole year',
    trend: 'Trend',
    away: 'away',
    cell: '{{right}} of {{asked}}',
    lessonLink: 'Report of {{title}}, {{date}}',
    older: 'Earlier lessons',
    newer: 'Later lessons',
    which: 'Lessons {{from}}–{{to}} of {{total}}, the newest first',
  },
  trend: {
    up: 'rising',
    down: 'falling',
    even: 'steady',
    unknown: 'needs more lessons',
    said: '{{word}}; from the first lesson to the last: {{shares}}',
    hint: 'The trend compares the mean of the latest lessons with those just before them, at most three on each side. Less than 10% apart counts as steady.',
  },
  sheet: 'Download Excel (XLSX)',
  pdf: 'Download PDF',
  failed: 'The file could not be downloaded. {{reason}}',
  noPupils: 'The class has no pupils yet',
  noPupilsText: 'Add the list of pupils, then let them join lessons by their names on it.',
  noLessons: 'The class has no lesson that has ended',
  noLessonsText:
    'This table begins with the first lesson that pupils join by the class list. Who joins with a nickname is counted for nobody.',
  kept: 'Names and results of the class are deleted on {{date}}.',
}
