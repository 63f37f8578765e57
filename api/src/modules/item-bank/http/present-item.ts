import { readingSeconds, textsOf } from '@thiso/contracts/vocab'
import { actsFor } from '../domain/item-life.js'
import { bodyOf, translationsOf } from '../domain/item-parts.js'
import { boundsOf, type Ground, validDays } from '../domain/validity.js'
import { type CommentLine, isRuled } from '../domain/item-comments.js'
import type { FullItem } from '../infra/item.repository.js'
import type { ListedItem } from '../infra/item-list.repository.js'

/** Items as the panel gets them. */

export function presentRow(row: ListedItem) {
  return { ...row, updatedAt: row.updatedAt.toISOString() }
}

/** The whole item with its key. */
export function presentItem(
  { item, version, key }: FullItem,
  around: {
    actorId: string
    today: string
    grounds: readonly Ground[]
    citations: FullItem['key']['citations']
    exposure: { roundCount: number; shownCount: number; practiceCount: number; printedCount: number }
    embargoedUntil: Date | null
    isFrozen: boolean
    authorName: string
    comments: readonly CommentLine[]
    findings: readonly unknown[]
    siblings: readonly unknown[]
  },
) {
  const body = bodyOf(version.question, key.key)
  const isOwnWork = item.authorId === around.actorId
  const reasons = boundsOf({ ...version, state: item.state }, around.grounds, around.today, around.today)
  const ended = reasons.find(({ reason }) => reason === 'document_ended' || reason === 'unit_ended')
  return {
    id: item.id,
    code: item.code,
    bankId: item.bankId,
    type: item.type,
    topic: item.topic,
    subtopicId: item.subtopicId,
    level: item.level,
    state: item.state,
    version: item.version,
    tags: item.tags,
    useCount: around.exposure.roundCount,
    validFrom: version.validFrom,
    validTo: version.validTo,
    flag:
      item.state === 'retired'
        ? null
        : isRuled(around.comments, item.version)
          ? 'ruled'
          : (ended?.reason ?? (version.validTo !== null && version.validTo < around.today ? 'own_validity' : null)),
    authorName: around.authorName,
    updatedAt: item.updatedAt.toISOString(),
    body,
    explanation: key.explanation.vi,
    translations: translationsOf(version.question, key.key, key.explanation.en),
    points: item.points,
    intendedDifficulty: item.intendedDifficulty,
    competences: item.competences,
    facts: item.facts,
    unitIds: item.unitIds,
    exclusionGroup: item.exclusionGroup,
    variantGroup: item.variantGroup,
    citations: around.citations,
    validity: {
      ...validDays(version, around.grounds),
      reasons: around.grounds
        .filter(({ from, to }) => from !== null || to !== null)
        .map(({ kind, name, from, to }) => ({
          reason: to !== null ? (kind === 'document' ? 'document_ended' : 'unit_ended') : 'document_not_in_force',
          name,
          day: to ?? from,
        })),
    },
    exposure: around.exposure,
    embargoedUntil: around.embargoedUntil?.toISOString() ?? null,
    readingSeconds: readingSeconds(body.stem, textsOf(body)),
    isFrozen: around.isFrozen,
    acts: actsFor(item.state, isOwnWork),
    isOwnWork,
    comments: around.comments.map((comment) => ({ ...comment, at: comment.at.toISOString() })),
    findings: around.findings,
    siblings: around.siblings,
  }
}
