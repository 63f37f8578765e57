import type { UnitsOn } from '../../../lib/units/use-units-on'
import type { ContestDraft } from '../contest-draft'

export interface TermsPartProps {
  draft: ContestDraft
  onChange: (part: Partial<ContestDraft>) => void
  problemOf: (path: string) => string | undefined
  /** In force on the contest's day: to choose from. */
  units: UnitsOn
}
