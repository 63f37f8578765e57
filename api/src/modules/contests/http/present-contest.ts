import type { RoundState } from '@thiso/contracts/vocab'
import { freezeOf } from '../app/round-freeze.js'
import { shownClosesAt } from '../domain/round-window.js'
import type { ContestEntity, RoundEntity } from '../infra/contest.entities.js'

export function presentContest(contest: ContestEntity) {
  return {
    id: contest.id,
    slug: contest.slug,
    title: contest.title,
    summary: contest.summary,
    about: contest.about,
    organizerName: contest.organizerName,
    prizes: contest.prizes,
    nameDisplay: contest.nameDisplay,
    rules: contest.rules,
  }
}

export function presentAdminContest(contest: ContestEntity) {
  return {
    ...presentContest(contest),
    unitsAsOf: contest.unitsAsOf,
    isPublished: contest.isPublished,
    createdAt: contest.createdAt.toISOString(),
  }
}

export function presentRound(round: RoundEntity, state: RoundState) {
  return {
    id: round.id,
    contestId: round.contestId,
    ordinal: round.ordinal,
    name: round.name,
    state,
    opensAt: round.opensAt.toISOString(),
    closesAt: new Date(shownClosesAt(round.closesAt.getTime(), round.pausedAt?.getTime() ?? null)).toISOString(),
    itemCount: round.blueprint.reduce((total, cell) => total + cell.count, 0),
    maxPoints: round.blueprint.reduce((total, { count, points }) => total + count * points, 0),
    timeLimitS: round.timeLimitS,
    attemptLimit: round.attemptLimit,
    resultPolicy: round.resultPolicy,
    rules: round.rules,
    rulesVersion: round.rulesVersion,
    pausedAt: round.pausedAt?.toISOString() ?? null,
  }
}

export function presentAdminRound(round: RoundEntity, state: RoundState, hasAttempts: boolean) {
  return {
    ...presentRound(round, state),
    bankIds: round.bankIds,
    blueprint: round.blueprint,
    drawLimits: round.drawLimits,
    publishedAt: round.publishedAt?.toISOString() ?? null,
    hasAttempts,
    freezeAt: isoOf(freezeOf(round)),
    revealedAt: round.revealedAt?.toISOString() ?? null,
  }
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
