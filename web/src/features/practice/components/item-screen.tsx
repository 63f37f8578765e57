import { Badge, Banner, Button, useLocale } from '@thiso/kit'
import { ItemPlayer } from '@thiso/kit/item/ItemPlayer'
import type { Outcome } from '@thiso/kit/item/outcome'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { type RefObject, useState } from 'react'
import type { Screen } from '../session/core'
import { usePracticeTexts } from '../texts/use-practice-texts'
import { SittingFrame } from './sitting-frame'

interface ItemScreenProps {
  title: string
  outcomes: readonly Outcome[]
  screen: Extract<Screen, { at: 'shown' }>
  headingRef: RefObject<HTMLHeadingElement | null>
  onChange: (answer: string | null) => void
  onSend: (answer: string | null) => void
  onResend: () => void
}

/** An item that waits for its answer; the answer that waits for the network stays in sight. */
export function ItemScreen({ title, outcomes, screen, headingRef, onChange, onSend, onResend }: ItemScreenProps) {
  const t = usePracticeTexts()
  const [language] = useLocale()
  const [isHinted, setHinted] = useState(false)
  const { showing, answer, sending } = screen
  const isOnItsWay = sending !== 'no'
  const submit = () => {
    if (isOnItsWay) return
    if (answer === null) setHinted(true)
    else onSend(answer)
  }
  return (
    <SittingFrame
      title={title}
      outcomes={outcomes}
      isUnderWay
      headingRef={headingRef}
      onSubmit={submit}
      dock={
        <>
          <p className="pr-dock-line" role="alert">
            {isHinted && answer === null && !isOnItsWay && t('sitting.choose')}
          </p>
          {sending === 'waiting' && (
            <Banner
              tone="warn"
              live="polite"
              action={
                <Button size="small" onClick={onResend}>
                  {t('sitting.resend')}
                </Button>
              }
            >
              {t('sitting.waiting')}
            </Banner>
          )}
          <div className="pr-dock-buttons">
            <Button disabled={isOnItsWay} onClick={() => onSend(null)}>
              {t('sitting.unknown')}
            </Button>
            <Button type="submit" variant="primary" busy={isOnItsWay}>
              {t('sitting.answer')}
            </Button>
          </div>
        </>
      }
    >
      {showing.isRepeat && (
        <p className="pr-repeat">
          <Badge tone="sun" icon={RotateCcw}>
            {t('sitting.repeat')}
          </Badge>
        </p>
      )}
      <ItemPlayer
        key={showing.card}
        item={showing.item}
        answer={answer}
        language={language}
        isLocked={isOnItsWay}
        onAnswer={onChange}
      />
    </SittingFrame>
  )
}
