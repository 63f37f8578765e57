import type { RankingCriterion } from '@thiso/contracts/vocab'
import { Banner, Button, Dialog } from '@thiso/kit'
import type { BoardRowData } from '../../../lib/shapes'
import { chainOf, rivalsOf } from '../hooks/chain'
import { useBoardTexts } from '../texts/use-board-texts'
import { ChainStepView } from './chain-step'

export interface WhyAt {
  row: BoardRowData
  isMine: boolean
  rows: readonly BoardRowData[]
  /** The rows are of official results. */
  isFinal: boolean
}

interface WhyDialogProps {
  /** Held still since the dialog was opened: nothing moves while someone reads. */
  at: WhyAt | null
  ranking: readonly RankingCriterion[]
  onClose: () => void
}

/** A rank explains itself: step by step against the nearest places above and below. */
export function WhyDialog({ at, ranking, onClose }: WhyDialogProps) {
  const t = useBoardTexts()
  if (!at) return null
  const { row, isMine, rows } = at
  const { above, below, isTied } = rivalsOf(row, rows)
  const title = t(isMine ? 'why.title' : 'why.titleOf', { rank: row.rank, name: row.name })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('why.close')}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen this scrolls, and then the keys must reach it */}
      <section className="board-why" tabIndex={0} aria-label={title}>
        <p>{t('why.rule')}</p>
        {isTied && (
          <Banner tone="info">
            {t(row.drawOrder !== undefined ? 'why.tiedDrawn' : isMine ? 'why.tied' : 'why.tiedOf', { rank: row.rank })}
          </Banner>
        )}
        {row.rank === 1 && !above && <p>{t(isTied ? 'why.leadTied' : 'why.lead')}</p>}
        {!above && !below && !isTied && <p>{t('why.alone')}</p>}
        {row.rank > 1 && !above && <p>{t('why.tooFar')}</p>}
        {above && <Against at={at} rival={above} ranking={ranking} place="above" />}
        {below && <Against at={at} rival={below} ranking={ranking} place="below" />}
      </section>
    </Dialog>
  )
}

interface AgainstProps {
  at: WhyAt
  rival: BoardRowData
  ranking: readonly RankingCriterion[]
  place: 'above' | 'below'
}

function Against({ at: { row, isMine, isFinal }, rival, ranking, place }: AgainstProps) {
  const t = useBoardTexts()
  const isShared = rival.rank === row.rank
  const names: [string, string] = [
    isMine ? t('why.you') : row.name,
    isShared ? rival.name : t('why.them', { rank: rival.rank }),
  ]
  const title = isShared
    ? place === 'above'
      ? 'why.drawnBefore'
      : 'why.drawnAfter'
    : place === 'above'
      ? 'why.against'
      : 'why.againstBelow'
  return (
    <section className="board-why-part">
      <h3>{t(title, { name: rival.name, rank: rival.rank })}</h3>
      <ol className="board-chain">
        {chainOf(ranking, row, rival, isFinal).map((step) => (
          <ChainStepView key={step.criterion.by} step={step} names={names} />
        ))}
      </ol>
    </section>
  )
}
