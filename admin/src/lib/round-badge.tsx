import type { RoundState } from '@thiso/contracts/vocab'
import { Badge, type BadgeTone } from '@thiso/kit'
import { useCommon } from './common'

const tones: Record<RoundState, BadgeTone> = { draft: 'neutral', scheduled: 'blue', open: 'good', closed: 'neutral' }

export function RoundBadge({ state }: { state: RoundState }) {
  const t = useCommon()
  return (
    <Badge tone={tones[state]} dot={state === 'open'}>
      {t(`roundState.${state}`)}
    </Badge>
  )
}
