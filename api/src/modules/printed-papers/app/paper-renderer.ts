import { Injectable } from '@nestjs/common'
import type { CitationRole } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Semaphore } from '../../../kernel/semaphore.js'
import { mediaIn } from '../../../platform/text/rich-text.js'
import { bodyOf, ItemsService, MediaService } from '../../item-bank/index.js'
import { sheetParts } from '../domain/answer-sheet.js'
import { keyTables, markingsOf } from '../domain/key-table.js'
import type { MasterItem } from '../domain/master-paper.js'
import type { PaperFileName } from '../domain/paper-files.js'
import { inPartOrder, partsOf } from '../domain/paper-parts.js'
import { LEVEL_NAMES, TOPIC_NAMES, TYPE_NAMES } from '../domain/paper-texts.js'
import { printedCodes } from '../domain/printed-code.js'
import { keyDocx } from '../infra/docx/key-docx.js'
import { masterDocx } from '../infra/docx/master-docx.js'
import { paperDocx } from '../infra/docx/paper-docx.js'
import { keyXlsx } from '../infra/key-xlsx.js'
import { answerSheetPdf } from '../infra/pdf/answer-sheet-pdf.js'
import { keyPdf } from '../infra/pdf/key-pdf.js'
import { type PaperFile, paperPdf } from '../infra/pdf/paper-pdf.js'
import { readPictures } from '../infra/pictures.js'
import type { PrintedPaperEntity } from '../infra/printed-paper.entity.js'

const MAKER = 'Thi Số'
/** One file is made at a time: making them is work for a processor that answers of running rounds need too. */
const WIDTH = 1
const QUEUE = 20

/** Makes the files of a stored paper. Papers and the answer sheet are made without reading a key. */
@Injectable()
export class PaperRenderer {
  private readonly gate = new Semaphore(WIDTH, QUEUE)

  constructor(
    private readonly items: ItemsService,
    private readonly media: MediaService,
  ) {}

  render(paper: PrintedPaperEntity, file: PaperFileName): Promise<Buffer> {
    return this.gate.run(
      () => this.make(paper, file),
      () => new ProblemError('SERVER.BUSY'),
    )
  }

  private make(paper: PrintedPaperEntity, file: PaperFileName): Promise<Buffer> {
    switch (file.kind) {
      case 'code-pdf':
      case 'code-docx':
      case 'all-pdf':
      case 'sheet-pdf':
        return this.withoutKeys(paper, file)
      case 'key-pdf':
      case 'key-docx':
      case 'key-xlsx':
        return this.keys(paper, file.kind)
      case 'master-docx':
        return this.master(paper)
    }
  }

  private async withoutKeys(paper: PrintedPaperEntity, { kind, code }: PaperFileName): Promise<Buffer> {
    const pointsOf = new Map(paper.itemVersionIds.map((id, index) => [id, paper.forms.points[index] ?? 0]))
    const delivered = await this.items.deliver(paper.itemVersionIds)
    const questions = new Map(
      delivered.map(({ itemVersionId, question }) => [
        itemVersionId,
        { question, points: pointsOf.get(itemVersionId) ?? 0 },
      ]),
    )
    const texts = delivered.flatMap(({ question }) => [question.stem, ...question.options, ...question.choices])
    const about = await this.about(paper, texts)
    const forms = code === '' ? paper.forms.codes : paper.forms.codes.filter((form) => form.code === code)
    const codes = printedCodes(forms, questions)
    const [first] = codes
    if (!first) throw new ProblemError('PAPER.NOT_FOUND')
    if (kind === 'sheet-pdf') return answerSheetPdf(about, sheetParts(codes))
    return kind === 'code-docx' ? paperDocx(about, first) : paperPdf(about, codes)
  }

  private async keys(paper: PrintedPaperEntity, kind: 'key-pdf' | 'key-docx' | 'key-xlsx'): Promise<Buffer> {
    const items = await this.keyedItems(paper)
    const { codes } = paper.forms
    const byId = new Map(
      items.map(({ full, points }) => [
        full.version.id,
        { key: full.key.key, unit: full.version.question.unit, points },
      ]),
    )
    const tables = keyTables(codes, byId)
    const names = codes.map(({ code }) => code)
    const about = await this.about(paper, [])
    if (kind === 'key-pdf') return keyPdf(about, names, tables, markingsOf(codes, byId))
    if (kind === 'key-docx') return keyDocx(about, names, tables, markingsOf(codes, byId))
    const listed = inPartOrder(
      items.map(({ full, points }) => ({
        ...full.item,
        points,
        itemVersionId: full.version.id,
        type: full.version.question.type,
      })),
    )
    return keyXlsx(
      paper.title,
      names,
      tables,
      listed.map(({ itemVersionId, code, type, topic, level, points }) => ({
        itemVersionId,
        code,
        typeName: TYPE_NAMES[type],
        topicName: TOPIC_NAMES[topic],
        levelName: LEVEL_NAMES[level],
        points,
      })),
      paper.createdAt,
    )
  }

  private async master(paper: PrintedPaperEntity): Promise<Buffer> {
    const items = await this.keyedItems(paper)
    // Titles of documents as the register has them.
    const keys = new Map((await this.items.keys(paper.itemVersionIds)).map((row) => [row.itemVersionId, row]))
    const entries = items.map(({ full, points }): MasterItem & { type: MasterItem['body']['type'] } => {
      const row = keys.get(full.version.id)
      const citations = (row?.citations ?? full.key.citations).map(({ title, url, locator, role }) => ({
        title,
        url,
        locator,
        role: role as CitationRole,
      }))
      return {
        itemVersionId: full.version.id,
        type: full.version.question.type,
        code: full.item.code,
        topic: full.item.topic,
        level: full.item.level,
        points,
        body: bodyOf(full.version.question, full.key.key),
        key: full.key.key,
        explanation: full.key.explanation.vi,
        citations,
      }
    })
    const typeOf = new Map(entries.map(({ itemVersionId, type }) => [itemVersionId, type]))
    const codes = paper.forms.codes.map(({ code, places }) => {
      const typed = places.map(({ itemVersionId }) => ({
        itemVersionId,
        type: typeOf.get(itemVersionId) as MasterItem['body']['type'],
      }))
      const numbers = partsOf(typed).flatMap((part) =>
        part.entries.map(({ number, entry }) => [entry.itemVersionId, number] as const),
      )
      return { code, numbers: new Map(numbers) }
    })
    const texts = entries.flatMap(({ explanation }) => [explanation])
    const questions = items.flatMap(({ full: { version } }) => [
      version.question.stem,
      ...version.question.options,
      ...version.question.choices,
    ])
    return masterDocx(await this.about(paper, [...texts, ...questions]), partsOf(inPartOrder(entries)), codes)
  }

  private async keyedItems(paper: PrintedPaperEntity) {
    const found = new Map((await this.items.readVersions(paper.itemVersionIds)).map((full) => [full.version.id, full]))
    return paper.itemVersionIds.map((id, index) => {
      const full = found.get(id)
      if (!full) throw new Error(`item version ${id} of a printed paper is gone`)
      return { full, points: paper.forms.points[index] ?? 0 }
    })
  }

  /** @param texts limited rich text whose pictures are needed */
  private async about(paper: PrintedPaperEntity, texts: readonly string[]): Promise<PaperFile> {
    const media = await this.media.findMany([...new Set(texts.flatMap(mediaIn))])
    const { title, organizer, subject, durationMinutes } = paper
    return {
      heading: { title, organizer, subject, durationMinutes },
      author: MAKER,
      at: paper.createdAt,
      pictures: await readPictures(media),
    }
  }
}
