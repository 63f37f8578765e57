import { useQuery } from '@tanstack/react-query'
import { DotPath, LinkButton } from '@thiso/kit'
import type { Outcome } from '@thiso/kit/item/outcome'
import type { RefObject } from 'react'
import { type Part, partPath } from '../session/parts'
import { practiceQuery } from '../session/queries'
import { usePracticeTexts } from '../texts/use-practice-texts'
import { NothingOpen } from './nothing-open'
import { SittingFrame } from './sitting-frame'

interface FinishedScreenProps {
  part: Part
  title: string
  outcomes: readonly Outcome[]
  headingRef: RefObject<HTMLHeadingElement | null>
}

/** A road that has been walked. */
const walked = Array.from({ length: 5 }, () => ({ state: 'done' }) as const)

/** The calm end: nothing is left for now, and nothing has to be done about it. */
export function FinishedScreen({ part, title, outcomes, headingRef }: FinishedScreenProps) {
  const t = usePracticeTexts()
  const kind = part === 'due' || part === 'all' ? part : 'topic'
  const right = outcomes.filter((outcome) => outcome === 'right').length
  // Nothing left is not the same as nothing there.
  const { data } = useQuery({ ...practiceQuery, refetchOnMount: 'always' })
  const here = data?.topics.filter(({ topic }) => kind !== 'topic' || topic === part)
  if (here?.every(({ itemCount }) => itemCount === 0))
    return (
      <SittingFrame title={title} outcomes={outcomes} isUnderWay={false} headingRef={headingRef}>
        <NothingOpen embargoedCount={data?.embargoedCount ?? 0} isTopic={kind === 'topic'} />
      </SittingFrame>
    )
  return (
    <SittingFrame title={title} outcomes={outcomes} isUnderWay={false}>
      <div className="ts-state">
        <span className="pr-walked" aria-hidden="true">
          <DotPath dots={walked} label="" />
        </span>
        <h2 className="ts-state-title" ref={headingRef} tabIndex={-1}>
          {t(`finished.${kind}`)}
        </h2>
        <div className="ts-state-text">
          {outcomes.length > 0 && <p>{t('finished.summary', { count: outcomes.length, right })}</p>}
          <p>{t(`finished.${kind}Text`)}</p>
        </div>
        <div className="ts-state-action">
          {part !== 'all' && <LinkButton to={partPath('all')}>{t('finished.goOn')}</LinkButton>}
          <LinkButton variant="primary" to="/luyen-tap">
            {t('finished.toTopics')}
          </LinkButton>
        </div>
      </div>
    </SittingFrame>
  )
}
