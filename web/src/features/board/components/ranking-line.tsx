import type { RankingCriterion } from '@thiso/contracts/vocab'
import { formatDuration } from '@thiso/kit'
import { Fragment } from 'react'
import { useBoardTexts } from '../texts/use-board-texts'

interface RankingLineProps {
  ranking: readonly RankingCriterion[]
  hasRows: boolean
  isFinal: boolean
}

/** The chain that orders the board, printed beside it, so that no place surprises anybody. */
export function RankingLine({ ranking, hasRows, isFinal }: RankingLineProps) {
  const t = useBoardTexts()
  const isLater = !isFinal && ranking.some(({ by }) => by === 'prediction-error')
  return (
    <div className="board-ranking">
      <p>
        <span className="board-ranking-name">{t('ranking.by')}</span>{' '}
        {ranking.map(({ by, bucketS = 1 }, index) => (
          <Fragment key={by}>
            {index > 0 && (
              <>
                {' '}
                <span aria-hidden="true">→</span>
                <span className="ts-hidden">{t('ranking.next')}</span>{' '}
              </>
            )}
            <span className="board-ranking-step">
              {t(`ranking.${by}`)}
              {bucketS > 1 && ` (${t('ranking.bucket', { bucket: formatDuration(bucketS * 1000) })})`}
            </span>
          </Fragment>
        ))}
      </p>
      {isLater && <p>{t('ranking.later')}</p>}
      {hasRows && <p>{t('ranking.touch')}</p>}
    </div>
  )
}
