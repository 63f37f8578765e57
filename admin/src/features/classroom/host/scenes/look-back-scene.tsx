import { Loading } from '@thiso/kit'
import type { HostView } from '@thiso/kit/lesson/host-state'
import type { HostLesson, ToldPlace } from '@thiso/kit/lesson/use-host-lesson'
import { useEffect, useState } from 'react'
import { useHostText } from '../use-host-text'
import { RevealScene } from './reveal-scene'

interface LookBackSceneProps {
  view: HostView
  place: number
  lesson: Pick<HostLesson, 'toldPlace' | 'connection'>
}

/** CR-36: one item after the other with its answers, what is right and why, once all of it has been told. */
export function LookBackScene({ view, place, lesson: { toldPlace, connection } }: LookBackSceneProps) {
  const t = useHostText()
  const [told, setTold] = useState<ToldPlace | 'left-out' | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the connection kept from coming is asked for again
  useEffect(() => {
    let isOver = false
    setTold(null)
    void toldPlace(place).then((answer) => !isOver && setTold(answer))
    return () => {
      isOver = true
    }
  }, [place, toldPlace, connection])
  if (told === null) return <Loading block label={t('loading')} />
  if (told === 'left-out')
    return (
      <div className="hs-board">
        <p className="hs-skipped">
          <b>{t('reveal.skipped')}</b> {t('reveal.skippedText')}
        </p>
      </div>
    )
  return <RevealScene key={place} view={view} item={told.item} reveal={told.reveal} />
}
