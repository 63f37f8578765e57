import {
  type CognitiveLevel,
  type ItemBody,
  type ItemState,
  type ItemTranslation,
  plainText,
  textsOf,
  type Topic,
} from '@thiso/contracts/vocab'
import { sanitiseRich } from '../../../platform/text/rich-text.js'
import { partsOf } from '../domain/item-parts.js'
import { bandsOf, shinglesOf } from '../domain/near-duplicates.js'
import { searchText } from '../domain/search-words.js'
import type { StoredCitation } from '../infra/item.entities.js'
import type { ItemRecord } from '../infra/item.repository.js'

/** An item as it is handed in. */
export interface ItemIn {
  bankId: string
  topic: Topic
  subtopicId: string | null
  level: CognitiveLevel
  body: ItemBody
  explanation: string
  translations: { en?: ItemTranslation | undefined }
  points: number
  intendedDifficulty: number | null
  tags: string[]
  competences: string[]
  facts: string[]
  unitIds: string[]
  exclusionGroup: string
  variantGroup: string
  citations: StoredCitation[]
  validFrom: string | null
  validTo: string | null
}

export const CODE_PREFIX: Record<Topic, string> = {
  concepts: 'CN',
  'national-policy': 'NP',
  'digital-government': 'DG',
  'digital-economy': 'DE',
  'digital-society': 'DS',
  'cyber-safety': 'CS',
  'quang-nam': 'QN',
  'youth-union': 'YU',
}

export function codeOf(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(3, '0')}`
}

/**
 * IB-9: the item with every rich text sanitised, typed answers and units tidied.
 * @returns also the names of elements with a meaning that had to go
 */
export function sanitisedItem<T extends Pick<ItemIn, 'body' | 'explanation' | 'translations'>>(
  input: T,
): { input: T; removed: string[] } {
  const removed = new Set<string>()
  const rich = (text: string) => {
    const clean = sanitiseRich(text)
    for (const name of clean.removed) removed.add(name)
    return clean.html
  }
  const en = input.translations.en
  const clean = {
    ...input,
    body: mapTexts(input.body, rich),
    explanation: rich(input.explanation),
    translations: en
      ? { en: { stem: rich(en.stem), texts: en.texts.map(rich), explanation: rich(en.explanation) } }
      : {},
  }
  return { input: clean, removed: [...removed] }
}

/** The same body with every rich text passed through a function. */
export function mapTexts(body: ItemBody, rich: (text: string) => string): ItemBody {
  const stem = rich(body.stem)
  switch (body.type) {
    case 'single-choice':
    case 'multiple-choice':
      return { ...body, stem, options: body.options.map(rich) }
    case 'true-false-group':
      return { ...body, stem, statements: body.statements.map(({ text, isTrue }) => ({ text: rich(text), isTrue })) }
    case 'ordering':
      return { ...body, stem, entries: body.entries.map(rich) }
    case 'matching':
      return {
        ...body,
        stem,
        pairs: body.pairs.map(({ prompt, choice }) => ({ prompt: rich(prompt), choice: rich(choice) })),
        distractors: body.distractors.map(rich),
      }
    case 'short-text':
      return { ...body, stem, accepted: body.accepted.map((text) => text.normalize('NFC').trim()).filter(Boolean) }
    case 'number':
      return { ...body, stem, unit: body.unit.normalize('NFC').trim() }
    default:
      return { ...body, stem }
  }
}

/** The rows of an item; `input` is sanitised. */
export function recordOf(
  own: {
    id: string
    code: string
    state: ItemState
    version: number
    versionId: string
    authorId: string | null
    batchId: string | null
  },
  input: ItemIn,
): ItemRecord {
  const translations = input.translations.en ? { en: input.translations.en } : {}
  const { question, key } = partsOf(input.body, translations)
  const stemText = plainText(input.body.stem)
  const documentIds = [...new Set(input.citations.flatMap(({ documentId }) => documentId ?? []))]
  const basisDocumentIds = [
    ...new Set(input.citations.flatMap(({ documentId, role }) => (documentId && role === 'basis' ? [documentId] : []))),
  ]
  return {
    item: {
      id: own.id,
      bankId: input.bankId,
      code: own.code,
      type: input.body.type,
      topic: input.topic,
      subtopicId: input.subtopicId,
      level: input.level,
      state: own.state,
      version: own.version,
      stemText,
      searchFolded: searchText(
        own.code,
        stemText,
        ...textsOf(input.body).map(plainText),
        plainText(input.translations.en?.stem ?? ''),
        ...input.tags,
        ...input.facts,
      ),
      points: input.points,
      intendedDifficulty: input.intendedDifficulty,
      tags: input.tags,
      competences: input.competences,
      facts: input.facts,
      unitIds: input.unitIds,
      documentIds,
      basisDocumentIds,
      exclusionGroup: input.exclusionGroup,
      variantGroup: input.variantGroup,
      hasEnglish: input.translations.en !== undefined,
      stemBands: bandsOf(shinglesOf(stemText)),
      authorId: own.authorId,
      batchId: own.batchId,
    },
    version: {
      id: own.versionId,
      itemId: own.id,
      version: own.version,
      question,
      validFrom: input.validFrom,
      validTo: input.validTo,
      authorId: own.authorId,
    },
    key: {
      itemVersionId: own.versionId,
      key,
      explanation: { vi: input.explanation, en: input.translations.en?.explanation ?? '' },
      // A document of the register is called as it is called there; what a page has shown of it is no change of the item.
      citations: input.citations.map((citation) =>
        citation.documentId === null ? citation : { ...citation, title: '', url: '' },
      ),
    },
  }
}
