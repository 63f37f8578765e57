import { useQuery } from '@tanstack/react-query'
import { LinkButton, Loading } from '@thiso/kit'
import { ApiError, call } from '@thiso/kit/api/client'
import { Navigate, useNavigate, useParams } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { ProblemPage } from '../../../lib/problem-page'
import { LessonFrame } from '../components/lesson-frame'
import { useScreenHeading } from '../components/use-screen-heading'
import { AskedScreen } from '../join/asked-screen'
import { NameForm } from '../join/name-form'
import { isPin } from '../join/pin'
import { PinForm } from '../join/pin-form'
import { type Door, useJoining } from '../join/use-joining'
import { seatOf } from '../seat/kept-seats'
import { useLessonTexts } from '../texts/use-lesson-texts'

/** `/lop/:pin`: what the QR code on the class screen leads to. */
export default function JoinPage() {
  const { pin = '' } = useParams()
  return isPin(pin) ? <DoorOf key={pin} pin={pin} /> : <Navigate to="/lop" replace />
}

function DoorOf({ pin }: { pin: string }) {
  const t = useLessonTexts()
  const sentence = useProblemText()
  const navigate = useNavigate()
  const door = useQuery({
    queryKey: ['lesson-door', pin],
    queryFn: ({ signal }) => call('findLesson', { body: { pin }, signal }),
    // Who is there changes by the second.
    staleTime: 0,
    gcTime: 0,
  })
  const heading = useScreenHeading(door.isPending ? 'asking' : 'known')
  if (door.data) return <Join pin={pin} door={door.data} onAgain={() => void door.refetch()} />
  if (door.isPending)
    return (
      <LessonFrame title={t('pin.title')}>
        <h1 className="ts-hidden">{t('pin.title')}</h1>
        <Loading block />
      </LessonFrame>
    )
  if (!(door.error instanceof ApiError))
    return <ProblemPage error={door.error} busy={door.isFetching} onRetry={() => void door.refetch()} />
  return (
    <LessonFrame title={t('pin.title')}>
      <h1 ref={heading} tabIndex={-1}>
        {t('pin.title')}
      </h1>
      <p role="alert">{sentence(door.error)}</p>
      <PinForm error={undefined} onPin={(next) => void navigate(`/lop/${next}`, { replace: true })} />
    </LessonFrame>
  )
}

function Join({ pin, door, onAgain }: { pin: string; door: Door; onAgain: () => void }) {
  const t = useLessonTexts()
  const { state, take, cancel } = useJoining(pin, door)
  // Whoever has a seat in this lesson on this phone goes back to it.
  if (state.at === 'seated' || seatOf(door.lessonId)?.token)
    return <Navigate to={`/lop/choi?buoi=${door.lessonId}`} replace />
  if (state.at === 'asked') return <AskedScreen name={state.said} onCancel={cancel} />
  return (
    <NameForm
      door={door}
      busy={state.at === 'sending'}
      error={state.at === 'choosing' ? state.error : null}
      onTake={take}
      onAgain={onAgain}
      other={
        <LinkButton variant="quiet" size="small" to="/lop">
          {t('join.otherPin')}
        </LinkButton>
      }
    />
  )
}
