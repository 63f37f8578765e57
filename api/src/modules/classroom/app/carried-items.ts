import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { UPLOAD_MEGABYTES } from '../../../platform/http/upload.js'
import { mediaIn, sanitiseRich } from '../../../platform/text/rich-text.js'
import {
  type Author,
  bodyOf,
  type Ground,
  type ItemIn,
  ItemsService,
  MediaService,
  translationsOf,
  validDays,
} from '../../item-bank/index.js'
import type { CarriedItem, SetContent } from '../infra/files/file-shapes.js'
import { hashOf } from '../infra/files/lesson-file.js'

type Media = SetContent['media']

/** Drawing pictures anew takes a core; a file of hundreds must not keep one for long. */
const MEDIA_MS = 30_000

/** Items on their way from one server to another, with their keys, pictures and sounds. */
@Injectable()
export class CarriedItems {
  constructor(
    private readonly items: ItemsService,
    private readonly media: MediaService,
  ) {}

  /**
   * CR-80: items as they leave, in the order of the versions. Documents and units stay here: an item takes their names and days along.
   * @param groundsOf what each version rests on; without it an item has its own days alone
   */
  async out(
    itemVersionIds: readonly string[],
    groundsOf: (itemVersionId: string) => readonly Ground[] = () => [],
  ): Promise<{ items: CarriedItem[]; codes: string[] }> {
    const [full, keys] = await Promise.all([this.items.readVersions(itemVersionIds), this.items.keys(itemVersionIds)])
    const keyOf = new Map(keys.map((row) => [row.itemVersionId, row]))
    const versionOf = new Map(full.map((each) => [each.version.id, each]))
    const items = itemVersionIds.map((id): CarriedItem => {
      const [found, row] = [versionOf.get(id), keyOf.get(id)]
      if (!found || !row) throw new Error(`no item version ${id}`)
      const { item, version } = found
      const days = validDays(version, groundsOf(id))
      return {
        id: item.id,
        topic: item.topic,
        level: item.level,
        question: version.question,
        key: row.key,
        explanation: row.explanation,
        citations: row.citations.map(({ title, url, locator, role }) => ({ title, url, locator, role })),
        validFrom: days.from,
        validTo: days.to,
      }
    })
    return { items, codes: full.map(({ item }) => item.code) }
  }

  /** Pictures and sounds that the items show. @throws ProblemError `tooLarge` when no server would take the file */
  async mediaOf(
    items: readonly CarriedItem[],
    tooLarge: 'SET.FILE_TOO_LARGE' | 'LESSON.FILE_TOO_LARGE',
  ): Promise<Media> {
    const rows = await this.media.findMany([...mediaIdsOf(items)])
    const byteCount = rows.reduce((sum, { bytes }) => sum + bytes.length, 0)
    if ((byteCount * 4) / 3 > UPLOAD_MEGABYTES * 1024 * 1024)
      throw new ProblemError(tooLarge, { megabytes: UPLOAD_MEGABYTES })
    return rows
      .map(({ id, bytes }) => ({ id, base64: bytes.toString('base64') }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /**
   * CR-80: items as they arrive: nothing in their texts but what may stand in an item, their media kept here under ids of this server.
   * @throws ProblemError `unreadable` where a text shows what the file does not have or has in a form that nobody can show
   */
  async take(
    actor: Author,
    items: readonly CarriedItem[],
    media: Media,
    unreadable: 'SET.FILE_UNREADABLE' | 'LESSON.FILE_UNREADABLE',
  ): Promise<CarriedItem[]> {
    const clean = items.map((item) => mapTexts(item, (text) => sanitiseRich(text).html))
    const needed = mediaIdsOf(clean)
    const given = new Map(media.map(({ id, base64 }) => [id, base64]))
    if ([...needed].some((id) => !given.has(id))) throw new ProblemError(unreadable)
    const kept = new Map<string, string>()
    const since = performance.now()
    for (const id of needed) {
      if (performance.now() - since > MEDIA_MS) throw new ProblemError('UPLOAD.TOOK_TOO_LONG')
      try {
        kept.set(id, (await this.media.keep(actor.accountId, Buffer.from(given.get(id) ?? '', 'base64'))).id)
      } catch (error) {
        throw error instanceof ProblemError ? new ProblemError(unreadable) : error
      }
    }
    return clean.map((item) =>
      mapTexts(item, (text) =>
        text.replace(/src="media:([^"]+)"/g, (_, id: string) => `src="media:${kept.get(id) ?? id}"`),
      ),
    )
  }
}

/** CR-81: what tells that two items say the same, wherever they lie. */
export function fingerprint({ id: _, ...item }: CarriedItem): string {
  return hashOf(item)
}

/** An item that arrived as a bank takes it. */
export function itemInOf(item: CarriedItem, bankId: string): ItemIn {
  const { question, key, explanation, citations } = item
  return {
    bankId,
    topic: item.topic,
    subtopicId: null,
    level: item.level,
    body: bodyOf(question, key),
    explanation: explanation.vi,
    translations: translationsOf(question, key, explanation.en),
    points: 1,
    intendedDifficulty: null,
    tags: [],
    competences: [],
    facts: [],
    unitIds: [],
    exclusionGroup: '',
    variantGroup: '',
    citations: citations.map((citation) => ({ documentId: null, ...citation })),
    validFrom: item.validFrom,
    validTo: item.validTo,
  }
}

function mediaIdsOf(items: readonly CarriedItem[]): Set<string> {
  const found = new Set<string>()
  for (const item of items)
    mapTexts(item, (text) => {
      for (const id of mediaIn(text)) found.add(id)
      return text
    })
  return found
}

function mapTexts(item: CarriedItem, rich: (text: string) => string): CarriedItem {
  const { question, explanation } = item
  const en = question.translations.en
  return {
    ...item,
    question: {
      ...question,
      stem: rich(question.stem),
      options: question.options.map(rich),
      choices: question.choices.map(rich),
      translations: en
        ? { en: { stem: rich(en.stem), options: en.options.map(rich), choices: en.choices.map(rich) } }
        : {},
    },
    explanation: { vi: rich(explanation.vi), en: rich(explanation.en) },
  }
}
