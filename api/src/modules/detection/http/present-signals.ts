import { presentRich } from '../../../platform/text/rich-text.js'
import type { SignalViewsService } from '../app/signal-views.service.js'
import type { FoundSignal } from '../app/signals.service.js'

type RoundSignals = Awaited<ReturnType<SignalViewsService['round']>>

export function presentSignal(signal: FoundSignal) {
  const { id, kind, family, attemptIds, p, adjustedP, falseAlarmRate, facts, foundAt } = signal
  return { id, kind, family, attemptIds, p, adjustedP, falseAlarmRate, facts, foundAt: foundAt.toISOString() }
}

export function presentRun({
  id,
  state,
  stage,
  progress,
  startedAt,
  finishedAt,
  startedByName,
  ...run
}: RoundSignals['runs'][number]) {
  return {
    id,
    state,
    stage,
    progress,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    startedByName,
    attemptCount: run.summary.attemptCount ?? null,
    pairCount: run.summary.pairCount ?? null,
    signalCount: run.summary.signalCount ?? null,
    evidenceHash: run.evidenceHash,
    codeVersion: run.codeVersion,
    thresholds: run.settings,
  }
}

export function presentRoundSignals(found: RoundSignals) {
  const leaked = new Set(found.signals.flatMap(({ facts }) => (facts['itemVersionId'] as string | undefined) ?? []))
  return {
    roundName: found.round.name,
    contestId: found.contest.id,
    contestTitle: found.contest.title,
    blocked: found.blocked,
    deletesOn: found.blocked === 'not-yet' ? null : found.deletesOn,
    keepDays: found.keepDays,
    isPublished: found.round.resultsPublishedAt !== null,
    runs: found.runs.map(presentRun),
    deletions: found.deletions.map(({ deletedAt, ...line }) => ({ deletedAt: deletedAt.toISOString(), ...line })),
    groups: found.groups,
    signals: found.signals.map(presentSignal),
    items: found.drift.flatMap((row) => {
      const full = found.versions.get(row.itemVersionId)
      if (!full) return []
      const { question } = full.version
      return [
        {
          ...row,
          itemId: full.item.id,
          code: full.item.code,
          stem: { vi: presentRich(question.stem), en: presentRich(question.translations.en?.stem ?? '') },
          isSignal: leaked.has(row.itemVersionId),
        },
      ]
    }),
  }
}
