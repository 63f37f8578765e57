import { en as common } from '../../lib/texts/en'
import { en as shell } from '../shell/texts/en'
import { en as amending } from '../../lib/amendments/texts/en'
import { en as blueprint } from '../../lib/blueprint/texts/en'
import { en as leadDraw } from '../../lib/draw/texts/en'
import { en as exchangeWords } from '../../lib/exchange/texts/en'
import { en as itemBank } from '../../lib/item-bank/texts/en'
import { en as ranking } from '../../lib/ranking/texts/en'
import { en as rich } from '../../lib/rich/texts/en'
import { en as unitsField } from '../../lib/units/texts/en'
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
  ...namespaces(import.meta.glob(['../../features/*/texts/en.ts', '../../features/*/*/texts/en.ts'], { eager: true })),
}
