import { EmptyState, LinkButton } from '@thiso/kit'
import type { Outcome } from '@thiso/kit/item/outcome'
import type { RefObject } from 'react'
import { type Part, partPath } from '../session/parts'
import { usePracticeTexts } from '../texts/use-practice-texts'
import { SittingFrame } from './sitting-frame'

interface FinishedScreenProps {
  part: Part
  title: string
  outcomes: readonly Outcome[]
  headingRef: RefObject<HTMLHeadingElement | null>
}

/** The calm end: nothing is left for now, and nothing has to be done about it. */
export function FinishedScreen({ part, title, outcomes, headingRef }: FinishedScreenProps) {
  const t = usePracticeTexts()
  const kind = part === 'due' || part === 'all' ? part : 'topic'
  const right = outcomes.filter((outcome) => outcome === 'right').length
  return (
    <SittingFrame title={title} outcomes={outcomes} isUnderWay={false} headingRef={headingRef}>
      <EmptyState
        title={<h2>{t(`finished.${kind}`)}</h2>}
        action={
          <>
            {part !== 'all' && <LinkButton to={partPath('all')}>{t('finished.goOn')}</LinkButton>}
            <LinkButton variant="primary" to="/luyen-tap">
              {t('finished.toTopics')}
            </LinkButton>
          </>
        }
      >
        {outcomes.length > 0 && <p>{t('finished.summary', { count: outcomes.length, right })}</p>}
        <p>{t(`finished.${kind}Text`)}</p>
      </EmptyState>
    </SittingFrame>
  )
}
