import type { Finding, Findings } from './findings.js'
import { TEXTS } from './finding-texts.js'

export type ReportLanguage = 'vi' | 'en' | 'both'

const MARKS: Record<Finding['state'], string> = { ok: '✓', failed: '✗', note: '·' }

/** VB-8: what a verification found, line by line: what holds, what does not, what has to be taken as it stands; the outcome last. */
export function reportOf(findings: Findings, language: ReportLanguage): string[] {
  const said = ({ state, vi, en }: Pick<Finding, 'state' | 'vi' | 'en'>) => {
    const mark = MARKS[state]
    if (language === 'both') return [`${mark} ${vi}`, `    ${en}`]
    return [`${mark} ${language === 'vi' ? vi : en}`]
  }
  const lines = findings.list.flatMap(said)
  for (const { code, count } of findings.untold)
    lines.push(
      ...said({
        state: 'failed',
        vi: `… và ${count} chỗ nữa cùng loại ${code}`,
        en: `… and ${count} more of the kind ${code}`,
      }),
    )
  const { failedCount } = findings
  const outcome = failedCount === 0 ? TEXTS.HOLDS : TEXTS.FAILS
  const filled = (text: string) => text.replace('{count}', String(failedCount))
  const state = failedCount === 0 ? 'ok' : 'failed'
  return [...lines, ...said({ state, vi: filled(outcome.vi), en: filled(outcome.en) })]
}
