import { Banner, Button, useLocale } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import { ItemReview } from '@thiso/kit/item/ItemReview'
import { outcomeOf, type Outcome } from '@thiso/kit/item/outcome'
import ArrowRight from 'lucide-react/icons/arrow-right'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useLibTexts } from '../../../lib/texts/use-lib-texts'
import type { Screen } from '../session/core'
import { whenBack } from '../session/when-back'
import { usePracticeTexts } from '../texts/use-practice-texts'
import { SittingFrame } from './sitting-frame'

interface ReviewScreenProps {
  title: string
  outcomes: readonly Outcome[]
  /** Several topics in turn: then each item says which is its own. */
  isMixed: boolean
  screen: Extract<Screen, { at: 'reviewed' }>
  headingRef: RefObject<HTMLHeadingElement | null>
  onNext: () => void
}

/** Keys of the thing under the focus stay its own. */
const TAKEN = 'a, button, input, select, textarea, summary, audio, [role=button]'

/** What became of the answer, why, and when the item comes back. */
export function ReviewScreen({ title, outcomes, isMixed, screen, headingRef, onNext }: ReviewScreenProps) {
  const t = usePracticeTexts()
  const words = useLibTexts()
  const [language] = useLocale()
  const sentence = useProblemText()
  const { review, nextDueAt, isAsking, error } = screen
  const outcome = outcomeOf(review)
  // As of the answer: the sentence does not count down while somebody reads.
  const [back] = useState(() => whenBack(nextDueAt, serverNow()))
  const comesBack = t(`comesBack.${outcome === 'wrong' ? 'mistake' : 'it'}.${back.in}`, { count: back.count })

  const next = useRef(onNext)
  next.current = onNext
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat || event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
      if (event.target instanceof Element && event.target.closest(TAKEN)) return
      next.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <SittingFrame
      title={title}
      outcomes={outcomes}
      isUnderWay={false}
      dock={
        <>
          {error !== null && (
            <Banner tone="warn" live="polite">
              {sentence(error)}
            </Banner>
          )}
          <p className="pr-dock-line">{comesBack}</p>
          <Button variant="primary" size="large" block iconEnd={ArrowRight} busy={isAsking} onClick={onNext}>
            {error === null ? t('sitting.next') : words('retry')}
          </Button>
        </>
      }
    >
      <h2 className="ts-hidden" ref={headingRef} tabIndex={-1}>
        {t(`verdict.${outcome}`)}. {comesBack}
      </h2>
      <ItemReview
        item={review}
        language={language}
        label={t(`verdict.${outcome}`)}
        aside={isMixed && words(`topic.${review.topic}`)}
      />
    </SittingFrame>
  )
}
