import { useQuery } from '@tanstack/react-query'
import { LinkButton, formatDateTime } from '@thiso/kit'
import { useMemo } from 'react'
import { roundQuery } from '../../../../lib/queries'
import { useRoundStates } from '../../../../lib/round-state'
import type { ResultData } from '../../hooks/use-result'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

/** Where to go from a result: the board, and another attempt while there is one. */
export function NextSteps({ round, attemptId }: { round: ResultData['round']; attemptId: string }) {
  const t = useAttemptTexts()
  const { data } = useQuery(roundQuery(round.id))
  const windows = useMemo(() => [round], [round])
  const isOpen = useRoundStates(windows)[0] === 'open'
  const mine = isOpen && !data?.mine?.runningAttemptId ? data?.mine : null
  const again = mine && !mine.nextAttemptAt && mine.attemptsLeft !== 0
  const hint =
    mine &&
    (mine.nextAttemptAt
      ? t('result.againNext', { time: formatDateTime(mine.nextAttemptAt) })
      : mine.attemptsLeft === null
        ? t('result.againFree')
        : mine.attemptsLeft > 0 && t('result.againHint', { count: mine.attemptsLeft }))
  return (
    <div className="at-next">
      <LinkButton variant="primary" to={`/bang/${round.id}`}>
        {t('result.seeBoard')}
      </LinkButton>
      {again ? (
        <LinkButton to={`/dot/${round.id}`} aria-describedby="con-luot">
          {t('result.again')}
        </LinkButton>
      ) : (
        <LinkButton variant="quiet" to={`/dot/${round.id}`}>
          {t('result.backToRound')}
        </LinkButton>
      )}
      <LinkButton variant="quiet" to={`/ket-qua/${attemptId}/phuc-khao`}>
        {t('result.complain')}
      </LinkButton>
      <LinkButton variant="quiet" to={`/ket-qua/${attemptId}/nhat-ky`}>
        {t('result.log')}
      </LinkButton>
      {hint && (
        <span className="ts-quiet-text ts-small" id="con-luot">
          {hint}
        </span>
      )}
    </div>
  )
}
