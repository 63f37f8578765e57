import type { SameShape } from '../../../../lib/text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  title: 'Carry results in',
  lessons: 'Lessons',
  lead: 'Played on a computer without internet? Choose the results file of that lesson to bring it here.',
  classLabel: 'Put it to class',
  classHint:
    'Pupils are matched with the class list by their names. A lesson of no class has its report, but is in no table of progress.',
  byFile: 'The class named in the file, if it is yours',
  file: 'Results file',
  fileHint:
    'The .json file from the report page of the lesson, on the computer where it was played. It has names of pupils: delete it from the USB stick once it is taken in.',
  choose: 'Choose a file',
  drop: 'or drop the file here',
  reading: 'Taking in {{name}}…',
  results: 'The files chosen just now',
  taken: '“{{title}}” was taken in',
  takenText: '{{seats}} took part, played on {{played}}. Its data are deleted on {{deleteOn}}.',
  takenOfClass: '{{seats}} took part, class {{name}}, played on {{played}}. Its data are deleted on {{deleteOn}}.',
  seats_one: '{{count}} person',
  seats_other: '{{count}} people',
  known: '“{{title}}” is here already',
  knownText: 'This file was taken in before, so it was not added again and nothing was changed.',
  refused: 'The file {{name}} was not taken in',
  open: 'Open the report',
}
