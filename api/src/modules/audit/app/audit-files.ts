import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { fold, type Locale } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { type Cell, type Column, csvStream, xlsxStream } from '../../../platform/files/table-files.js'
import { AuditLinkRepository, type ExportedEntry } from '../infra/audit-link.repository.js'
import type { EntryFilter } from '../infra/entry-filter.js'
import { AuditChain } from './audit-chain.js'
import { AuditService } from './audit.service.js'

const PART = 2_000

const HEADERS = {
  vi: [
    'Mắt xích',
    'Số',
    'Lúc',
    'Mã người làm',
    'Người làm',
    'Việc',
    'Đối tượng',
    'Chi tiết',
    'Đầu chuỗi trước',
    'Đầu chuỗi',
  ],
  en: ['Link', 'Number', 'At', 'Actor id', 'Actor', 'Act', 'Subject', 'Details', 'Head before', 'Head'],
} as const
const WIDTHS = [10, 10, 26, 38, 28, 28, 46, 60, 66, 66]
const TITLE = { vi: 'Nhật ký', en: 'Audit log' } as const

/** HC-9: the log as a file with which anybody can fold the chain again. */
@Injectable()
export class AuditFiles {
  constructor(
    private readonly links: AuditLinkRepository,
    private readonly chain: AuditChain,
    private readonly audit: AuditService,
  ) {}

  /** What the filter leaves, in the order of the chain, in parts that are never held together. */
  async file(
    actorId: string,
    format: 'csv' | 'xlsx',
    { q, from, to }: EntryFilter,
    locale: Locale,
  ): Promise<{ content: Readable; name: string }> {
    const filter = { q: q ? fold(q) : undefined, from, to }
    const name = locale === 'vi' ? 'nhat-ky' : 'audit-log'
    // The entry about the export itself is the last one of the file, unless it is filtered away.
    await this.audit.recordReading(actorId, 'audit.exported', `file:${name}.${format}`, {
      ...(q ? { q } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    })
    await this.chain.linkAll()
    const { size } = await this.chain.top()
    const columns: Column[] = HEADERS[locale].map((header, index) => ({ header, width: WIDTHS[index] as number }))
    const rows = this.parts(filter, size)
    return { content: format === 'csv' ? csvStream(columns, rows) : xlsxStream(TITLE[locale], columns, rows), name }
  }

  private async *parts(filter: EntryFilter, upTo: number): AsyncGenerator<Cell[][]> {
    for (let after = 0; ; ) {
      const part = await this.links.exported(filter, after, upTo, PART)
      const last = part.at(-1)
      if (!last) return
      yield part.map(cellsOf)
      after = last.linkNo
    }
  }
}

function cellsOf({ linkNo, entry, actorName, before, head }: ExportedEntry): Cell[] {
  return [
    linkNo,
    entry.id,
    new Date(entry.atMs).toISOString(),
    entry.actorId ?? '',
    actorName,
    entry.act,
    entry.subject,
    canonicalJson(entry.detail),
    before.toString('hex'),
    head.toString('hex'),
  ]
}
