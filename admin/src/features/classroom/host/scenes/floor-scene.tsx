import { floorOf } from '@thiso/kit/lesson/host-script'
import type { HostView } from '@thiso/kit/lesson/host-state'
import { FloorMap } from '../parts/floor-map'
import { useHostText } from '../use-host-text'

/** Rung chuông vàng: who stands, who fell, who waits; and the last one standing. */
export function FloorScene({ view }: { view: HostView }) {
  const t = useHostText()
  const { on, fellNow } = floorOf(view)
  const [last] = on
  const isLast = on.length === 1 && last !== undefined && view.step.place > 0
  return (
    <div className="hs-floor" data-last={isLast || undefined}>
      {isLast ? (
        <h2 className="hs-last">
          <span>{t('floor.last')}</span>
          <b>{last.name}</b>
          <small>{t('floor.lastText', { seat: last.seat })}</small>
        </h2>
      ) : (
        <div className="hs-floor-head">
          <h2>{on.length === 0 ? t('floor.nobody') : t('floor.left', { count: on.length })}</h2>
          {fellNow.length > 0 && !view.step.isSkipped && <p>{t('floor.fell', { count: fellNow.length })}</p>}
        </div>
      )}
      <div className="hs-floor-map">
        <FloorMap view={view} />
      </div>
    </div>
  )
}
