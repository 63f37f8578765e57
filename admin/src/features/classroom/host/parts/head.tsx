import { Logo } from '@thiso/kit'
import { type HostView, isHostPaced, sectionOf, seated } from '@thiso/kit/lesson/host-state'
import { floorOf } from '@thiso/kit/lesson/host-script'
import { useHostText, whoOf } from '../use-host-text'
import { JoinStrip } from './join-data'

/**
 * What stays in sight in every phase: which lesson, which item, who is left, how to join.
 * @param looked the item that is gone through again
 */
export function Head({ view, looked }: { view: HostView; looked: number | null }) {
  const t = useHostText()
  const { step, settings } = view
  const isPlaced = step.place > 0 && isHostPaced(view) && step.phase !== 'podium' && step.phase !== 'ended'
  const place = looked ?? (isPlaced ? step.place : 0)
  const section = place > 0 ? sectionOf(view, place) : ''
  return (
    <header className="hs-head">
      <h1 className={step.phase === 'lobby' ? 'hs-title-large' : undefined}>
        {section || view.title}
        {view.className && step.phase === 'lobby' && <small>{view.className}</small>}
      </h1>
      {place > 0 && <p className="hs-place">{t('head.place', { place, total: step.placeCount })}</p>}
      {isPlaced && looked === null && settings.mode === 'bell' && (
        <p className="hs-place hs-onfloor">{t('head.onFloor', { count: floorOf(view).on.length })}</p>
      )}
      {step.phase === 'lobby' ? <Logo /> : <JoinStrip view={view} />}
      <span className="ts-hidden" role="status">
        {step.phase === 'lobby' ? t('lobby.count', { count: seated(view.seats).length, ...whoOf(view) }) : ''}
      </span>
    </header>
  )
}
