import { Banner, CopyButton, formatDateTime, formatNumber } from '@thiso/kit'
import { Link } from 'react-router'
import type { FinalResultsData } from '../../../lib/shapes'
import { useBoardTexts } from '../texts/use-board-texts'

/** As much of a hash as two people compare by eye; all of it is copied. */
const SHOWN_OF_HASH = 8

interface FinalNoteProps {
  /** The page of the draw. */
  drawPath: string
  final: FinalResultsData
}

/** LB-12: that these are the official results, which version, since when, and what they can be checked by. */
export function FinalNote({ drawPath, final }: FinalNoteProps) {
  const t = useBoardTexts()
  const { number, publishedAt, inputHash, predictionTarget, isDrawn } = final
  return (
    <Banner tone="good" live="polite" className="board-final" title={t('official.title', { number })}>
      <p>
        {t('official.since', { at: formatDateTime(publishedAt) })}
        {predictionTarget !== null && ` ${t('official.target', { value: formatNumber(predictionTarget) })}`}
      </p>
      <p className="board-final-checks">
        <span>
          {t('official.hash')} <code title={inputHash}>{inputHash.slice(0, SHOWN_OF_HASH)}…</code>
        </span>
        <CopyButton size="small" variant="quiet" text={inputHash} label={t('official.copyHash')} />
        {isDrawn && <Link to={drawPath}>{t('official.draw')}</Link>}
      </p>
    </Banner>
  )
}
