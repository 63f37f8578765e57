import { Button, ConfirmDialog, type Dot, DotPath, IconButton } from '@thiso/kit'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { attemptNow } from '../../clock/attempt-clock'
import { useArrival } from '../../hooks/use-arrival'
import { useClockWarning } from '../../hooks/use-clock-warning'
import { useItemOver } from '../../hooks/use-item-over'
import { useLastWords } from '../../hooks/use-last-words'
import { shownAnswer } from '../../outbox/core'
import type { AttemptSession } from '../../session/attempt-session'
import type { PaperData } from '../../session/calls'
import { asksPrediction, PREDICTION_PLACE } from '../../session/paper-facts'
import { saveStateOf } from '../../session/save-state'
import type { Snapshot } from '../../session/snapshot'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { Announcer } from './announcer'
import { ItemView } from './item-view'
import { OneWayEnd } from './one-way-end'
import { PaperClock } from './paper-clock'
import { PaperNotes } from './paper-notes'
import PredictionCard from './prediction-card'
import { SaveLine } from './save-line'

interface OneWayScreenProps {
  paper: PaperData
  snapshot: Snapshot
  session: AttemptSession
}

/** A paper that only goes forward: one place at a time, and each may have a clock of its own. */
export default function OneWayScreen({ paper, snapshot, session }: OneWayScreenProps) {
  const t = useAttemptTexts()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'next' | 'leave' | null>(null)
  const [isPredicted, setPredicted] = useState(false)
  const [isTyping, setTyping] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const { attempt, itemCount, rules } = paper
  const { outbox } = snapshot
  const here = attempt.open?.position ?? 1
  const isEnd = here > itemCount
  const item = paper.items.find(({ position }) => position === here)
  const answerOf = (position: number) => (outbox ? (shownAnswer(outbox, position) ?? null) : null)
  const isPredicting = isEnd && rules.prediction !== null && asksPrediction(paper) && !isPredicted
  const deadline = Date.parse(attempt.deadlineAt)
  const until = Date.parse(attempt.open?.until ?? attempt.deadlineAt)
  const isRunning = attempt.pausedAt === null
  const hasItemClock = paper.itemClockS !== null && !isEnd
  const warning = useClockWarning(isRunning ? deadline : null)
  useLastWords(isRunning ? Math.min(deadline, until) : null)
  useItemOver(hasItemClock && isRunning && !snapshot.isOpening ? until : null, () => void session.next())
  useArrival(heading)

  const screen = isPredicting ? PREDICTION_PLACE : here
  const shown = useRef(screen)
  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    setAsked(null)
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [screen])

  const isBlank = answerOf(here) === null && !isTyping
  const isDue = rules.allRequired && isBlank && (!hasItemClock || attemptNow() < until)
  const dots: Dot[] = Array.from({ length: itemCount }, (_, index) => ({
    state: answerOf(index + 1) === null ? 'blank' : 'done',
    here: index + 1 === here,
  }))
  const placeSaid = isEnd ? t('oneWay.over') : t('paper.place', { position: here, total: itemCount })
  const next = () => (isBlank ? setAsked('next') : void session.next())
  const saveLine = (
    <SaveLine state={saveStateOf(snapshot, isEnd ? PREDICTION_PLACE : here, isTyping)} warning={warning} />
  )
  return (
    <div className="at-paper">
      <title>{`${isEnd ? t('oneWay.over') : t('paper.tab', { position: here })} · Thi Số`}</title>
      <header className="at-head">
        <div className="at-head-row">
          <IconButton icon={ArrowLeft} label={t('paper.leave')} onClick={() => setAsked('leave')} />
          <span className="at-head-place" aria-hidden="true">
            {placeSaid}
          </span>
          <PaperClock deadline={deadline} pausedAt={attempt.pausedAt} />
        </div>
        <div className="at-path at-path-still" aria-hidden="true">
          <span className="at-path-dots">
            <DotPath dots={dots} label={placeSaid} />
          </span>
        </div>
        {hasItemClock && (
          <div className="at-item-clock">
            <span>{t('oneWay.itemClock')}</span>
            <PaperClock deadline={Math.min(until, deadline)} pausedAt={attempt.pausedAt} isOfItem />
          </div>
        )}
      </header>
      <PaperNotes paper={paper} snapshot={snapshot} />
      {item && !isEnd && (
        <>
          <div className="at-body">
            <ItemView
              paper={paper}
              key={item.position}
              item={item}
              number={here}
              total={itemCount}
              outbox={outbox}
              headingRef={heading}
              onAnswer={(answer) => session.choose(item.position, answer)}
              onTyping={setTyping}
            />
          </div>
          <div className="at-dock">
            {saveLine}
            <p className="at-one-way-hint" id="mot-chieu">
              {t(isDue ? 'oneWay.answerFirst' : 'oneWay.noWayBack')}
            </p>
            <Button
              variant="primary"
              block
              iconEnd={ArrowRight}
              disabled={isDue || !isRunning}
              busy={snapshot.isOpening}
              aria-describedby="mot-chieu"
              onClick={next}
            >
              {t(here === itemCount ? 'oneWay.finish' : 'oneWay.next')}
            </Button>
          </div>
        </>
      )}
      {isPredicting && rules.prediction && (
        <>
          <PredictionCard
            rules={rules.prediction}
            answer={answerOf(PREDICTION_PLACE)}
            headingRef={heading}
            onAnswer={(digits) => session.choose(PREDICTION_PLACE, digits)}
          />
          <div className="at-dock">
            {saveLine}
            <Button variant="primary" block iconEnd={ArrowRight} onClick={() => setPredicted(true)}>
              {t('prediction.go')}
            </Button>
          </div>
        </>
      )}
      {isEnd && !isPredicting && (
        <OneWayEnd
          paper={paper}
          snapshot={snapshot}
          blanks={dots.flatMap(({ state }, index) => (state === 'blank' ? [index + 1] : []))}
          prediction={paper.heldPrediction === null ? answerOf(PREDICTION_PLACE) : String(paper.heldPrediction)}
          headingRef={heading}
          onPredict={asksPrediction(paper) ? () => setPredicted(false) : null}
          onSubmit={() => void session.submit()}
        >
          {saveLine}
        </OneWayEnd>
      )}
      <Announcer warning={warning} isOffline={snapshot.network === 'lost'} />
      <ConfirmDialog
        open={asked === 'next'}
        title={t('oneWay.blankTitle')}
        confirmLabel={t('oneWay.blankGo')}
        cancelLabel={t('oneWay.blankStay')}
        onConfirm={() => {
          setAsked(null)
          void session.next()
        }}
        onCancel={() => setAsked(null)}
      >
        <p>{t('oneWay.blankText')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'leave'}
        title={t('leave.title')}
        confirmLabel={t('leave.go')}
        cancelLabel={t('leave.stay')}
        onConfirm={() => navigate(`/dot/${attempt.roundId}`)}
        onCancel={() => setAsked(null)}
      >
        <p>{t('oneWay.leaveText')}</p>
      </ConfirmDialog>
    </div>
  )
}
