import { REACTIONS } from '@thiso/contracts/vocab'
import { useCallback, useEffect, useState } from 'react'
import { useHostText } from '../use-host-text'

interface Floating {
  id: number
  sign: string
  /** Where it rises, in percent of the width, and how long it takes. */
  left: number
  lastsMs: number
}

const MOST_AT_ONCE = 24
const MOST_OF_NEWS = 6
const LASTS_MS = 3_200
const GONE_MS = 4_200

let made = 0

/** Signs of the class that rise and go; however many come at once, only some are drawn. */
export function useReactions(isOn: boolean) {
  const [floating, setFloating] = useState<readonly Floating[]>([])
  const take = useCallback(
    (counts: readonly number[]) => {
      if (!isOn) return
      const news = counts.flatMap((count, reaction) =>
        Array.from({ length: Math.min(count, MOST_OF_NEWS) }, () => {
          made++
          // Spread by their number: chance would put them on top of each other.
          return {
            id: made,
            sign: REACTIONS[reaction] ?? '',
            left: (made * 37) % 90,
            lastsMs: LASTS_MS + (made % 5) * 220,
          }
        }),
      )
      setFloating((before) => [...before, ...news].slice(-MOST_AT_ONCE))
      // By the clock, not by the end of the motion: for some there is none.
      setTimeout(() => setFloating((before) => before.filter((each) => !news.includes(each))), GONE_MS)
    },
    [isOn],
  )
  useEffect(() => {
    if (!isOn) setFloating([])
  }, [isOn])
  return { floating, take }
}

export function Reactions({ floating }: { floating: readonly Floating[] }) {
  const t = useHostText()
  return (
    <div className="hs-reactions" role="img" aria-label={t('reactions.label')} hidden={floating.length === 0}>
      {floating.map(({ id, sign, left, lastsMs }) => (
        <span key={id} style={{ left: `${left}%`, animationDuration: `${lastsMs}ms` }}>
          {sign}
        </span>
      ))}
    </div>
  )
}
