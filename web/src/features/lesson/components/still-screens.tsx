import type { LessonStandingData } from '@thiso/contracts'
import { teamName } from '@thiso/contracts/vocab'
import { Button, DotLoader, formatDateTime, formatNumber, Icon, LinkButton, Stack, useLocale } from '@thiso/kit'
import { formatPoints, withPoints } from '@thiso/kit/lesson/points'
import Check from 'lucide-react/icons/check'
import { type ReactNode, useState } from 'react'
import { seatOf } from '../seat/kept-seats'
import { isLastPlace, isTeamDevice, nextWords } from '../seat/said'
import type { SeatSession } from '../seat/seat-session'
import type { Known, SeatState } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { LessonFrame } from './lesson-frame'
import { PlayHead } from './play-head'
import { Reactions } from './reactions'
import { useScreenHeading } from './use-screen-heading'
import './still.css'
import './own-board.css'

export interface StillProps {
  known: Known
  session: SeatSession
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
        <p>{t(isLastPlace(known) ? 'item.skippedLast' : 'item.skippedText')}</p>
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
  const [language] = useLocale()
  const { told, step, mode, settings, playsFrom } = known
  const isTeam = isTeamDevice(known)
  const isPodium = step.phase === 'podium'
  const given = told?.standing ?? null
  // Nobody has a place before there was anything to play.
  const isNew = !isPodium && playsFrom > step.place && (given === null || given.team === null)
  const standing = isNew ? null : given
  const heading = useScreenHeading(isPodium ? 'podium' : `board ${step.place}`)
  const praise = isPodium && standing ? praiseOf(standing, isTeam) : null
  const isTop = praise !== null && !praise.startsWith('board.finished')
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
            {standing.team !== null && <p className="ls-quiet">{teamName(standing.team, language)}</p>}
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
                {withPoints(settings, [standing]) && (
                  <div>
                    <dt>{t('board.points')}</dt>
                    <dd>{formatPoints(standing.points)}</dd>
                  </div>
                )}
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
        ) : isNew ? (
          <p>{t(isTeam ? 'board.newTeam' : 'board.new', { place: playsFrom })}</p>
        ) : (
          <p>{t(isTeam ? 'board.unplacedTeam' : 'board.unplaced', { count: told?.rightCount ?? 0 })}</p>
        )}
        <p className="ls-quiet">{t(isPodium ? 'board.look' : nextWords(known))}</p>
      </div>
    </LessonFrame>
  )
}

/** A high place is praised only where something was right. */
function praiseOf({ rank, team, rightCount }: LessonStandingData, isTeamDevice: boolean) {
  const isTeam = team !== null || isTeamDevice
  if (rank > 3 || rightCount === 0) return isTeam ? 'board.finishedTeam' : 'board.finished'
  if (rank === 1) return isTeam ? 'board.teamWinner' : 'board.winner'
  return isTeam ? 'board.teamPodium' : 'board.podiumPlace'
}

/** While the class screen tells the podium, step by step: nobody reads the own place sooner than the class does. */
export function LookUpScreen({ known, session }: StillProps) {
  const t = useLessonTexts()
  const isTeam = known.mode === 'teams' || isTeamDevice(known)
  return (
    <LessonFrame
      title={known.title}
      head={<PlayHead known={known} heading={<PlaceLine known={known} />} />}
      dock={known.step.areReactionsOn && <Reactions onReact={(reaction) => session.react(reaction)} />}
    >
      <div className="ls-still">
        <h1 ref={useScreenHeading('look-up')} tabIndex={-1}>
          {t('board.waiting')}
        </h1>
        <p>{t(isTeam ? 'board.waitingTeam' : 'board.waitingText')}</p>
        <DotLoader />
      </div>
    </LessonFrame>
  )
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

interface GoneProps {
  why: NonNullable<SeatState['gone']>
  lessonId: string
  session: SeatSession
}

/** This phone has the seat no more. Whoever was removed comes back by itself once the host allows it, or asks with a tap. */
export function GoneScreen({ why, lessonId, session }: GoneProps) {
  const t = useLessonTexts()
  const [isAsking, setAsking] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const pin = seatOf(lessonId)?.pin
  const again = async () => {
    setAsking(true)
    setRefused(false)
    await session.lookAgain()
    // Let in, this screen is gone by now.
    setAsking(false)
    setRefused(true)
  }
  return (
    <Notice
      title={t(`gone.${why}`)}
      tab={t(`gone.${why}`)}
      action={
        <Stack gap={2}>
          {why === 'removed' && (
            <>
              <p className="ls-quiet ls-center" role="status">
                {isRefused && t('gone.notYet')}
              </p>
              <Button variant="primary" size="large" block busy={isAsking} onClick={() => void again()}>
                {t('gone.again')}
              </Button>
            </>
          )}
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
