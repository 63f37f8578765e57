import { Button, DotLoader, useTimeLeft } from '@thiso/kit'
import { useState } from 'react'
import { LessonFrame } from '../components/lesson-frame'
import { useScreenHeading } from '../components/use-screen-heading'
import { useLessonTexts } from '../texts/use-lesson-texts'

const LONG_MS = 60_000

/** Somebody else's tap decides; the page keeps asking by itself. */
export function AskedScreen({ name, onCancel }: { name: string; onCancel: () => void }) {
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
        <p>{t('join.askedText', { name })}</p>
        <p role="status">{isLong && t('join.askedLong')}</p>
      </div>
    </LessonFrame>
  )
}
