import type { LessonStandingData } from '@thiso/contracts'
import { Badge, DotLoader, formatDateTime, formatNumber, Icon, LinkButton, Stack } from '@thiso/kit'
import Check from 'lucide-react/icons/check'
import type { ReactNode } from 'react'
import { seatOf } from '../seat/kept-seats'
import type { SeatSession } from '../seat/seat-session'
import type { Known, SeatState } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { LessonFrame } from './lesson-frame'
import { PlayHead } from './play-head'
import { Reactions } from './reactions'
import { useScreenHeading } from './use-screen-heading'

interface StillProps {
  known: Known
  session: SeatSession
}

/** In the lobby: one is in, under this name; the seat's number where one has to sit down at it. */
export function LobbyScreen({ known, session }: StillProps) {
  const t = useLessonTexts()
  const { seat, mode, teamName, step, title } = known
  const isOwnPaced = known.ownPlace !== null
  return (
    <LessonFrame
      title={title}
      dock={step.areReactionsOn && !isOwnPaced && <Reactions onReact={(reaction) => session.react(reaction)} />}
    >
      <div className="ls-still">
        <span className="ls-in">
          <Icon of={Check} size={34} />
        </span>
        <h1 ref={useScreenHeading('lobby')} tabIndex={-1}>
          {t('lobby.in')}
        </h1>
        <p className="ls-quiet">{title}</p>
        {mode === 'bell' && (
          <p className="ls-seat-number">
            <span>{t('lobby.seat')}</span>
            <b className="ts-number">{seat.seat}</b>
            <span className="ls-quiet">{t('lobby.seatText')}</span>
          </p>
        )}
        <dl className="ls-facts">
          <div>
            <dt>{t('lobby.name')}</dt>
            <dd>{seat.name}</dd>
          </div>
          {teamName && (
            <div>
              <dt>{t('lobby.team')}</dt>
              <dd>{teamName}</dd>
            </div>
          )}
        </dl>
        {seat.floor === 'reserve' && <Badge>{t('floor.reserves')}</Badge>}
        {seat.extraPercent > 0 && <p>{t('lobby.extra', { percent: seat.extraPercent })}</p>}
        <p role="status">{step.isLobbyLocked ? t('lobby.locked') : t(isOwnPaced ? 'lobby.ownText' : 'lobby.text')}</p>
        <DotLoader />
        <p className="ls-quiet">{t('lobby.keep')}</p>
      </div>
    </LessonFrame>
  )
}

/** A place that counts for nobody. */
export function SkippedScreen({ known }: StillProps) {
  const t = useLessonTexts()
  return (
    <LessonFrame title={known.title} head={<PlayHead known={known} heading={<PlaceLine known={known} />} />}>
      <div className="ls-still">
        <h1 ref={useScreenHeading(`skipped ${known.step.place}`)} tabIndex={-1}>
          {t('item.skipped')}
        </h1>
        <p>{t('item.skippedText')}</p>
        <DotLoader />
      </div>
    </LessonFrame>
  )
}

function PlaceLine({ known: { step } }: { known: Known }) {
  const t = useLessonTexts()
  return <p className="ls-place">{t('frame.place', { place: step.place, total: step.placeCount })}</p>
}

/** The own place where the board is shown, and on the podium: right answers and points apart, equal places named as such. */
export function BoardScreen({ known, session }: StillProps) {
  const t = useLessonTexts()
  const { told, step, mode } = known
  const isPodium = step.phase === 'podium'
  const standing = told?.standing ?? null
  const heading = useScreenHeading(isPodium ? 'podium' : `board ${step.place}`)
  const praise = isPodium && standing ? praiseOf(standing) : null
  const isTop = praise !== null && praise !== 'board.finished'
  return (
    <LessonFrame
      title={known.title}
      head={<PlayHead known={known} heading={<PlaceLine known={known} />} />}
      dock={step.areReactionsOn && <Reactions onReact={(reaction) => session.react(reaction)} />}
    >
      <div className="ls-still">
        <h1 ref={heading} tabIndex={-1}>
          {praise ? t(praise) : t(isPodium ? 'board.podium' : 'board.title')}
        </h1>
        {standing ? (
          <>
            {standing.team !== null && <p className="ls-quiet">{t('board.team', { name: standing.name })}</p>}
            <div className="ls-board" data-top={isTop || undefined}>
              <p className="ls-rank">
                <span>{t('board.place')}</span>
                <b className="ts-number">{formatNumber(standing.rank)}</b>
                {standing.isTied && <span>{t('board.tied')}</span>}
              </p>
              <dl className="ls-board-facts ts-number">
                <div>
                  <dt>{t('board.right')}</dt>
                  <dd>{formatNumber(standing.rightCount)}</dd>
                </div>
                <div>
                  <dt>{t('board.points')}</dt>
                  <dd>{formatNumber(standing.points, { maximumFractionDigits: 2 })}</dd>
                </div>
              </dl>
            </div>
            {standing.moved !== null && !isPodium && (
              <p>
                {standing.moved === 0
                  ? t('board.same')
                  : t(standing.moved > 0 ? 'board.up' : 'board.down', { count: Math.abs(standing.moved) })}
              </p>
            )}
            {standing.team !== null && mode === 'teams' && (
              <p>{t('board.ownRight', { count: told?.rightCount ?? 0 })}</p>
            )}
          </>
        ) : (
          <p>{t('board.unplaced', { count: told?.rightCount ?? 0 })}</p>
        )}
        <p className="ls-quiet">{isPodium ? t('board.look') : t('reveal.next')}</p>
      </div>
    </LessonFrame>
  )
}

/** A high place is praised only where something was right. */
function praiseOf({ rank, team, rightCount }: LessonStandingData) {
  if (rank > 3 || rightCount === 0) return 'board.finished'
  if (rank === 1) return team === null ? 'board.winner' : 'board.teamWinner'
  return team === null ? 'board.podiumPlace' : 'board.teamPodium'
}

/** race, homework: answers are being gathered. */
export function ClosedScreen({ known }: StillProps) {
  const t = useLessonTexts()
  return (
    <Notice title={t('own.closed')} tab={known.title}>
      {t('own.closedText')}
    </Notice>
  )
}

/** race, homework: all places are answered or left; what comes of it comes when the time is over. */
export function DoneScreen({ known }: StillProps) {
  const t = useLessonTexts()
  const until = known.step.closesAt
  return (
    <Notice title={t('own.done')} tab={known.title} isGood>
      {until && t('own.doneText', { time: formatDateTime(until) })}
    </Notice>
  )
}

/** This phone has the seat no more. */
export function GoneScreen({ why, lessonId }: { why: NonNullable<SeatState['gone']>; lessonId: string }) {
  const t = useLessonTexts()
  const pin = seatOf(lessonId)?.pin
  return (
    <Notice
      title={t(`gone.${why}`)}
      tab={t(`gone.${why}`)}
      action={
        <Stack gap={2}>
          {why === 'elsewhere' && pin && (
            <LinkButton variant="primary" size="large" block to={`/lop/${pin}`}>
              {t('gone.comeBack')}
            </LinkButton>
          )}
          <LinkButton block to="/">
            {t('gone.home')}
          </LinkButton>
        </Stack>
      }
    >
      {t(`gone.${why}Text`)}
    </Notice>
  )
}

interface NoticeProps {
  title: string
  tab: string
  isGood?: boolean
  action?: ReactNode
  children: ReactNode
}

export function Notice({ title, tab, isGood, action, children }: NoticeProps) {
  return (
    <LessonFrame title={tab} dock={action}>
      <div className="ls-still">
        {isGood && (
          <span className="ls-in">
            <Icon of={Check} size={34} />
          </span>
        )}
        <h1 ref={useScreenHeading(title)} tabIndex={-1}>
          {title}
        </h1>
        <p>{children}</p>
      </div>
    </LessonFrame>
  )
}
