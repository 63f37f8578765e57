import { FirstTables1795400000000 } from './1795400000000-first-tables.js'
import { ItemBank1795500000000 } from './1795500000000-item-bank.js'

/** In order; merged ones are never edited. */
export const migrations = [FirstTables1795400000000, ItemBank1795500000000]
