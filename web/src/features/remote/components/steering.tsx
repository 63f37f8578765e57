import { Banner, ErrorState, Loading, Page, Tabs } from '@thiso/kit'
import { type HostState, seated } from '@thiso/kit/lesson/host-state'
import { type LessonConnection, useHostLesson } from '@thiso/kit/lesson/use-host-lesson'
import { useEffect, useState } from 'react'
import { keepKey, type RemoteKey } from '../hooks/kept-key'
import { type Steer, useSteer } from '../hooks/use-steer'
import { useRemoteTexts, whoOf } from '../texts/use-remote-texts'
import { ActBar } from './act-bar'
import { MoreTab } from './more-tab'
import { OverScreen } from './over-screen'
import { ReplacedScreen } from './replaced-screen'
import { Requests } from './requests'
import { SeatList } from './seat-list'
import { SteerTab } from './steer-tab'
import { Where } from './where'

/** One lesson under the thumb: where it stands on top, what comes next at the bottom, everything else between. */
export function Steering({ remoteKey: key, onForget }: { remoteKey: RemoteKey; onForget: () => void }) {
  const t = useRemoteTexts()
  const lesson = useHostLesson(key.lessonId, { remoteKey: key.remoteKey })
  const steer = useSteer(lesson)
  const { refusal } = lesson
  const isEnded = lesson.state?.view.step.phase === 'ended' || refusal === 'ENDED'
  const isReplaced = refusal !== null && !isEnded && !key.isOver
  useEffect(() => {
    if (isEnded) keepKey({ ...key, isOver: true })
    // The key opens nothing any more. Who was replaced reads so again after a reload.
    else if (refusal !== null && !isReplaced) keepKey(null)
  }, [isEnded, refusal, isReplaced, key])
  if (isEnded) return <OverScreen view={lesson.state?.view ?? null} onDone={onForget} />
  if (isReplaced) return <ReplacedScreen title={lesson.state?.view.title ?? ''} onDone={onForget} />
  if (refusal !== null)
    return (
      <Page width="narrow" title={t('title')} className="rm-page">
        <ErrorState title={t('gone.title')}>{t('gone.text')}</ErrorState>
      </Page>
    )
  if (!lesson.state)
    return (
      <Page width="narrow" title={t('title')} className="rm-page">
        {lesson.connection === 'away' && <Banner tone="warn">{t('away')}</Banner>}
        <Loading block label={t('opening')} />
      </Page>
    )
  return <Remote state={lesson.state} connection={lesson.connection} steer={steer} onForget={onForget} />
}

type TabId = 'steer' | 'seats' | 'more'

interface RemoteProps {
  state: HostState
  connection: LessonConnection
  steer: Steer
  onForget: () => void
}

function Remote({ state, connection, steer, onForget }: RemoteProps) {
  const t = useRemoteTexts()
  const [tab, setTab] = useState<TabId>('steer')
  const { view } = state
  const moment = `${view.step.phase} ${view.step.place}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new stands at the top, wherever one has read before
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [moment])
  return (
    <Page width="narrow" tabTitle={t('title')} className="rm-page rm-remote">
      <Where state={state} said={steer.said} />
      {connection === 'away' && (
        <Banner tone="warn" live="polite">
          {t('away')}
        </Banner>
      )}
      {view.step.pause === 'outage' && <Banner tone="info">{t('outage')}</Banner>}
      <Requests requests={view.requests} steer={steer} />
      <Tabs<TabId>
        label={t('tabs.label')}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'steer', label: t('tabs.steer') },
          { id: 'seats', label: t('tabs.seats', whoOf(view)), extra: seated(view.seats).length },
          { id: 'more', label: t('tabs.more') },
        ]}
      >
        {tab === 'steer' && <SteerTab state={state} steer={steer} />}
        {tab === 'seats' && <SeatList view={view} steer={steer} />}
        {tab === 'more' && <MoreTab view={view} steer={steer} onForget={onForget} />}
      </Tabs>
      <ActBar view={view} steer={steer} />
    </Page>
  )
}
