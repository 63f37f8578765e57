import { Button, ConfirmDialog, formatDateTime } from '@thiso/kit'
import { useLessonClock } from '@thiso/kit/lesson/lesson-clock'
import ArrowRight from 'lucide-react/icons/arrow-right'
import Send from 'lucide-react/icons/send'
import { type FormEvent, useState } from 'react'
import { closesAtFor } from '../seat/seat-clock'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { AnswerLine } from './answer-line'
import type { ItemScreenProps } from './item-screen'
import { isOneTap, LessonItem, lineToSend } from './lesson-item'
import { LessonFrame } from './lesson-frame'
import { NotMe } from './not-me'
import { PlayHead } from './play-head'
import { ClosedScreen } from './still-screens'
import { useScreenHeading } from './use-screen-heading'
import './still.css'
import './answer.css'

type OwnProps = ItemScreenProps & { isMovingOn: boolean }

const HOUR_MS = 3_600_000

/** race, homework, before the first place: how it goes, until when. */
export function OwnStartScreen({ known, session, isMovingOn, token }: OwnProps & { token: string }) {
  const t = useLessonTexts()
  const { step, mode, title, seat } = known
  return (
    <LessonFrame
      title={title}
      dock={
        <Button
          variant="primary"
          size="large"
          block
          iconEnd={ArrowRight}
          busy={isMovingOn}
          onClick={() => void session.next()}
        >
          {t('own.start')}
        </Button>
      }
    >
      <div className="ls-still">
        <p className="ls-quiet">{title}</p>
        <h1 ref={useScreenHeading('own-start')} tabIndex={-1}>
          {t('own.startTitle')}
        </h1>
        <p className="ts-number">
          <b>{t('own.count', { count: step.placeCount })}</b>
        </p>
        <p>{t(mode === 'homework' ? 'own.homework' : 'own.race')}</p>
        {step.closesAt && <p className="ts-number">{t('own.until', { time: formatDateTime(step.closesAt) })}</p>}
        <dl className="ls-facts">
          <div>
            <dt>{t('lobby.name')}</dt>
            <dd>{seat.name}</dd>
          </div>
        </dl>
        {!step.isLobbyLocked && <NotMe known={known} token={token} />}
      </div>
    </LessonFrame>
  )
}

/** race, homework: one place after the other, each answered once. */
export function OwnItemScreen({ known, link, session, isMovingOn }: OwnProps) {
  const t = useLessonTexts()
  const { item, answer, step } = known
  const place = known.ownPlace ?? 0
  const closesAt = closesAtFor(known)
  const clock = useLessonClock(step, closesAt)
  const heading = useScreenHeading(`own ${place}`)
  const [isHinted, setHinted] = useState(false)
  const [isPassing, setPassing] = useState(false)
  const isSettled = answer !== null && answer.status !== 'draft' && answer.status !== 'unread'
  const canAnswer = !isSettled && clock.stage === 'running' && !clock.isPaused
  const isFar = clock.leftMs > HOUR_MS
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!canAnswer) return
    const line = lineToSend(session.get().known)
    setHinted(line === null)
    if (line !== null) session.answer(line)
  }
  const goOn = () => {
    setPassing(false)
    void session.next()
  }
  // Others may have extra time; this seat has had all of its own.
  if (clock.stage === 'over' && answer?.status !== 'sending') return <ClosedScreen known={known} session={session} />
  return (
    <form className="ls-join" onSubmit={submit} noValidate>
      <LessonFrame
        title={known.title}
        head={
          <PlayHead
            known={known}
            clock={isFar ? undefined : clock}
            limitS={0}
            heading={
              <h1 ref={heading} tabIndex={-1}>
                <span aria-hidden="true">{t('frame.place', { place, total: step.placeCount })}</span>
                <span className="ts-hidden">{t('frame.placeSaid', { place, total: step.placeCount })}</span>
              </h1>
            }
          />
        }
        dock={
          <div className="ls-answer">
            <div role="status">
              <AnswerLine known={known} link={link} />
            </div>
            {isSettled && answer.status !== 'sending' ? (
              <Button variant="primary" size="large" block iconEnd={ArrowRight} busy={isMovingOn} onClick={goOn}>
                {t(place >= step.placeCount ? 'own.last' : 'own.next')}
              </Button>
            ) : (
              <div className="ls-own-buttons">
                <Button busy={isMovingOn} disabled={answer?.status === 'sending'} onClick={() => setPassing(true)}>
                  {t('own.pass')}
                </Button>
                {item && !isOneTap(item) && (
                  <Button type="submit" variant="primary" icon={Send} busy={answer?.status === 'sending'}>
                    {t('item.send')}
                  </Button>
                )}
              </div>
            )}
            <p className="ls-error" role="alert">
              {isHinted && answer === null && t('item.sendFirst')}
            </p>
          </div>
        }
      >
        {isFar && closesAt && (
          <p className="ls-quiet ts-number">{t('own.until', { time: formatDateTime(closesAt) })}</p>
        )}
        {item ? (
          <LessonItem
            item={item}
            answer={answer?.line ?? null}
            isLocked={!canAnswer}
            isSaved={answer?.status === 'saved'}
            onDraft={(line) => session.draft(line)}
            onAnswer={(line) => session.answer(line)}
          />
        ) : (
          <p role="status">{t('item.loading')}</p>
        )}
        <ConfirmDialog
          open={isPassing}
          title={t('own.passSure')}
          confirmLabel={t('own.passYes')}
          cancelLabel={t('own.passNo')}
          onConfirm={goOn}
          onCancel={() => setPassing(false)}
        >
          {t('own.passText')}
        </ConfirmDialog>
      </LessonFrame>
    </form>
  )
}
