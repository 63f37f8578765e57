import { ConfirmDialog, type Dot, useLocale } from '@thiso/kit'
import { letterOf } from '@thiso/kit/item/item'
import { itemTexts } from '@thiso/kit/item/texts/item-texts'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useAhead } from '../../hooks/use-ahead'
import { useArrival } from '../../hooks/use-arrival'
import { useClockWarning } from '../../hooks/use-clock-warning'
import { useLastWords } from '../../hooks/use-last-words'
import { usePlace } from '../../hooks/use-place'
import { useReviewView } from '../../hooks/use-review-view'
import { useShortcuts } from '../../hooks/use-shortcuts'
import type { AttemptSession } from '../../session/attempt-session'
import type { PaperData } from '../../session/calls'
import { saveStateOf } from '../../session/save-state'
import type { Snapshot } from '../../session/snapshot'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { Announcer } from './announcer'
import { ItemView } from './item-view'
import { cellsOf, lackingSaid } from './paper-cells'
import { PaperDock } from './paper-dock'
import { PaperHead } from './paper-head'
import { ReviewView } from './review-view'
import { SaveLine } from './save-line'
import { ShortcutsButton } from './shortcuts-button'
import { SubmitDialog } from './submit-dialog'

interface PaperScreenProps {
  paper: PaperData
  snapshot: Snapshot
  session: AttemptSession
}

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
  const warning = useClockWarning(deadline)
  useLastWords(deadline)
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

  useArrival(heading)
  useAhead(() => import('../../pages/result-page'), isReview || warning !== null)
  const screen = isReview ? 'review' : item.position
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

  const saveLine = <SaveLine state={saveStateOf(snapshot, item.position, isTyping)} warning={warning} />
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
        onLeave={() => setAsked('leave')}
        onReview={() => setReview(true)}
      />
      {isReview ? (
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
        >
          {saveLine}
        </ReviewView>
      ) : (
        <>
          <div className="at-body">
            <ItemView
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
          isOffline={snapshot.network === 'lost'}
          onConfirm={() => void session.submit()}
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
