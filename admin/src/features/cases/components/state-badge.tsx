import type { CaseState } from '@thiso/contracts/vocab'
import { Badge, type BadgeTone } from '@thiso/kit'
import { useCaseText } from '../use-case-text'

/** No state looks like a verdict: what waits for somebody is warm, the rest is quiet. */
const TONES: Record<CaseState, BadgeTone> = {
  opened: 'sun',
  hearing: 'blue',
  proposed: 'sun',
  decided: 'blue',
  appealed: 'sun',
  'appeal-proposed': 'sun',
  closed: 'neutral',
}

export function StateBadge({ state }: { state: CaseState }) {
  const t = useCaseText()
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
}
