import type { SameShape } from '../../text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  banks: 'Item banks',
  bankCount: '{{approved}} approved of {{all}} items',
  noBanks: 'There is no item bank yet.',
  toItems: 'Go to Items',
  title: 'Blueprint',
  lead: 'How many items are drawn from each topic and level. Under each field: how many can be used.',
  caption: 'Items by topic and level',
  topic: 'Topic',
  total: 'Sum',
  usable: '{{count}} usable',
  missing: '{{count}} missing',
  noneUsable: 'none yet',
  cell: '{{topic}}, {{level}}: number of items',
  all: 'Items in total',
  spreadTotal: 'Wanted total',
  spread: 'Spread over the banks',
  spreadHint: 'Spreads this total over the cells in proportion to the usable items; adjust by hand afterwards.',
  clear: 'Clear all',
}
