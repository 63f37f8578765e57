import { Button, ConfirmDialog, type Dot, formatNumber, useLocale } from '@thiso/kit'
import { letterOf } from '@thiso/kit/item/item'
import { itemTexts } from '@thiso/kit/item/texts/item-texts'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useAhead } from '../../hooks/use-ahead'
import { useArrival } from '../../hooks/use-arrival'
import { useClockWarning } from '../../hooks/use-clock-warning'
import { useLastWords } from '../../hooks/use-last-words'
import { usePlace } from '../../hooks/use-place'
import { useReviewView } from '../../hooks/use-review-view'
import { useShortcuts } from '../../hooks/use-shortcuts'
import { shownAnswer } from '../../outbox/core'
import type { AttemptSession } from '../../session/attempt-session'
import type { PaperData } from '../../session/calls'
import { asksPrediction, PREDICTION_PLACE } from '../../session/paper-facts'
import { saveStateOf } from '../../session/save-state'
import type { Snapshot } from '../../session/snapshot'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { Announcer } from './announcer'
import { ItemView } from './item-view'
import { cellsOf, lackingSaid } from './paper-cells'
import { PaperDock } from './paper-dock'
import { PaperHead } from './paper-head'
import { PaperNotes } from './paper-notes'
import { ReviewView } from './review-view'
import { SaveLine } from './save-line'
import { ShortcutsButton } from './shortcuts-button'
import { SubmitDialog } from './submit-dialog'

interface PaperScreenProps {
  paper: PaperData
  snapshot: Snapshot
  session: AttemptSession
}

const PredictionCard = lazy(() => import('./prediction-card'))

/** Types whose options stand under letters, and are chosen by them. */
const lettered: readonly string[] = ['single-choice', 'multiple-choice', 'true-false']

export function PaperScreen({ paper, snapshot, session }: PaperScreenProps) {
  const t = useAttemptTexts()
  const [language] = useLocale()
  const navigate = useNavigate()
  const { items } = paper
  const { outbox } = snapshot
  const place = usePlace(
    paper.attempt.attemptId,
    items.map((item) => item.position),
  )
  const [isReview, setReview] = useReviewView()
  const [asked, setAsked] = useState<'submit' | 'leave' | null>(null)
  const deadline = Date.parse(paper.attempt.deadlineAt)
  const { pausedAt } = paper.attempt
  const warning = useClockWarning(pausedAt ? null : deadline)
  useLastWords(pausedAt ? null : deadline)
  const { prediction: predicting } = paper.rules
  const predicted = paper.heldPrediction ?? (outbox ? (shownAnswer(outbox, PREDICTION_PLACE) ?? null) : null)
  /** The prediction is asked once on the way to the review, and again when the person wants to change it. */
  const [isPassed, setPassed] = useState(predicted !== null)
  const heading = useRef<HTMLHeadingElement>(null)

  const index = Math.max(
    0,
    items.findIndex((item) => item.position === place.position),
  )
  const item = items[index]!
  const cells = cellsOf(items, outbox, place.marks, itemTexts(language))
  const blanks = cells.filter((cell) => cell.isBlank)
  const dots: Dot[] = cells.map((cell) => ({
    state: cell.isMarked ? 'marked' : cell.isBlank ? 'blank' : 'done',
    here: !isReview && cell.position === item.position,
  }))

  useAhead(() => import('./prediction-card'), predicting !== null)
  useArrival(heading)
  useAhead(() => import('../../pages/result-page'), isReview || warning !== null)
  const isPredicting = isReview && predicting !== null && asksPrediction(paper) && !isPassed
  const screen = isPredicting ? 'prediction' : isReview ? 'review' : item.position
  const shown = useRef(screen)
  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [screen])

  const [isTyping, setTyping] = useState(false)
  const [isKeyed, setKeyed] = useShortcuts(
    isReview
      ? null
      : {
          optionCount: lettered.includes(item.type) ? item.options.length : 0,
          choose(at) {
            const option = document.querySelector<HTMLElement>(`[data-option="${letterOf(at)}"]`)
            option?.focus()
            option?.click()
          },
          step: place.step,
          mark: place.toggleMark,
        },
  )

  const saveLine = (
    <SaveLine
      state={saveStateOf(snapshot, isPredicting ? PREDICTION_PLACE : item.position, isTyping)}
      warning={warning}
    />
  )
  return (
    <div className="at-paper">
      <title>{`${isReview ? t('review.tab') : t('paper.tab', { position: index + 1 })} · Thi Số`}</title>
      <PaperHead
        number={index + 1}
        total={items.length}
        answered={cells.length - blanks.length}
        marked={place.marks.length}
        dots={dots}
        isReview={isReview}
        deadline={deadline}
        pausedAt={pausedAt}
        onLeave={() => setAsked('leave')}
        onReview={() => setReview(true)}
      />
      <PaperNotes paper={paper} snapshot={snapshot} />
      {isPredicting ? (
        <>
          <Suspense>
            <PredictionCard
              rules={predicting}
              answer={predicted === null ? null : String(predicted)}
              headingRef={heading}
              onAnswer={(digits) => session.choose(PREDICTION_PLACE, digits)}
            />
          </Suspense>
          <div className="at-dock">
            {saveLine}
            <div className="at-dock-buttons at-dock-two">
              <Button onClick={() => setReview(false)}>{t('review.back', { position: index + 1 })}</Button>
              <Button variant="primary" onClick={() => setPassed(true)}>
                {t('prediction.go')}
              </Button>
            </div>
          </div>
        </>
      ) : isReview ? (
        <ReviewView
          cells={cells}
          currentNumber={index + 1}
          headingRef={heading}
          onOpen={(position) => {
            place.goTo(position)
            setReview(false)
          }}
          onBack={() => setReview(false)}
          onSubmit={() => setAsked('submit')}
          prediction={
            predicting && (
              <p className="at-review-prediction">
                {predicted === null
                  ? t('prediction.none')
                  : t('prediction.given', { number: formatNumber(Number(predicted)) })}{' '}
                {asksPrediction(paper) ? (
                  <Button size="small" variant="quiet" onClick={() => setPassed(false)}>
                    {t('prediction.change')}
                  </Button>
                ) : (
                  t('prediction.held')
                )}
              </p>
            )
          }
        >
          {saveLine}
        </ReviewView>
      ) : (
        <>
          <div className="at-body">
            <ItemView
              paper={paper}
              key={item.position}
              item={item}
              number={index + 1}
              total={items.length}
              outbox={outbox}
              headingRef={heading}
              onAnswer={(answer) => session.choose(item.position, answer)}
              onTyping={setTyping}
            />
            <ShortcutsButton isOn={isKeyed} onSwitch={setKeyed} />
          </div>
          <PaperDock
            number={index + 1}
            isFirst={index === 0}
            isLast={index === items.length - 1}
            isMarked={place.marks.includes(item.position)}
            onBack={() => place.step(-1)}
            onNext={() => place.step(1)}
            onMark={place.toggleMark}
            onReview={() => setReview(true)}
          >
            {saveLine}
          </PaperDock>
        </>
      )}
      <Announcer warning={warning} isOffline={snapshot.network === 'lost'} />
      {asked === 'submit' && (
        <SubmitDialog
          total={items.length}
          blanks={blanks.map((cell) => cell.number)}
          lacking={lackingSaid(cells, t)}
          deadline={deadline}
          pausedAt={pausedAt}
          isOffline={snapshot.network === 'lost'}
          onConfirm={() => {
            setAsked(null)
            void session.submit()
          }}
          onCancel={() => setAsked(null)}
        />
      )}
      <ConfirmDialog
        open={asked === 'leave'}
        title={t('leave.title')}
        confirmLabel={t('leave.go')}
        cancelLabel={t('leave.stay')}
        onConfirm={() => navigate(`/dot/${paper.attempt.roundId}`)}
        onCancel={() => setAsked(null)}
      >
        <p>{t('leave.text')}</p>
      </ConfirmDialog>
    </div>
  )
}
