import { Banner } from '@thiso/kit'
import { useEffect, useRef, useState } from 'react'
import type { Link } from '../seat/seat-session'
import type { Known } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'

/** What stops the game, above everything: the network, a pause. Read out when it comes and when it goes; never moves the focus. */
export function LiveLines({ known, link, isAway }: { known: Known; link: Link; isAway: boolean }) {
  const t = useLessonTexts()
  const { pause, pausedAt, phase } = known.step
  const isPaused = pausedAt !== null && phase === 'open'
  const isLost = link === 'lost'
  const back = useEdge(isLost || isAway, t('frame.back'))
  const resumed = useEdge(isPaused, t('frame.resumed'))
  return (
    <>
      {isLost && (
        <Banner tone="warn" bar live="polite">
          {t(known.answer?.status === 'sending' ? 'frame.lostUnsent' : 'frame.lost')}
        </Banner>
      )}
      {isAway && !isLost && (
        <Banner tone="warn" bar live="polite">
          {t('frame.away')}
        </Banner>
      )}
      {isPaused && !isLost && !isAway && (
        <Banner tone="frozen" bar live="polite">
          {t(pause === 'outage' ? 'frame.pausedOutage' : 'frame.pausedHost')}
        </Banner>
      )}
      <span className="ts-hidden" role="status">
        {isLost || isPaused || isAway ? '' : back || resumed}
      </span>
    </>
  )
}

/** The words for the moment in which something has ended. */
function useEdge(isOn: boolean, words: string): string {
  const was = useRef(false)
  const [said, setSaid] = useState('')
  useEffect(() => {
    setSaid(was.current && !isOn ? words : '')
    was.current = isOn
  }, [isOn, words])
  return said
}
