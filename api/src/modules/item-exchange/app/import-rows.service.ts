import { Injectable } from '@nestjs/common'
import type { ItemDraft, ItemProblem } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import {
  AuthoringService,
  type Author,
  BankChecksService,
  BanksService,
  DocumentsService,
  MediaService,
} from '../../item-bank/index.js'
import { documentFinder } from '../domain/document-names.js'
import type { Duplicate } from '../infra/import.entities.js'
import { ImportRowRepository, type StoredRow } from '../infra/import-row.repository.js'
import { ImportRepository, type ListedBatch } from '../infra/import.repository.js'
import { checkedDraft, cleanDraft, isFaulty, mediaOf } from './check-draft.js'
import { faultsCsv } from './faults-csv.js'
import { ImportsService } from './imports.service.js'
import { itemDuplicate, nearness, rowDuplicate, shown, type Stem, stemOf } from './near-rows.js'

const CSV_ROWS_AT_ONCE = 500

/** Single rows of an import: corrected, chosen, told of. */
@Injectable()
export class ImportRowsService {
  constructor(
    private readonly imports: ImportsService,
    private readonly batches: ImportRepository,
    private readonly rows: ImportRowRepository,
    private readonly authoring: AuthoringService,
    private readonly banks: BanksService,
    private readonly checks: BankChecksService,
    private readonly documents: DocumentsService,
    private readonly media: MediaService,
  ) {}

  /**
   * Corrects a row, chooses it, or both. A corrected row is looked at anew, as are the rows that it resembles (IX-5); one that is no
   * longer faulty is chosen unless the person says otherwise.
   */
  async change(
    actor: Author,
    batchId: string,
    ordinal: number,
    change: { draft?: ItemDraft | undefined; isChosen?: boolean | undefined },
  ): Promise<StoredRow> {
    const batch = await this.imports.demand(actor, batchId)
    await this.banks.demandReach(actor, batch.bankId)
    const checked = change.draft && (await this.checked(change.draft))
    const row = await this.batches.whileOpen(batchId, async (manager) => {
      const known = await this.rows.find(batchId, ordinal, manager)
      if (!known) throw new ProblemError('IMPORT.NOT_FOUND')
      if (checked) await this.correct(manager, batch, known, checked, change.isChosen)
      else if (change.isChosen !== undefined) await this.rows.setChosen(manager, batchId, ordinal, change.isChosen)
      return this.rows.find(batchId, ordinal, manager)
    })
    if (!row) throw new ProblemError('IMPORT.WRONG_STATE')
    return row
  }

  /** Everything that is wrong with a batch's rows, as a sheet of comma-separated values. */
  async *faults(actor: Author, batchId: string, locale: 'vi' | 'en'): AsyncGenerator<string> {
    await this.imports.demand(actor, batchId)
    yield faultsCsv.header(locale)
    for (let after = 0; ; ) {
      const part = await this.rows.withProblems(batchId, after, CSV_ROWS_AT_ONCE)
      if (part.length === 0) return
      yield part.map((row) => faultsCsv.lines(row, locale)).join('')
      after = part.at(-1)?.ordinal ?? after
    }
  }

  private async checked(draft: ItemDraft): Promise<{ draft: ItemDraft; problems: ItemProblem[] }> {
    const clean = cleanDraft(draft)
    const media = mediaOf(clean.draft)
    const known = await this.media.known(media)
    const said = [
      ...clean.problems,
      ...media.filter((id) => !known.has(id)).map((id): ItemProblem => ({ code: 'media_missing', detail: id })),
    ]
    return checkedDraft(clean.draft, said, documentFinder(await this.documents.names()))
  }

  private async correct(
    manager: Transaction,
    batch: ListedBatch,
    known: StoredRow,
    { draft, problems }: { draft: ItemDraft; problems: ItemProblem[] },
    isChosen: boolean | undefined,
  ): Promise<void> {
    const { ordinal, place } = known
    if (draft.code !== '') {
      const isTaken =
        (await this.authoring.takenCodes([draft.code])).has(draft.code) ||
        (await this.rows.hasCode(manager, batch.id, ordinal, draft.code))
      if (isTaken) problems.push({ code: 'code_taken', detail: draft.code })
    }
    const stem = stemOf({ ordinal, place, draft })
    const duplicates = shown([
      ...(await this.nearItems(batch.bankId, stem)),
      ...(await this.compareRows(manager, batch.id, stem)),
    ])
    const faulty = isFaulty(problems)
    const wasHeldBack = known.isFaulty || known.duplicates.length > 0
    const isTakenIn = isChosen ?? (known.isChosen || (wasHeldBack && duplicates.length === 0))
    await this.rows.update(manager, batch.id, {
      ordinal,
      draft,
      problems,
      duplicates,
      stemBands: stem.bands,
      isFaulty: faulty,
      isChosen: isTakenIn && !faulty,
    })
  }

  private async nearItems(bankId: string, stem: Stem): Promise<Duplicate[]> {
    const found = await this.checks.near(stem.text, [bankId], null)
    return found.map((item) => itemDuplicate(item, item.resemblance))
  }

  /** @returns the earlier rows that a row resembles; later rows are told whether they resemble it now */
  private async compareRows(manager: Transaction, batchId: string, stem: Stem): Promise<Duplicate[]> {
    const earlier: Duplicate[] = []
    for (const other of await this.rows.neighbours(manager, batchId, stem.ordinal, stem.bands)) {
      const otherStem = stemOf(other)
      const share = nearness(stem, otherStem)
      if (other.ordinal < stem.ordinal) {
        if (share > 0) earlier.push(rowDuplicate(otherStem, share))
        continue
      }
      const rest = other.duplicates.filter((duplicate) => duplicate.ordinal !== stem.ordinal)
      const now = share > 0 ? shown([...rest, rowDuplicate(stem, share)]) : rest
      if (JSON.stringify(now) !== JSON.stringify(other.duplicates))
        await this.rows.setDuplicates(manager, batchId, other.ordinal, now)
    }
    return earlier
  }
}
