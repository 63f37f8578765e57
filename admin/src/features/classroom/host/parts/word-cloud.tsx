import type { LessonReveal } from '@thiso/kit/lesson/host-state'
import { FitBox } from './fit-box'
import { useHostText } from '../use-host-text'

/** The largest word is so many times as large as the smallest. */
const SPREAD = 2.2

/** Words of the class, larger the more often they were written; the number beside each says it as well. */
export function WordCloud({ bars }: { bars: LessonReveal['bars'] }) {
  const t = useHostText()
  const most = Math.max(1, ...bars.map(({ count }) => count))
  // The largest in the middle.
  const before = bars.filter((_, index) => index % 2 === 1).reverse()
  const arranged = [...before, ...bars.filter((_, index) => index % 2 === 0)]
  return (
    <FitBox className="hs-cloud-box" about={bars.map(({ label, count }) => `${label} ${count}`).join()} of="names">
      {bars.length === 0 ? (
        <p>{t('cloud.empty')}</p>
      ) : (
        <ul className="hs-cloud" aria-label={t('cloud.label')}>
          {arranged.map(({ label, count }) => (
            <li key={label} style={{ '--word': 1 + (SPREAD - 1) * ((count - 1) / Math.max(1, most - 1)) } as object}>
              <span>{label}</span>
              {count > 1 && <small>{count}</small>}
            </li>
          ))}
        </ul>
      )}
    </FitBox>
  )
}
