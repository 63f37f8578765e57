import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '@thiso/kit'
import { useMemo } from 'react'
import { roundQuery } from '../../../../lib/queries'
import { useRoundStates } from '../../../../lib/round-state'
import type { ResultData } from '../../hooks/use-result'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

/** Where to go from a result: the board, and another attempt while there is one. */
export function NextSteps({ round }: { round: ResultData['round'] }) {
  const t = useAttemptTexts()
  const { data } = useQuery(roundQuery(round.id))
  const windows = useMemo(() => [round], [round])
  const isOpen = useRoundStates(windows)[0] === 'open'
  const left = isOpen && !data?.mine?.runningAttemptId ? (data?.mine?.attemptsLeft ?? 0) : 0
  return (
    <div className="at-next">
      <LinkButton variant="primary" to={`/bang/${round.id}`}>
        {t('result.seeBoard')}
      </LinkButton>
      {left > 0 ? (
        <>
          <LinkButton to={`/dot/${round.id}`} aria-describedby="con-luot">
            {t('result.again')}
          </LinkButton>
          <span className="ts-quiet-text ts-small" id="con-luot">
            {t('result.againHint', { count: left })}
          </span>
        </>
      ) : (
        <LinkButton variant="quiet" to={`/dot/${round.id}`}>
          {t('result.backToRound')}
        </LinkButton>
      )}
    </div>
  )
}
