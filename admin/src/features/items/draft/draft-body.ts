import {
  type CognitiveLevel,
  type Grading,
  GRADINGS_OF,
  type ItemBody,
  type ItemTranslation,
  type ItemType,
  type Topic,
  textsOf,
} from '@thiso/contracts/vocab'
import type { Item, ItemVersion } from '../../../lib/item-bank/queries'
import { isBlankHtml } from '../../../lib/rich/rich-media'
import { type Draft, type Extra, type ItemIn, type Line, newCitation, newDraft, newExtra, newLine } from './item-draft'

export type GradedType = keyof typeof GRADINGS_OF
export const isGraded = (type: ItemType): type is GradedType => type in GRADINGS_OF

/** The grading in force: what the author chose, or the usual one of the type. */
export function gradingOf(draft: Pick<Draft, 'type' | 'gradings'>): Grading | null {
  const { type } = draft
  if (!isGraded(type)) return null
  const allowed: readonly Grading[] = GRADINGS_OF[type]
  return allowed.find((grading) => grading === draft.gradings[type]) ?? allowed[0] ?? null
}

/** The item that the draft says; a key not told yet is -1, nothing, false or 0. */
export function bodyOf(draft: Draft): ItemBody {
  const { type, stem, lines } = draft
  const texts = lines.map((line) => line.text)
  const grading = gradingOf(draft)
  switch (type) {
    case 'single-choice':
      return { type, stem, options: texts, key: lines.findIndex((line) => line.id === draft.keyId) }
    case 'multiple-choice': {
      const keys = lines.flatMap((line, index) => (line.isKey ? [index] : []))
      return { type, stem, options: texts, keys, grading: grading as 'partial' }
    }
    case 'true-false':
      return { type, stem, isTrue: draft.isTrue ?? false }
    case 'true-false-group': {
      const statements = lines.map((line) => ({ text: line.text, isTrue: line.truth ?? false }))
      return { type, stem, statements, grading: grading as 'stepped' }
    }
    case 'short-text': {
      const accepted = draft.accepted.map((line) => line.text.trim()).filter(Boolean)
      return { type, stem, accepted, ignoresDiacritics: draft.ignoresDiacritics }
    }
    case 'number':
      return { type, stem, value: draft.value ?? 0, tolerance: draft.tolerance ?? 0, unit: draft.unit.trim() }
    case 'ordering':
      return { type, stem, entries: texts, grading: grading as 'partial' }
    case 'matching': {
      const pairs = lines.map((line) => ({ prompt: line.text, choice: line.match }))
      const distractors = keptDistractors(draft).map((line) => line.text)
      return { type, stem, pairs, distractors, grading: grading as 'partial' }
    }
  }
}

/** Distractors left wholly blank are no distractors. */
export const keptDistractors = (draft: Draft): Extra[] =>
  draft.distractors.filter((line) => !isBlankHtml(line.text) || !isBlankHtml(line.textEn))

/** The English of every text, in the order of `textsOf(bodyOf(draft))`. */
export function englishTexts(draft: Draft): string[] {
  switch (draft.type) {
    case 'true-false':
    case 'short-text':
    case 'number':
      return []
    case 'matching':
      return [
        ...draft.lines.map((line) => line.textEn),
        ...draft.lines.map((line) => line.matchEn),
        ...keptDistractors(draft).map((line) => line.textEn),
      ]
    default:
      return draft.lines.map((line) => line.textEn)
  }
}

/** Has anybody begun to write it in English? */
export const hasEnglish = (draft: Draft) =>
  [draft.stemEn, draft.explanationEn, ...englishTexts(draft)].some((text) => !isBlankHtml(text))

/** Citations left wholly blank are none. */
export const keptCitations = (draft: Draft) =>
  draft.citations.filter(
    ({ documentId, title, url, locator }) => documentId !== null || `${title}${url}${locator}`.trim() !== '',
  )

/** What is sent. Only for a draft without `gapsOf`: topic, level and points are told. */
export function itemInOf(draft: Draft): ItemIn {
  const english: ItemTranslation = {
    stem: draft.stemEn,
    texts: englishTexts(draft),
    explanation: draft.explanationEn,
  }
  return {
    bankId: draft.bankId,
    topic: draft.topic as Topic,
    subtopicId: draft.subtopicId,
    level: draft.level as CognitiveLevel,
    body: bodyOf(draft),
    explanation: draft.explanation,
    translations: hasEnglish(draft) ? { en: english } : {},
    points: draft.points ?? 1,
    intendedDifficulty: draft.intendedDifficulty,
    tags: draft.tags,
    competences: draft.competences,
    facts: draft.facts,
    unitIds: draft.unitIds,
    exclusionGroup: draft.exclusionGroup.trim(),
    variantGroup: draft.variantGroup.trim(),
    citations: keptCitations(draft).map(({ id: _, ...citation }) => ({
      ...citation,
      title: citation.title.trim(),
      url: citation.url.trim(),
      locator: citation.locator.trim(),
    })),
    validFrom: draft.validFrom,
    validTo: draft.validTo,
  }
}

/** Two drafts say the same when they would be sent the same. */
export const isSameDraft = (one: Draft, other: Draft) =>
  JSON.stringify(itemInOf(one)) === JSON.stringify(itemInOf(other)) &&
  one.isTrue === other.isTrue &&
  one.value === other.value

/** A stored item as it is edited. */
export function draftOf(item: Item): Draft {
  const { body } = item
  const written = {
    ...newDraft({ type: body.type }),
    ...linesOf(body, item.translations.en),
    stem: body.stem,
    stemEn: item.translations.en?.stem ?? '',
    explanationEn: item.translations.en?.explanation ?? '',
    gradings: 'grading' in body ? { [body.type]: body.grading } : {},
    citations: item.citations.map((citation) => newCitation(citation)),
  }
  const { bankId, topic, subtopicId, level, explanation, points, intendedDifficulty } = item
  const { tags, competences, facts, unitIds, exclusionGroup, variantGroup, validFrom, validTo } = item
  return {
    ...written,
    ...{ bankId, topic, subtopicId, level, explanation, points, intendedDifficulty },
    ...{ tags, competences, facts, unitIds, exclusionGroup, variantGroup, validFrom, validTo },
  }
}

type OwnLines = Partial<
  Pick<
    Draft,
    'lines' | 'keyId' | 'distractors' | 'isTrue' | 'accepted' | 'ignoresDiacritics' | 'value' | 'tolerance' | 'unit'
  >
>

function linesOf(body: ItemBody, english: ItemTranslation | undefined): OwnLines {
  const en = (index: number) => english?.texts[index] ?? ''
  const plain = (more: (index: number) => Partial<Line> = () => ({})) =>
    textsOf(body).map((text, index) => newLine({ text, textEn: en(index), ...more(index) }))
  switch (body.type) {
    case 'single-choice': {
      const lines = plain()
      return { lines, keyId: lines[body.key]?.id ?? null }
    }
    case 'multiple-choice':
      return { lines: plain((index) => ({ isKey: body.keys.includes(index) })) }
    case 'true-false':
      return { isTrue: body.isTrue }
    case 'true-false-group':
      return { lines: plain((index) => ({ truth: body.statements[index]?.isTrue ?? null })) }
    case 'short-text':
      return { accepted: body.accepted.map((text) => newExtra(text)), ignoresDiacritics: body.ignoresDiacritics }
    case 'number':
      return { value: body.value, tolerance: body.tolerance, unit: body.unit }
    case 'ordering':
      return { lines: plain() }
    case 'matching': {
      const count = body.pairs.length
      return {
        lines: body.pairs.map(({ prompt, choice }, index) =>
          newLine({ text: prompt, textEn: en(index), match: choice, matchEn: en(count + index) }),
        ),
        distractors: body.distractors.map((text, index) => newExtra(text, en(2 * count + index))),
      }
    }
  }
}

/** What an item page and a version have in common. */
export type Written = Pick<ItemVersion, 'body' | 'explanation' | 'translations' | 'citations' | 'validFrom' | 'validTo'>
