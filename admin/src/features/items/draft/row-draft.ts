import { fold, type Competence, type ItemDraft } from '@thiso/contracts/vocab'
import type { Item } from '../../../lib/item-bank/queries'
import { bodyOf, draftOf, itemInOf } from './draft-body'
import { type Draft, newCitation } from './item-draft'

/** A document of the register, as far as a file may name it. */
export interface KnownDocument {
  id: string
  number: string
  title: string
}

/** An item of a file as the editor shows it: sources that name a document of the register are that document. */
export function draftOfRow(row: ItemDraft, register: readonly KnownDocument[]): Draft {
  const { sources, topic, level, competences, ...rest } = row
  // Everything that a stored item has besides is not shown of a row.
  const item = {
    ...rest,
    competences: competences as Competence[],
    citations: [],
    bankId: '',
    subtopicId: null,
    unitIds: [],
  }
  return {
    ...draftOf(item as unknown as Item),
    topic: topic ?? '',
    level: level ?? '',
    citations: sources.map(({ document, locator, url, role }) => {
      const known = documentNamed(document, register)
      return newCitation({ documentId: known?.id ?? null, title: known ? '' : document, url, locator, role })
    }),
  }
}

/** What is sent of a corrected row; its code is the file's. */
export function rowOfDraft(draft: Draft, code: string, register: readonly KnownDocument[]): ItemDraft {
  const { translations, citations, ...item } = itemInOf(draft)
  const body = bodyOf(draft)
  return {
    code,
    // A number that nobody has told yet is not zero; JSON has null for it.
    body: body.type === 'number' && draft.value === null ? { ...body, value: null as unknown as number } : body,
    explanation: item.explanation,
    translations: translations?.en ? { en: translations.en } : {},
    topic: draft.topic || null,
    level: draft.level || null,
    points: draft.points ?? 1,
    intendedDifficulty: draft.intendedDifficulty,
    tags: draft.tags,
    competences: draft.competences,
    facts: draft.facts,
    sources: (citations ?? []).map(({ documentId, title, locator, url, role }) => {
      const document = register.find((known) => known.id === documentId)
      return { document: document ? nameOf(document) : title, locator, url, role }
    }),
    exclusionGroup: draft.exclusionGroup.trim(),
    variantGroup: draft.variantGroup.trim(),
    validFrom: draft.validFrom,
    validTo: draft.validTo,
  }
}

const nameOf = ({ number, title }: KnownDocument) => [number, title].filter(Boolean).join(' – ')

function documentNamed(name: string, register: readonly KnownDocument[]): KnownDocument | null {
  const wanted = plain(name)
  if (wanted === '') return null
  const found = register.filter((known) =>
    [known.number, known.title, nameOf(known)].some((own) => plain(own) === wanted),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Letters and digits with single spaces between, as the server compares names. */
const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
