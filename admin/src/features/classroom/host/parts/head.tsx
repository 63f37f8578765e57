import { Logo } from '@thiso/kit'
import { type HostView, isHostPaced, sectionOf, seated } from '@thiso/kit/lesson/host-state'
import { floorOf } from '@thiso/kit/lesson/host-script'
import { useHostText } from '../use-host-text'
import { JoinStrip } from './join-data'

/** What stays in sight in every phase: which lesson, which item, who is left, how to join. */
export function Head({ view }: { view: HostView }) {
  const t = useHostText()
  const { step, settings } = view
  const isPlaced = step.place > 0 && isHostPaced(view) && step.phase !== 'podium' && step.phase !== 'ended'
  const section = isPlaced ? sectionOf(view, step.place) : ''
  return (
    <header className="hs-head">
      <h1 className={step.phase === 'lobby' ? 'hs-title-large' : undefined}>
        {section || view.title}
        {view.className && step.phase === 'lobby' && <small>{view.className}</small>}
      </h1>
      {isPlaced && <p className="hs-place">{t('head.place', { place: step.place, total: step.placeCount })}</p>}
      {isPlaced && settings.mode === 'bell' && (
        <p className="hs-place hs-onfloor">{t('head.onFloor', { count: floorOf(view).on.length })}</p>
      )}
      {step.phase === 'lobby' ? <Logo /> : <JoinStrip view={view} />}
      <span className="ts-hidden" role="status">
        {step.phase === 'lobby' ? t('lobby.count', { count: seated(view.seats).length }) : ''}
      </span>
    </header>
  )
}
