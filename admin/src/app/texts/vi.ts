import { vi as common } from '../../lib/texts/vi'
import { vi as shell } from '../shell/texts/vi'
import { vi as amending } from '../../lib/amendments/texts/vi'
import { vi as blueprint } from '../../lib/blueprint/texts/vi'
import { vi as leadDraw } from '../../lib/draw/texts/vi'
import { vi as exchangeWords } from '../../lib/exchange/texts/vi'
import { vi as itemBank } from '../../lib/item-bank/texts/vi'
import { vi as ranking } from '../../lib/ranking/texts/vi'
import { vi as rich } from '../../lib/rich/texts/vi'
import { vi as unitsField } from '../../lib/units/texts/vi'
import { namespaces } from './bundle'

export default {
  common,
  shell,
  amending,
  blueprint,
  itemBank,
  leadDraw,
  exchangeWords,
  ranking,
  rich,
  unitsField,
  ...namespaces(import.meta.glob(['../../features/*/texts/vi.ts', '../../features/*/*/texts/vi.ts'], { eager: true })),
}
