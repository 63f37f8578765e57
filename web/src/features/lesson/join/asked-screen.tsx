import { Button, DotLoader, useTimeLeft } from '@thiso/kit'
import { useState } from 'react'
import { LessonFrame } from '../components/lesson-frame'
import { useScreenHeading } from '../components/use-screen-heading'
import { useLessonTexts } from '../texts/use-lesson-texts'
import '../components/still.css'

const LONG_MS = 60_000

interface AskedProps {
  name: string
  /** Shown to the host as well, so that nobody else is let in to the seat. */
  code: string
  /** homework: there is no teacher in the room. */
  isAtHome: boolean
  onCancel: () => void
}

/** Somebody else's tap decides; the page keeps asking by itself. */
export function AskedScreen({ name, code, isAtHome, onCancel }: AskedProps) {
  const t = useLessonTexts()
  const [target] = useState(() => Date.now() + LONG_MS)
  const isLong = useTimeLeft(target) === 0
  return (
    <LessonFrame
      title={t('join.asked')}
      dock={
        <Button block onClick={onCancel}>
          {t('join.cancel')}
        </Button>
      }
    >
      <div className="ls-still">
        <DotLoader size={96} />
        <h1 ref={useScreenHeading('asked')} tabIndex={-1}>
          {t('join.asked')}
        </h1>
        <p>{t(isAtHome ? 'join.askedHome' : 'join.askedText', { name })}</p>
        <p className="ls-seat-number">
          <span>{t('join.askedCode')}</span>
          <b className="ts-number">{code}</b>
          <span className="ls-quiet">{t('join.askedCodeText')}</span>
        </p>
        <p role="status">{isLong && t(isAtHome ? 'join.askedLongHome' : 'join.askedLong')}</p>
      </div>
    </LessonFrame>
  )
}
