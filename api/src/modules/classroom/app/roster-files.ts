import { parse } from 'csv-parse/sync'
import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { decodeText } from '../../item-exchange/index.js'
import type { Roster } from '../domain/roster.js'
import { readRosterTable } from '../domain/roster-table.js'
import { FileThreads } from '../infra/files/file-threads.js'

/** A class list has some kilobytes. */
const MOST_BYTES = 2_000_000
const MOST_NAMES = 200
const MOST_RECORD = 20_000
/** An old binary workbook and a PDF, which are no text. */
const OTHERS = [Buffer.from('d0cf11e0', 'hex'), Buffer.from('%PDF')]
const DELIMITERS = [',', ';', '\t', '|'] as const

/** CR-61: names from the file of a class list; nothing of the file is kept. */
@Injectable()
export class RosterFiles {
  constructor(private readonly threads: FileThreads) {}

  /** @throws ProblemError CLASS.SHEET_UNREADABLE where no list of names is found */
  async read({ bytes }: { bytes: Buffer }): Promise<Roster> {
    if (bytes.length > MOST_BYTES) throw new ProblemError('CLASS.SHEET_UNREADABLE')
    const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK'
    if (OTHERS.some((head) => bytes.subarray(0, 4).equals(head))) throw new ProblemError('CLASS.SHEET_UNREADABLE')
    const tables = isZip ? await this.threads.readWorkbook(Uint8Array.from(bytes)) : [tableOf(bytes)]
    for (const table of tables) {
      const roster = readRosterTable(table)
      if (roster && roster.names.length <= MOST_NAMES) return roster
    }
    throw new ProblemError('CLASS.SHEET_UNREADABLE')
  }
}

function tableOf(bytes: Buffer): string[][] {
  try {
    const text = decodeText(bytes).text.replace(/^\s*"?sep=."?\r?\n/i, '')
    const start = text.split(/\r\n?|\n/, 40)
    // The one that parts most of the first lines.
    const counts = DELIMITERS.map((delimiter) => start.filter((line) => line.includes(delimiter)).length)
    const delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MOST_RECORD,
      to: 5_000,
    }) as string[][]
  } catch {
    throw new ProblemError('CLASS.SHEET_UNREADABLE')
  }
}
