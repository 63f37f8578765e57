import type { SameShape } from '../../text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  all: 'All units',
  more: 'Add a unit',
  chosen: '{{label}}: chosen',
  unknown: 'A unit that is not in the tree of that day',
}
