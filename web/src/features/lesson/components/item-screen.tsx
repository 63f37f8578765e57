import { Button } from '@thiso/kit'
import { useLessonClock } from '@thiso/kit/lesson/lesson-clock'
import Send from 'lucide-react/icons/send'
import { type FormEvent, useState } from 'react'
import { isLastPlace, leadWords, silenceWords } from '../seat/said'
import { closesAtFor, isPlaying } from '../seat/seat-clock'
import type { Link, SeatSession } from '../seat/seat-session'
import type { Known } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { AnswerLine } from './answer-line'
import { isOneTap, LessonItem, lineToSend } from './lesson-item'
import { LessonFrame } from './lesson-frame'
import { PlayHead } from './play-head'
import { useScreenHeading } from './use-screen-heading'
import './answer.css'

export interface ItemScreenProps {
  known: Known
  link: Link
  session: SeatSession
}

/** The place that the class is at: read it, answer it once, wait for the others. */
export function ItemScreen({ known, link, session }: ItemScreenProps) {
  const t = useLessonTexts()
  const { item, answer, step, seat } = known
  const clock = useLessonClock(step, closesAtFor(known))
  const heading = useScreenHeading(`item ${step.place}`)
  const [isHinted, setHinted] = useState(false)
  const plays = isPlaying(known)
  const isSettled = answer !== null && answer.status !== 'draft' && answer.status !== 'unread'
  const isOpen = step.phase === 'open' && clock.stage === 'running' && !clock.isPaused
  const canAnswer = plays && isOpen && !isSettled
  const limitS = (item?.limitS ?? 0) * (1 + seat.extraPercent / 100)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!canAnswer) return
    const line = lineToSend(session.get().known)
    setHinted(line === null)
    if (line !== null) session.answer(line)
  }
  const isSentByButton = item !== null && !isOneTap(item)
  return (
    <form className="ls-join" onSubmit={submit} noValidate>
      <LessonFrame
        title={known.title}
        head={
          <PlayHead
            known={known}
            clock={clock}
            limitS={limitS}
            heading={
              <h1 ref={heading} tabIndex={-1}>
                <span aria-hidden="true">{t('frame.place', { place: step.place, total: step.placeCount })}</span>
                <span className="ts-hidden">{t('frame.placeSaid', { place: step.place, total: step.placeCount })}</span>
              </h1>
            }
          />
        }
        dock={
          <div className="ls-answer">
            <div role="status">
              <AnswerLine known={known} link={link} />
              {!isSettled && plays && <Waiting {...{ known }} stage={clock.stage} leftMs={clock.leftMs} />}
            </div>
            {!plays && (
              <p className="ls-answer-line">
                {t(seat.floor === null && isLastPlace(known) ? 'item.outLast' : WATCHING[seat.floor ?? 'on'])}
              </p>
            )}
            {isSentByButton && plays && !isSettled && step.phase === 'open' && clock.stage !== 'over' && (
              <>
                <p className="ls-error" role="alert">
                  {isHinted && answer === null && t('item.sendFirst')}
                </p>
                <Button type="submit" variant="primary" size="large" block icon={Send} disabled={!isOpen}>
                  {t('item.send')}
                </Button>
              </>
            )}
          </div>
        }
      >
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
      </LessonFrame>
    </form>
  )
}

interface WaitingProps {
  known: Known
  stage: string
  leftMs: number
}

/** Why nothing can be answered just now; said once, in the same place where 'recorded' will stand. */
function Waiting({ known, stage, leftMs }: WaitingProps) {
  const t = useLessonTexts()
  const { step } = known
  if (step.phase === 'locked' || stage === 'over')
    return (
      <p className="ls-answer-line">
        <span>
          <b>{t(step.phase === 'locked' && stage !== 'over' ? 'item.locked' : 'item.over')}.</b>{' '}
          {t(known.answer === null ? silenceWords(known) : 'item.lockedText')}
        </span>
      </p>
    )
  if (stage === 'lead')
    return (
      <p className="ls-answer-line">
        <span>{t(leadWords(known))}</span>
        {/* The number alone moves; a voice need not follow it. */}
        <b className="ts-number" aria-hidden="true">
          {Math.ceil(leftMs / 1000)}
        </b>
      </p>
    )
  if (stage !== 'running' || step.pausedAt !== null) return null
  return isOneTap(known.item ?? NO_ITEM) ? (
    <p className="ls-answer-line ls-quiet">{t('item.one')}</p>
  ) : (
    <p className="ts-hidden">{t('item.open')}</p>
  )
}

/** Why this seat only looks on. */
const WATCHING = { on: 'item.out', out: 'floor.watching', reserve: 'floor.reserve' } as const
const NO_ITEM = { kind: 'item', type: null } as const
