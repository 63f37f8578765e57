import { pathToFileURL } from 'node:url'
import type { DataSource } from 'typeorm'
import { freshDatabase, type TestDatabase } from '../../../../../test/support/databases'
import * as rows from '../../../../../test/support/item-rows'
import { addPerson } from '../../../../../test/support/people'
import { at } from '../../../../../test/support/place'
import type { ProblemError } from '../../../kernel/problem-error.js'
import { createDataSource } from '../../../platform/db/database.js'
import { DbClock } from '../../../platform/db/db-clock.js'
import { schema } from '../../../schema.js'
import { AuditService } from '../../audit/index.js'
import { AuditRepository } from '../../audit/infra/audit.repository.js'
import { type Author, BanksService, ItemsService, MediaService } from '../../item-bank/index.js'
import { BankRepository } from '../../item-bank/infra/bank.repository.js'
import { ItemListRepository } from '../../item-bank/infra/item-list.repository.js'
import { ItemRepository } from '../../item-bank/infra/item.repository.js'
import { MediaRepository } from '../../item-bank/infra/media.repository.js'
import { PrintedPaperRepository } from '../infra/printed-paper.repository.js'
import { PaperRenderer } from './paper-renderer.js'
import { type PaperIn, PrintedPapersService } from './printed-papers.service.js'
import { RenderingThreads } from './rendering-threads.js'

/** The thread as it is built: node itself reads no TypeScript. */
class BuiltThreads extends RenderingThreads {
  protected override readonly file = pathToFileURL(at('api/dist/modules/printed-papers/app/rendering.thread.js'))
}

/** The application's own parts on a database of their own, and what specs do with them again and again. */
export class PaperStage {
  papers: PrintedPapersService
  repository: PrintedPaperRepository
  media: MediaService
  items: ItemRepository
  organizer: Author
  teacher: Author
  database: TestDatabase
  dataSource: DataSource
  private clock: DbClock

  async open(): Promise<void> {
    this.database = await freshDatabase()
    this.dataSource = await createDataSource(this.database.url, schema).initialize()
    this.clock = new DbClock(this.dataSource)
    await this.clock.start()
    const audit = new AuditService(new AuditRepository(this.dataSource))
    const banks = new BanksService(new BankRepository(this.dataSource), audit)
    this.items = new ItemRepository(this.dataSource)
    const reading = new ItemsService(this.items, new ItemListRepository(this.dataSource), banks, audit, this.clock)
    this.media = new MediaService(new MediaRepository(this.dataSource))
    this.repository = new PrintedPaperRepository(this.dataSource)
    const renderer = new PaperRenderer(reading, this.media, new BuiltThreads())
    this.papers = new PrintedPapersService(this.repository, reading, banks, renderer, audit, this.clock)
    this.organizer = await this.person('organizer')
    this.teacher = await this.person('teacher')
  }

  async close(): Promise<void> {
    this.clock?.stop()
    await this.dataSource?.destroy()
    await this.database?.drop()
  }

  addBank(): Promise<string> {
    return rows.addBank(this.database.pool, false)
  }

  /** A bank of the teacher's own. */
  async addOwnBank(): Promise<string> {
    const bankId = await this.addBank()
    await this.database.pool.query(`UPDATE item_bank SET owner_id = $2 WHERE id = $1`, [bankId, this.teacher.accountId])
    return bankId
  }

  addItem(bankId: string, row?: rows.ItemRow): Promise<rows.AddedItem> {
    return rows.addItem(this.database.pool, bankId, row)
  }

  async addItems(bankId: string, count: number, row?: rows.ItemRow): Promise<rows.AddedItem[]> {
    const added = []
    for (let n = 0; n < count; n++) added.push(await this.addItem(bankId, row))
    return added
  }

  async stored(paperId: string) {
    const paper = await this.repository.find(paperId)
    if (!paper) throw new Error('no such paper')
    return paper
  }

  /** Traces of readings of keys. */
  async keyReadings(): Promise<{ detail: { count: number } }[]> {
    const { rows: found } = await this.database.pool.query(
      `SELECT detail FROM audit_entry WHERE act = 'item.keys_read' ORDER BY at`,
    )
    return found
  }

  private async person(role: 'organizer' | 'teacher'): Promise<Author> {
    return { accountId: (await addPerson(this.database.pool, role)).accountId, role }
  }
}

export function paperInput(bankId: string, change: Partial<PaperIn> = {}): PaperIn {
  return {
    title: 'Kiểm tra giữa kỳ',
    organizer: 'Trường THPT Trần Quý Cáp',
    subject: 'Môn: Tin học',
    durationMinutes: 45,
    bankIds: [bankId],
    blueprint: [],
    itemIds: [],
    codeCount: 2,
    isShuffled: true,
    ...change,
  }
}

/** A blueprint of one cell. */
export function recall(count: number): Pick<PaperIn, 'blueprint'> {
  return { blueprint: [{ topic: 'concepts', level: 'recall', count }] }
}

/** What the work was refused with. */
export async function problemOf(work: Promise<unknown>): Promise<ProblemError> {
  try {
    await work
  } catch (error) {
    return error as ProblemError
  }
  throw new Error('this should have been refused')
}
