import { Injectable } from '@nestjs/common'
import { type CitationRole, TOPIC_NAMES } from '@thiso/contracts/vocab'
import { mediaIn } from '../../../platform/text/rich-text.js'
import { bodyOf, ItemsService, MediaService } from '../../item-bank/index.js'
import type { MasterItem } from '../domain/master-paper.js'
import type { PaperFileName } from '../domain/paper-files.js'
import { inPartOrder } from '../domain/paper-parts.js'
import { LEVEL_NAMES, TYPE_NAMES } from '../domain/paper-texts.js'
import type { PrintedPaperEntity } from '../infra/printed-paper.entity.js'
import { RenderingThreads } from './rendering-threads.js'

/** Gathers what a file of a stored paper is made of, and has it made. Papers and the answer sheet are made without reading a key. */
@Injectable()
export class PaperRenderer {
  constructor(
    private readonly items: ItemsService,
    private readonly media: MediaService,
    private readonly threads: RenderingThreads,
  ) {}

  render(paper: PrintedPaperEntity, file: PaperFileName): Promise<Buffer> {
    switch (file.kind) {
      case 'code-pdf':
      case 'code-docx':
      case 'all-pdf':
      case 'sheet-pdf':
        return this.paper(paper, file.kind, file.code)
      case 'key-pdf':
      case 'key-docx':
      case 'key-xlsx':
        return this.keys(paper, file.kind)
      case 'master-docx':
        return this.master(paper)
    }
  }

  /** @param code '' for all codes */
  private async paper(
    paper: PrintedPaperEntity,
    kind: 'code-pdf' | 'code-docx' | 'all-pdf' | 'sheet-pdf',
    code: string,
  ): Promise<Buffer> {
    const pointsOf = new Map(paper.itemVersionIds.map((id, index) => [id, paper.forms.points[index] ?? 0]))
    const delivered = await this.items.deliver(paper.itemVersionIds)
    const questions = new Map(
      delivered.map(({ itemVersionId, question }) => [
        itemVersionId,
        { question, points: pointsOf.get(itemVersionId) ?? 0 },
      ]),
    )
    const media = await this.mediaOf(
      delivered.flatMap(({ question }) => [question.stem, ...question.options, ...question.choices]),
    )
    const forms = paper.forms.codes.filter((form) => code === '' || form.code === code)
    return this.threads.run({ ...about(paper), kind, forms, questions, media })
  }

  private async keys(paper: PrintedPaperEntity, kind: 'key-pdf' | 'key-docx' | 'key-xlsx'): Promise<Buffer> {
    const read = await this.itemsOf(paper)
    const items = new Map(
      read.map(({ full, points }) => [
        full.version.id,
        { key: full.key.key, unit: full.version.question.unit, points },
      ]),
    )
    const listed = inPartOrder(
      read.map(({ full, points }) => ({ full, points, type: full.version.question.type })),
    ).map(({ full: { item, version }, points, type }) => ({
      itemVersionId: version.id,
      code: item.code,
      typeName: TYPE_NAMES[type],
      topicName: TOPIC_NAMES.vi[item.topic],
      levelName: LEVEL_NAMES[item.level],
      points,
    }))
    return this.threads.run({ ...about(paper), kind, items, listed })
  }

  private async master(paper: PrintedPaperEntity): Promise<Buffer> {
    const read = await this.itemsOf(paper)
    // Titles of documents as the register has them.
    const keys = new Map((await this.items.keys(paper.itemVersionIds)).map((row) => [row.itemVersionId, row]))
    const items = read.map(({ full: { item, version, key }, points }): MasterItem => {
      const citations = keys.get(version.id)?.citations ?? key.citations
      return {
        itemVersionId: version.id,
        code: item.code,
        topic: item.topic,
        level: item.level,
        points,
        body: bodyOf(version.question, key.key),
        key: key.key,
        explanation: key.explanation.vi,
        citations: citations.map(({ title, url, locator, role }) => ({
          title,
          url,
          locator,
          role: role as CitationRole,
        })),
      }
    })
    const media = await this.mediaOf(
      read.flatMap(({ full: { version, key } }) => [
        version.question.stem,
        ...version.question.options,
        ...version.question.choices,
        key.explanation.vi,
      ]),
    )
    return this.threads.run({ ...about(paper), kind: 'master-docx', items, media })
  }

  /** The items of a paper with their keys, and the points that they give on it. */
  private async itemsOf(paper: PrintedPaperEntity) {
    const found = new Map((await this.items.readVersions(paper.itemVersionIds)).map((full) => [full.version.id, full]))
    return paper.itemVersionIds.map((id, index) => {
      const full = found.get(id)
      if (!full) throw new Error(`item version ${id} of a printed paper is gone`)
      return { full, points: paper.forms.points[index] ?? 0 }
    })
  }

  /** The pictures of limited rich texts. */
  private async mediaOf(texts: readonly string[]) {
    const found = await this.media.findMany([...new Set(texts.flatMap(mediaIn))])
    return found.filter(({ mime }) => mime.startsWith('image/'))
  }
}

function about({ title, organizer, subject, durationMinutes, createdAt, forms }: PrintedPaperEntity) {
  return { heading: { title, organizer, subject, durationMinutes }, at: createdAt, forms: forms.codes }
}
