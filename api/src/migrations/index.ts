import { FirstTables1795400000000 } from './1795400000000-first-tables.js'

/** In order; merged ones are never edited. */
export const migrations = [FirstTables1795400000000]
