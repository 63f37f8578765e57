import type { LessonItemData } from '@thiso/contracts'
import { Badge, Icon, useLocale } from '@thiso/kit'
import { wordsIn } from '@thiso/kit/item/item'
import { ItemReview } from '@thiso/kit/item/ItemReview'
import { outcomeOf } from '@thiso/kit/item/outcome'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { AnswerBars } from '@thiso/kit/lesson/AnswerBars'
import { formatPoints, withPoints } from '@thiso/kit/lesson/points'
import Check from 'lucide-react/icons/check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import Contrast from 'lucide-react/icons/contrast'
import X from 'lucide-react/icons/x'
import { withOwnAnswer } from '../seat/own-review'
import { isTeamDevice, nextWords } from '../seat/said'
import { hasPlayed } from '../seat/seat-clock'
import type { SeatSession } from '../seat/seat-session'
import type { Known } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { LessonFrame } from './lesson-frame'
import { PlayHead } from './play-head'
import { Reactions } from './reactions'
import { useScreenHeading } from './use-screen-heading'
import './lesson-item.css'
import './answer.css'
import './reveal-screen.css'

const SIGNS = { right: Check, partly: Contrast, wrong: X, blank: CircleDashed } as const

/** What the own answer brought, what is right, why, and where it is written. */
export function RevealScreen({ known, session }: { known: Known; session: SeatSession }) {
  const t = useLessonTexts()
  const { step } = known
  const heading = useScreenHeading(`reveal ${step.place}`)
  return (
    <LessonFrame
      title={known.title}
      head={
        <PlayHead
          known={known}
          heading={<p className="ls-place">{t('frame.place', { place: step.place, total: step.placeCount })}</p>}
        />
      }
      dock={
        <div className="ls-answer">
          <p className="ls-quiet ls-center">{t(nextWords(known))}</p>
          {step.areReactionsOn && <Reactions onReact={(reaction) => session.react(reaction)} />}
        </div>
      }
    >
      <Outcome known={known} headingRef={heading} />
    </LessonFrame>
  )
}

function Outcome({ known, headingRef }: { known: Known; headingRef: ReturnType<typeof useScreenHeading> }) {
  const t = useLessonTexts()
  const [language] = useLocale()
  const { item, reveal, answer, floorNews, seat, step } = known
  if (!reveal || !item)
    return (
      <h1 ref={headingRef} tabIndex={-1}>
        {t('item.loading')}
      </h1>
    )
  const review = reveal.review
  if (!review)
    return (
      <>
        <h1 ref={headingRef} tabIndex={-1}>
          {t(item.kind === 'item' ? 'reveal.held' : item.kind === 'word-cloud' ? 'reveal.cloud' : 'reveal.poll')}
        </h1>
        <RichText text={item.stem} language={language} className="ls-stem" />
        <AnswerBars
          bars={reveal.bars}
          of={item.kind === 'word-cloud' ? 'words' : 'options'}
          names={item.options.map(({ text }) => wordsIn(text, language).words)}
          isScored={false}
          language={language}
        />
        {answer?.status === 'saved' && (
          <p>
            {t(isTeamDevice(known) ? 'reveal.yoursTeam' : 'reveal.yours')}: <b>{chosenIn(item, answer.line)}</b>
          </p>
        )}
      </>
    )
  const told = known.told?.place === reveal.place ? known.told : null
  const line = answer?.status === 'saved' ? answer.line : null
  const own = withOwnAnswer(review, item, line, told?.outcome ?? null)
  const outcome = outcomeOf(own)
  if (!hasPlayed(known))
    return (
      <>
        <h1 ref={headingRef} tabIndex={-1}>
          {t('reveal.answer')}
        </h1>
        {floorNews === 'back' && <p className="ls-good-news">{t('floor.back')}</p>}
        <ItemReview item={own} language={language} />
      </>
    )
  return (
    <>
      <div className={`ls-verdict ls-verdict-${outcome}`}>
        <span className="ls-verdict-sign">
          <Icon of={SIGNS[outcome]} size={30} />
        </span>
        <div>
          <h1 ref={headingRef} tabIndex={-1}>
            {t(outcome === 'blank' && isTeamDevice(known) ? 'reveal.blankTeam' : `reveal.${outcome}`)}
          </h1>
          <Points outcome={told?.outcome ?? null} settings={known.settings} />
          <p className="ls-quiet ts-number">
            {t(isTeamDevice(known) ? 'reveal.classTeams' : 'reveal.class', {
              right: reveal.rightCount,
              total: reveal.seatCount,
            })}
          </p>
        </div>
      </div>
      {seat.floor === 'out' && seat.outAt === step.place && (
        <p className="ls-news">
          <b>{t('floor.out')}.</b> {t('floor.outText')}
        </p>
      )}
      {seat.floor === 'on' && (
        <p>
          <Badge tone="sun">{t('floor.still')}</Badge>
        </p>
      )}
      <ItemReview item={own} language={language} />
    </>
  )
}

/** What was chosen in a poll, or the words given to a cloud. */
function chosenIn(item: LessonItemData, line: string): string {
  return item.kind === 'poll' ? (item.options.find(({ token }) => token === line)?.text.vi ?? line) : line
}

/** Right answers and points are two things: the verdict says the one, this line the other. */
function Points({
  outcome,
  settings,
}: {
  outcome: NonNullable<Known['told']>['outcome']
  settings: Known['settings']
}) {
  const t = useLessonTexts()
  const all = (outcome?.points ?? 0) + (outcome?.bonus ?? 0)
  if (!outcome || all === 0) return null
  // One right answer, one point: said once, as in the standings.
  if (!withPoints(settings, [{ rightCount: outcome.isRight ? 1 : 0, points: all }])) return null
  return (
    <p className="ts-number">
      <b>{t('reveal.points', { points: formatPoints(all) })}</b>
      {outcome.bonus > 0 && `, ${t('reveal.bonus', { points: formatPoints(outcome.bonus) })}`}
    </p>
  )
}
