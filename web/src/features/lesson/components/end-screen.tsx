import { useQuery } from '@tanstack/react-query'
import { teamName } from '@thiso/contracts/vocab'
import { formatNumber, LinkButton, Loading, useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { wordsIn } from '@thiso/kit/item/item'
import { ItemReview } from '@thiso/kit/item/ItemReview'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { AnswerBars } from '@thiso/kit/lesson/AnswerBars'
import { formatPoints, withPoints } from '@thiso/kit/lesson/points'
import { ProblemPage } from '../../../lib/problem-page'
import { useSession } from '../../../lib/session'
import { useLibTexts } from '../../../lib/texts/use-lib-texts'
import { isTeamDevice } from '../seat/said'
import type { Known } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { LessonFrame } from './lesson-frame'
import { useScreenHeading } from './use-screen-heading'
import './still.css'
import './end-screen.css'
import './own-board.css'

/** After the lesson: what was right, what to study, where to practise. For this pupil alone. */
export function EndScreen({ token, known }: { token: string; known: Pick<Known, 'step' | 'mode' | 'settings'> }) {
  const t = useLessonTexts()
  const words = useLibTexts()
  const [language] = useLocale()
  const { account } = useSession()
  const { phase } = known.step
  const report = useQuery({
    queryKey: ['lesson-report', token, phase],
    queryFn: ({ signal }) => call('mySeatReport', { body: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const heading = useScreenHeading('end')
  if (report.isPending)
    return (
      <LessonFrame title={t('end.title')}>
        <div className="ls-still">
          <h1 ref={heading} tabIndex={-1}>
            {t('end.title')}
          </h1>
          <Loading label={t('end.waiting')} />
        </div>
      </LessonFrame>
    )
  if (report.error)
    return <ProblemPage error={report.error} busy={report.isFetching} onRetry={() => void report.refetch()} />
  const { title, name, standing, rightCount, askedCount, topics, reviews, heldCount, opinions } = report.data
  const weak = topics.filter((topic) => topic.rightCount < topic.askedCount)
  return (
    <LessonFrame title={t('end.title')}>
      <div className="ls-end">
        <header>
          <p className="ls-quiet">
            {title} · {name}
          </p>
          <h1 ref={heading} tabIndex={-1}>
            {askedCount > 0
              ? t(isTeamDevice(known) ? 'end.sumTeam' : 'end.sum', { right: rightCount, asked: askedCount })
              : t('end.title')}
          </h1>
          {askedCount > 0 && <p className="ls-quiet">{t('end.title')}</p>}
        </header>
        {standing && (
          <section>
            {/* What follows is of all of them, unlike the sum above. */}
            {standing.team !== null && <h2>{t('end.ofTeam', { team: teamName(standing.team, language) })}</h2>}
            <dl className="ls-board-facts ts-number">
              <div>
                <dt>{t('board.place')}</dt>
                <dd>
                  {formatNumber(standing.rank)}
                  {standing.isTied && <small> {t('board.tied')}</small>}
                </dd>
              </div>
              <div>
                <dt>{t('board.right')}</dt>
                <dd>{formatNumber(standing.rightCount)}</dd>
              </div>
              {withPoints(known.settings, [standing]) && (
                <div>
                  <dt>{t('board.points')}</dt>
                  <dd>{formatPoints(standing.points)}</dd>
                </div>
              )}
            </dl>
          </section>
        )}
        {askedCount === 0 && <p>{t('end.noItems')}</p>}
        {askedCount > 0 && (
          <section>
            <h2>{t('end.study')}</h2>
            {weak.length === 0 ? (
              heldCount === 0 && <p>{t('end.allRight')}</p>
            ) : (
              <ul className="ls-topics">
                {weak.map((topic) => (
                  <li key={topic.topic}>
                    <span>{words(`topic.${topic.topic}`)}</span>
                    <span className="ls-quiet ts-number">
                      {t('end.topic', { right: topic.rightCount, asked: topic.askedCount })}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <LinkButton variant="primary" size="large" block to="/luyen-tap">
              {t('end.practise')}
            </LinkButton>
            {!account && <p className="ls-quiet ls-center">{t('end.practiseText')}</p>}
          </section>
        )}
        {reviews.length > 0 && (
          <section>
            <h2>{t('end.reviews')}</h2>
            <div className="ls-reviews">
              {reviews.map((review) => (
                <ItemReview
                  key={review.position}
                  item={review}
                  language={language}
                  label={t('end.review', { number: review.position })}
                  heading={<h3>{t('end.review', { number: review.position })}</h3>}
                />
              ))}
            </div>
          </section>
        )}
        {heldCount > 0 && <p className="ls-quiet">{t('end.held', { count: heldCount })}</p>}
        {opinions.length > 0 && (
          <section>
            <h2>{t('end.opinions')}</h2>
            {opinions.map(({ item, bars }) => (
              <div key={item.place} className="ls-opinion">
                <h3>{t('end.review', { number: item.place })}</h3>
                <RichText text={item.stem} language={language} />
                <AnswerBars
                  bars={bars}
                  of={item.kind === 'word-cloud' ? 'words' : 'options'}
                  names={item.options.map(({ text }) => wordsIn(text, language).words)}
                  isScored={false}
                  language={language}
                />
              </div>
            ))}
          </section>
        )}
        <p className="ls-quiet">{t('end.privacy')}</p>
        <LinkButton block to="/lop">
          {t('end.another')}
        </LinkButton>
      </div>
    </LessonFrame>
  )
}
