/** The life of an import. */
export const IMPORT_STATES = ['reading', 'ready', 'importing', 'imported', 'undone', 'failed'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** Somebody works on it: a process reads the file, or writes its items. */
export function isUnderWay(state: ImportState): boolean {
  return state === 'reading' || state === 'importing'
}

/**
 * IX-4: may its rows still be corrected, chosen and imported? Before the import, after it was undone, and when the import itself was
 * broken off; a file that could not be read has no rows.
 */
export function isOpen({ state, rowCount }: { state: ImportState; rowCount: number }): boolean {
  return state === 'ready' || state === 'undone' || (state === 'failed' && rowCount > 0)
}
