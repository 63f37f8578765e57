import type { CognitiveLevel, ItemDraft, Topic } from '@thiso/contracts/vocab'
import { bodyOf, type FullItem, type ItemIn, translationsOf } from '../../item-bank/index.js'
import type { DocumentFinder } from './check-draft.js'

/** Subtopics with their topics, and units, that are there: what a file of another platform names is left out. */
export interface KnownPlaces {
  subtopics: ReadonlyMap<string, Topic>
  unitIds: ReadonlySet<string>
}

/** A checked draft as the bank takes it. Sources that the register does not know stay as notes. */
export function itemOf(
  draft: ItemDraft,
  where: { bankId: string; topic: Topic; level: CognitiveLevel },
  findDocument: DocumentFinder,
  known: KnownPlaces,
): ItemIn {
  return {
    bankId: where.bankId,
    topic: draft.topic ?? where.topic,
    subtopicId:
      known.subtopics.get(draft.subtopicId ?? '') === (draft.topic ?? where.topic)
        ? (draft.subtopicId as string)
        : null,
    level: draft.level ?? where.level,
    body: draft.body,
    explanation: draft.explanation,
    translations: draft.translations,
    points: draft.points,
    intendedDifficulty: draft.intendedDifficulty,
    tags: draft.tags,
    competences: draft.competences,
    facts: draft.facts,
    unitIds: (draft.unitIds ?? []).filter((id) => known.unitIds.has(id)),
    exclusionGroup: draft.exclusionGroup,
    variantGroup: draft.variantGroup,
    citations: draft.sources
      .filter(({ document, url }) => document !== '' || url !== '')
      .map(({ document, locator, url, role }) => {
        const documentId = findDocument(document)
        return documentId === null
          ? { documentId, title: document, url, locator, role }
          : { documentId, title: '', url: '', locator, role }
      }),
    validFrom: draft.validFrom,
    validTo: draft.validTo,
  }
}

/**
 * An item of the bank on its way into a file.
 * @param documentNames how the documents of the register are named, by id
 */
export function draftOf({ item, version, key }: FullItem, documentNames: ReadonlyMap<string, string>): ItemDraft {
  return {
    code: item.code,
    body: bodyOf(version.question, key.key),
    explanation: key.explanation.vi,
    translations: translationsOf(version.question, key.key, key.explanation.en),
    topic: item.topic,
    level: item.level,
    points: item.points,
    intendedDifficulty: item.intendedDifficulty,
    tags: item.tags,
    competences: item.competences,
    facts: item.facts,
    sources: key.citations.map(({ documentId, title, url, locator, role }) => {
      const name = documentId === null ? undefined : documentNames.get(documentId)
      return name === undefined ? { document: title, locator, url, role } : { document: name, locator, url: '', role }
    }),
    exclusionGroup: item.exclusionGroup,
    variantGroup: item.variantGroup,
    validFrom: version.validFrom,
    validTo: version.validTo,
    ...(item.subtopicId === null ? {} : { subtopicId: item.subtopicId }),
    ...(item.unitIds.length === 0 ? {} : { unitIds: item.unitIds }),
  }
}
