import { LinkButton } from '@thiso/kit'
import type { CasesSlot } from '../features/detection/cases-slot'
import { SignalsPage } from '../features/detection/pages/signals-page'
import { useSignalsText } from '../features/detection/use-signals-text'

/** Cases are opened and joined on a page of their own. */
const ToCases: CasesSlot = ({ roundId }) => {
  const t = useSignalsText()
  return (
    <p>
      <LinkButton to={`/dot/${roundId}/vu-viec`} size="small">
        {t('groups.toCases')}
      </LinkButton>
    </p>
  )
}

/** Signals lead to cases; only the roof knows both parts. */
export default function RoundSignals() {
  return <SignalsPage Cases={ToCases} />
}
