import type { SameShape } from '../../../lib/text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  title: 'Topic tree',
  lead: 'The eight topics and their subtopics, for finding and counting items; papers are drawn by topic all the same. Choose a name to see its items.',
  items_one: '{{formatted}} item',
  items_other: '{{formatted}} items',
  loose_one: '{{formatted}} item is in no subtopic',
  loose_other: '{{formatted}} items are in no subtopic',
  none: 'No subtopics yet.',
  expand: 'Open {{name}}',
  collapse: 'Close {{name}}',
  expandAll: 'Open all',
  collapseAll: 'Close all',
  addTo: 'Add a subtopic to “{{name}}”',
  rename: 'Rename “{{name}}”',
  renameTitle: 'Rename a subtopic',
  remove: 'Delete “{{name}}”',
  removed: '“{{name}}” was deleted.',
  undo: 'Undo',
  name: 'Name',
  refused: {
    title: '“{{name}}” could not be deleted',
    how: 'In the list of items, select them and use “Change together” to move them to another subtopic.',
    close: 'Close',
    toItems: 'See these items',
  },
}
