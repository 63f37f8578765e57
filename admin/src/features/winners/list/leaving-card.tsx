import { Banner, Card } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import { useWinnersText } from '../hooks/use-winners-text'
import type { WinnerList } from './use-winner-list'
import { WinnerEntry } from './winner-entry'

/** Who loses a signed prize once two people have signed the list without it. */
export function LeavingCard({ leaving, onDone }: { leaving: WinnerList['leaving']; onDone: () => void }) {
  const t = useWinnersText()
  const common = useCommon()
  return (
    <Card title={t('list.leaving')}>
      <Banner tone="info">{t('list.leavingLead')}</Banner>
      <ul className="winners-list">
        {leaving.map((winner) => (
          <WinnerEntry
            key={winner.id}
            winner={winner}
            prize={`${common(`tier.${winner.tier}`)}${winner.table ? `, ${t('list.table', { table: winner.table })}` : ''}`}
            isStored
            onDone={onDone}
          />
        ))}
      </ul>
    </Card>
  )
}
