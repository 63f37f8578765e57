import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { serveThread } from '../../../platform/threads/serve-thread.js'
import { comparableText, gradeResponse } from '../../item-bank/rules.js'
import { EvidenceBuilder, type EvidenceRow, type PersonRow, type SearchedRound } from '../domain/evidence-builder.js'
import type { Finding, ProcessCount } from '../domain/evidence.js'
import { findSignals } from '../domain/find-signals.js'
import { THRESHOLDS } from '../domain/thresholds.js'
import type { DriftRow, RunSummary } from '../domain/run-summary.js'

/** A page of attempts with what was logged of them, by attempt. */
export interface EvidencePage {
  rows: EvidenceRow[]
  process: Record<string, ProcessCount[]>
}

export interface SearchResult {
  findings: Finding[]
  settings: Record<string, unknown>
  evidenceHash: string
  summary: RunSummary
}

const PEOPLE_AT_ONCE = 5_000

/**
 * A search for signals in a thread of its own: minutes of both cores for a large round, and none of them the server's. It has no database:
 * its host hands it pages until there are none.
 */
serveThread<SearchedRound>(async (round, ask) => {
  const builder = new EvidenceBuilder(round, { grade: gradeResponse, comparable: (text) => comparableText(text, true) })
  let attemptCount = 0
  for (;;) {
    const page = await ask<EvidencePage | null>('page')
    if (page === null) break
    for (const row of page.rows) builder.add(row, page.process[row.attemptId] ?? [])
    attemptCount += page.rows.length
  }
  const ids = builder.accountIds
  const people: PersonRow[] = []
  for (let from = 0; from < ids.length; from += PEOPLE_AT_ONCE)
    people.push(...(await ask<PersonRow[]>('people', ids.slice(from, from + PEOPLE_AT_ONCE))))
  const { evidence, hash } = builder.build(people)
  await ask('searching')
  const { findings, pairCount, drift, models } = findSignals(evidence, THRESHOLDS)
  const items: DriftRow[] = drift.map(({ item, ...row }) => ({
    itemVersionId: evidence.items[item]?.itemVersionId ?? '',
    ...row,
  }))
  const counts: Record<string, number> = {}
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1
  const summary: RunSummary = {
    attemptCount,
    personCount: ids.length,
    pairCount,
    signalCount: findings.length,
    counts,
    items,
    modelHash: createHash('sha256')
      .update(canonicalJson(rounded(models)))
      .digest('hex'),
  }
  const result: SearchResult = { findings, settings: { ...THRESHOLDS }, evidenceHash: hash, summary }
  return { result }
})

/** To twelve digits: what another machine's last bit would change is no other estimate. */
function rounded(models: readonly { right: number; wrongShares: readonly number[] }[]) {
  const digits = (value: number) => value.toPrecision(12)
  return models.map(({ right, wrongShares }) => [digits(right), wrongShares.map(digits)])
}
