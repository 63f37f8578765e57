import { LinkButton, Loading } from '@thiso/kit'
import { type ReactNode, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { EndScreen } from '../components/end-screen'
import { ItemScreen } from '../components/item-screen'
import { LessonFrame } from '../components/lesson-frame'
import { LobbyScreen } from '../components/lobby-screen'
import { LiveLines } from '../components/live-lines'
import { OwnItemScreen, OwnStartScreen } from '../components/own-screens'
import { RevealScreen } from '../components/reveal-screen'
import {
  BoardScreen,
  ClosedScreen,
  DoneScreen,
  GoneScreen,
  LookUpScreen,
  Notice,
  SkippedScreen,
} from '../components/still-screens'
import { currentSeat, type KeptSeat, seatOf } from '../seat/kept-seats'
import { type Screen, screenOf } from '../seat/screen'
import type { Link, SeatSession } from '../seat/seat-session'
import type { Known } from '../seat/seat-state'
import { useAwake } from '../seat/use-awake'
import { useIsPodiumTold } from '../seat/use-podium-wait'
import { useSeat } from '../seat/use-seat'
import { useLessonTexts } from '../texts/use-lesson-texts'
import '../components/still.css'

/** `/lop/choi`: the seat of this phone, from the lobby to the end; `?buoi=` names it where there are several. */
export default function PlayPage() {
  const t = useLessonTexts()
  const [search] = useSearchParams()
  const lessonId = search.get('buoi')
  // Looked up once: the seat that is lost later says so itself.
  const kept = useMemo(() => (lessonId ? seatOf(lessonId) : currentSeat()), [lessonId])
  if (kept?.token) return <Seat key={kept.lessonId} kept={kept} token={kept.token} />
  return (
    <Notice
      title={t('none.title')}
      tab={t('none.title')}
      action={
        <LinkButton variant="primary" size="large" block to="/lop">
          {t('none.action')}
        </LinkButton>
      }
    >
      {t('none.text')}
    </Notice>
  )
}

interface Parts {
  known: Known
  link: Link
  session: SeatSession
  isMovingOn: boolean
  token: string
}

const screens: Record<Screen, (parts: Parts) => ReactNode> = {
  lobby: (parts) => <LobbyScreen {...parts} />,
  item: (parts) => <ItemScreen key={parts.known.step.place} {...parts} />,
  reveal: (parts) => <RevealScreen {...parts} />,
  board: (parts) => <BoardScreen {...parts} />,
  'look-up': (parts) => <LookUpScreen {...parts} />,
  podium: (parts) => <BoardScreen {...parts} />,
  skipped: (parts) => <SkippedScreen {...parts} />,
  'own-start': (parts) => <OwnStartScreen {...parts} />,
  'own-item': (parts) => <OwnItemScreen key={parts.known.ownPlace} {...parts} />,
  'own-done': (parts) => <DoneScreen {...parts} />,
  'own-closed': (parts) => <ClosedScreen {...parts} />,
  end: ({ token, known }) => <EndScreen token={token} known={known} />,
}

function Seat({ kept, token }: { kept: KeptSeat; token: string }) {
  const t = useLessonTexts()
  const { known, gone, link, isAway, isMovingOn, session } = useSeat(kept.lessonId, token)
  useAwake(known !== null && gone === null && known.ownPlace === null && known.step.phase !== 'ended')
  const isPodiumTold = useIsPodiumTold(known)
  if (gone) return <GoneScreen why={gone} lessonId={kept.lessonId} session={session} />
  if (!known)
    return (
      <LessonFrame title={kept.title}>
        <div className="ls-still">
          <h1>{kept.title}</h1>
          <Loading label={t(link === 'lost' ? 'frame.lost' : 'frame.joining')} />
        </div>
      </LessonFrame>
    )
  const screen = screenOf(known, isPodiumTold)
  return (
    <div className="ls-seat">
      {screen !== 'end' && <LiveLines known={known} link={link} isAway={isAway} />}
      {screens[screen]({ known, link, session, isMovingOn, token })}
    </div>
  )
}
