import { Button, formatNumber } from '@thiso/kit'
import { type ReactNode, type RefObject, useState } from 'react'
import type { PaperData } from '../../session/calls'
import type { Snapshot } from '../../session/snapshot'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { SubmitDialog } from './submit-dialog'

interface OneWayEndProps {
  paper: PaperData
  snapshot: Snapshot
  blanks: readonly number[]
  /** As digits; null: none. */
  prediction: string | null
  headingRef: RefObject<HTMLHeadingElement | null>
  /** Back to the prediction; null: there is nothing to change. */
  onPredict: (() => void) | null
  onSubmit: () => void
  /** The line on saving. */
  children: ReactNode
}

/** After the last place of a one-way paper: nothing to look through any more, only to hand in. */
export function OneWayEnd(props: OneWayEndProps) {
  const { paper, snapshot, blanks, prediction, headingRef, onPredict, onSubmit, children } = props
  const t = useAttemptTexts()
  const [isAsked, setAsked] = useState(false)
  const total = paper.itemCount
  return (
    <>
      <div className="at-body">
        <h1 ref={headingRef} tabIndex={-1}>
          {t('oneWay.over')}
        </h1>
        <p>{t('review.answered', { answered: total - blanks.length, total })}</p>
        {paper.rules.allRequired && blanks.length > 0 && <p>{t('oneWay.notRanked')}</p>}
        {paper.rules.prediction && (
          <p>
            {prediction === null
              ? t('prediction.none')
              : t('prediction.given', { number: formatNumber(Number(prediction)) })}{' '}
            {onPredict && (
              <Button size="small" variant="quiet" onClick={onPredict}>
                {t('prediction.change')}
              </Button>
            )}
          </p>
        )}
      </div>
      <div className="at-dock">
        {children}
        <Button variant="primary" block onClick={() => setAsked(true)}>
          {t('review.submit')}
        </Button>
      </div>
      {isAsked && (
        <SubmitDialog
          total={total}
          blanks={blanks}
          lacking=""
          deadline={Date.parse(paper.attempt.deadlineAt)}
          pausedAt={paper.attempt.pausedAt}
          isOffline={snapshot.network === 'lost'}
          onConfirm={() => {
            setAsked(false)
            onSubmit()
          }}
          onCancel={() => setAsked(false)}
        />
      )}
    </>
  )
}
