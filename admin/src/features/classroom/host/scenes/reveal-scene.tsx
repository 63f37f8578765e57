import { Icon, useLocale } from '@thiso/kit'
import { wordsIn } from '@thiso/kit/item/item'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { AnswerBars } from '@thiso/kit/lesson/AnswerBars'
import type { HostView, LessonItem, LessonReveal } from '@thiso/kit/lesson/host-state'
import ExternalLink from 'lucide-react/icons/external-link'
import { FitBox } from '../parts/fit-box'
import { RightAnswer } from '../parts/right-answer'
import { WordCloud } from '../parts/word-cloud'
import { useHostText, whoOf } from '../use-host-text'

interface RevealSceneProps {
  view: HostView
  item: LessonItem
  reveal: LessonReveal
}

/** Of many parts: that some got all of it and others did not is said by the count already. */
const PARTS_TYPES = new Set(['true-false-group', 'ordering', 'matching'])
const OPTION_TYPES = new Set(['single-choice', 'multiple-choice', 'true-false'])

/** How the class answered, what is right and why, so that a lesson can be taught from it. */
export function RevealScene({ view, item, reveal }: RevealSceneProps) {
  const t = useHostText()
  const [locale] = useLocale()
  const { review } = reveal
  const isScored = item.kind === 'item'
  const isOptions = item.kind === 'poll' || (item.type !== null && OPTION_TYPES.has(item.type))
  const names = item.options.map(({ token, text }, index) =>
    item.type === 'true-false' ? (
      <b key={token}>{index === 0 ? t('item.true') : t('item.false')}</b>
    ) : (
      <RichText key={token} text={text} language={locale} look="inline" />
    ),
  )
  const hasWhy = review !== null && wordsIn(review.explanation, locale).words.trim() !== ''
  const hasBeside = hasWhy || (review?.sources.length ?? 0) > 0
  const counts = { right: reveal.rightCount, answered: reveal.answeredCount }
  return (
    <FitBox className="hs-reveal" about={`${view.step.version} ${locale}`} largest={1.2} of="sentences">
      <div className="hs-reveal-head">
        <RichText text={item.stem} language={locale} className="hs-reveal-stem" />
        <p className="hs-reveal-count">
          {reveal.answeredCount === 0
            ? t('reveal.nobody')
            : t(isScored ? 'reveal.rightOf' : 'reveal.answeredOf', { ...counts, ...whoOf(view) })}
        </p>
      </div>
      {item.kind === 'word-cloud' ? (
        <WordCloud bars={reveal.bars} />
      ) : (
        <div className="hs-reveal-body" data-beside={hasBeside || undefined}>
          <div className="hs-reveal-bars">
            {isScored && !review && <p>{t('reveal.held')}</p>}
            {review && <RightAnswer item={item} review={review} />}
            {(item.type === null || !PARTS_TYPES.has(item.type)) && (
              <AnswerBars
                bars={reveal.bars}
                of={isOptions ? 'options' : 'words'}
                names={names}
                isScored={isScored}
                language={locale}
              />
            )}
          </div>
          {review && hasBeside && (
            <div className="hs-why">
              {hasWhy && (
                <>
                  <h2>{t('reveal.why')}</h2>
                  <RichText text={review.explanation} language={locale} />
                </>
              )}
              {review.sources.map((source) => (
                <p key={`${source.title} ${source.locator}`} className="hs-source">
                  <span>{t('reveal.source')}:</span> <Source source={source} newTab={t('reveal.newTab')} />
                </p>
              ))}
            </div>
          )}
        </div>
      )}
    </FitBox>
  )
}

function Source({ source, newTab }: { source: { title: string; locator: string; url: string }; newTab: string }) {
  const name = (
    <span lang="vi">
      {source.title}
      {source.locator && `, ${source.locator}`}
    </span>
  )
  // Anything else than a web address is shown as words only.
  if (!/^https?:\/\//i.test(source.url)) return name
  return (
    <a href={source.url} target="_blank" rel="noopener noreferrer">
      {name}
      {'\u00a0'}
      <Icon of={ExternalLink} size={16} />
      <span className="ts-hidden">({newTab})</span>
    </a>
  )
}
