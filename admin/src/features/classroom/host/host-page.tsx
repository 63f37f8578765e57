import { ErrorState, LinkButton, Loading } from '@thiso/kit'
import { useHostLesson } from '@thiso/kit/lesson/use-host-lesson'
import { useEffect, useRef } from 'react'
import { useParams } from 'react-router'
import { useReactions } from './parts/reactions'
import { Stage } from './stage'
import { useHostText } from './use-host-text'
import './host.css'

/** The class screen for the projector. What it is told before the reveal holds no key, so nothing on it can give one away. */
export default function HostPage() {
  const { lessonId = '' } = useParams()
  const t = useHostText()
  const takeReactions = useRef<(counts: readonly number[]) => void>(() => undefined)
  const lesson = useHostLesson(lessonId, { onReactions: (counts) => takeReactions.current(counts) })
  const { state, refusal } = lesson
  const reactions = useReactions(state?.view.step.areReactionsOn ?? false)
  takeReactions.current = reactions.take
  const title = state?.view.title
  useEffect(() => {
    document.title = title === undefined ? t('loading') : t('tab', { title })
  }, [title, t])

  if (refusal)
    return (
      <div className="hs-refused">
        <ErrorState title={refusal === 'NOT_FOUND' ? t('notFound') : t('notHost')}>
          {refusal === 'NOT_FOUND' ? t('notFoundText') : t('notHostText')}
        </ErrorState>
        <LinkButton to="/buoi-choi">{t('toLessons')}</LinkButton>
      </div>
    )
  if (!state)
    return (
      <>
        <h1 className="ts-hidden">{t('loading')}</h1>
        <Loading block label={t('loading')} />
      </>
    )
  return <Stage state={state} lesson={lesson} reactions={reactions} />
}
