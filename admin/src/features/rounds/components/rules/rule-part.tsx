import type { RoundRules } from '@thiso/contracts/vocab'
import type { ReactNode } from 'react'
import './rules.css'

export interface RulePartProps {
  rules: RoundRules
  onChange: (part: Partial<RoundRules>) => void
  /** The sentence about a field, by its path below `rules.`. */
  problemOf: (path: string) => string | undefined
  disabled: boolean
}

interface PartProps {
  title: string
  /** What is set now, in few words: seen while the part is closed. */
  now: string
  /** Something in it cannot be kept: it stands open. */
  hasProblem: boolean
  children: ReactNode
}

/** One part of the rules, folded away: most rounds keep most of them as they are. */
export function RulePart({ title, now, hasProblem, children }: PartProps) {
  return (
    <details className="ad-rule-part" open={hasProblem || undefined}>
      <summary>
        <span className="ad-rule-title">{title}</span>
        <span className="ad-rule-now">{now}</span>
      </summary>
      <div className="ad-rule-fields">{children}</div>
    </details>
  )
}
