import { DotPath, Icon, LocaleSwitch } from '@thiso/kit'
import type { Outcome } from '@thiso/kit/item/outcome'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { FormEvent, ReactNode, RefObject } from 'react'
import { Link } from 'react-router'
import { sittingDots } from '../session/topic-dots'
import { usePracticeTexts } from '../texts/use-practice-texts'

interface SittingFrameProps {
  title: string
  outcomes: readonly Outcome[]
  /** An item is on the screen and waits for its answer. */
  isUnderWay: boolean
  /** Where a voice begins; left out when the page has a better place. */
  headingRef?: RefObject<HTMLHeadingElement | null>
  /** What the thumb reaches. */
  dock?: ReactNode
  /** With it the whole is a form, so that Enter answers from within a field. */
  onSubmit?: () => void
  children: ReactNode
}

/** One item at a time: where one is and how it went so far on top, the action at the bottom. */
export function SittingFrame(props: SittingFrameProps) {
  const { title, outcomes, isUnderWay, headingRef, dock, onSubmit, children } = props
  const t = usePracticeTexts()
  const right = outcomes.filter((outcome) => outcome === 'right').length
  const counts = { count: outcomes.length, right }
  const inside = (
    <>
      <div className="pr-body">{children}</div>
      {dock && <div className="pr-dock">{dock}</div>}
    </>
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <div className="pr-sitting">
      <title>{`${title} · Thi Số`}</title>
      <header className="pr-head">
        <div className="pr-head-row">
          <Link className="pr-back" to="/luyen-tap">
            <Icon of={ArrowLeft} />
            {t('back')}
          </Link>
          <LocaleSwitch />
        </div>
        <div className="pr-head-row">
          <h1 ref={headingRef} tabIndex={-1}>
            {title}
            {isUnderWay && <span className="ts-hidden"> {t('sitting.number', { number: outcomes.length + 1 })}</span>}
          </h1>
          {outcomes.length > 0 && (
            <span className="pr-tally ts-number" aria-hidden="true">
              {t('sitting.count', counts)}
            </span>
          )}
        </div>
        <div className="pr-road">
          <DotPath size="small" dots={sittingDots(outcomes, isUnderWay)} label={t('sitting.path', counts)} />
        </div>
      </header>
      {onSubmit ? (
        <form className="pr-main" onSubmit={submit} noValidate>
          {inside}
        </form>
      ) : (
        <div className="pr-main">{inside}</div>
      )}
    </div>
  )
}
