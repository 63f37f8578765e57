import { Banner, Button, Dialog } from '@thiso/kit'
import type { BoardRowData } from '../../../lib/shapes'
import { chainOf, rivalOf } from '../hooks/chain'
import { useBoardTexts } from '../texts/use-board-texts'
import { ChainStepView } from './chain-step'

interface WhyDialogProps {
  /** Frozen when the dialog was opened: nothing moves while someone reads. */
  at: { mine: BoardRowData; rows: readonly BoardRowData[] } | null
  onClose: () => void
}

/** A rank explains itself: step by step against the nearest place above. */
export function WhyDialog({ at, onClose }: WhyDialogProps) {
  const t = useBoardTexts()
  if (!at) return null
  const { mine, rows } = at
  const { above, below, isTied } = rivalOf(mine, rows)
  const rival = above ?? below
  const isAlone = mine.rank === 1 && !rival && !isTied
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('why.title', { rank: mine.rank })}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('why.close')}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen this scrolls, and then the keys must reach it */}
      <section className="board-why" tabIndex={0} aria-label={t('why.title', { rank: mine.rank })}>
        <p>{t('why.rule')}</p>
        {isTied && <Banner tone="info">{t('why.tied', { rank: mine.rank })}</Banner>}
        {isAlone && <p>{t('why.alone')}</p>}
        {mine.rank === 1 && isTied && !rival && <p>{t('why.leadTied')}</p>}
        {mine.rank > 1 && !rival && <p>{t('why.tooFar')}</p>}
        {rival && (
          <>
            <p className="board-why-rival">
              {t(above ? 'why.against' : 'why.againstBelow', { name: rival.name, rank: rival.rank })}
            </p>
            <ol className="board-chain">
              {chainOf(mine, rival).map((step) => (
                <ChainStepView key={step.name} step={step} mine={mine} rival={rival} />
              ))}
            </ol>
          </>
        )}
      </section>
    </Dialog>
  )
}
