import Check from 'lucide-react/icons/check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import Contrast from 'lucide-react/icons/contrast'
import ExternalLink from 'lucide-react/icons/external-link'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { Badge, type BadgeTone } from '../feedback/Badge'
import { Icon, type LucideIcon } from '../layout/Icon'
import '../styles/item.css'
import '../styles/reviewed.css'
import { formatNumber, type Locale } from '../text/format'
import { type ReviewedItem, wordsIn } from './item'
import { outcomeOf, type Outcome } from './outcome'
import { ReviewedOptions } from './review/ReviewedOptions'
import { ReviewedParts } from './review/ReviewedParts'
import { RichText } from './rich/RichText'
import { itemTexts } from './texts/item-texts'

export interface ItemReviewProps {
  item: ReviewedItem
  language: Locale
  /** The heading of the item, such as "Câu 3". */
  heading?: ReactNode
  /** What else stands in its head: the topic. */
  aside?: ReactNode
  /** Named for those who jump from item to item. */
  label?: string
}

const looks: Record<Outcome, { tone: BadgeTone; icon: LucideIcon }> = {
  right: { tone: 'good', icon: Check },
  partly: { tone: 'sun', icon: Contrast },
  wrong: { tone: 'bad', icon: X },
  blank: { tone: 'neutral', icon: CircleDashed },
}

/** One item after it counts no more: the own answer, the right one, what it gained, why, and where it is written. */
export function ItemReview({ item, language, heading, aside, label }: ItemReviewProps) {
  const texts = itemTexts(language)
  const outcome = outcomeOf(item)
  const { tone, icon } = looks[outcome]
  const why = wordsIn(item.explanation, language).words
  return (
    <article className="ts-reviewed" aria-label={label} lang={language}>
      <div className="ts-reviewed-head">
        {heading}
        <Badge tone={tone} icon={icon}>
          {texts[outcome]}
        </Badge>
        {outcome === 'partly' && (
          <span className="ts-reviewed-gain ts-number">
            {texts.gained(formatNumber(item.share, undefined, language))}
          </span>
        )}
        {aside && <span className="ts-reviewed-aside">{aside}</span>}
      </div>
      <RichText text={item.stem} language={language} className="ts-item-stem" />
      {item.options.length > 0 && <ReviewedOptions item={item} language={language} />}
      {item.parts.length > 0 && <ReviewedParts item={item} language={language} />}
      {item.ruling && <p className="ts-reviewed-ruling">{texts.ruling[item.ruling]}</p>}
      {why.trim() !== '' && (
        <div className="ts-reviewed-why">
          <h4>{texts.explanation}</h4>
          <RichText text={item.explanation} language={language} />
        </div>
      )}
      {item.sources.length > 0 && (
        <div className="ts-reviewed-sources">
          <h4>{texts.sources}</h4>
          <ul>
            {item.sources.map((source) => (
              <li key={`${source.title} ${source.locator} ${source.url}`}>
                <Source source={source} newTab={texts.newTab} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  )
}

function Source({ source, newTab }: { source: ReviewedItem['sources'][number]; newTab: string }) {
  const name = (
    <span lang="vi">
      {source.title}
      {source.locator && <span className="ts-reviewed-locator">, {source.locator}</span>}
    </span>
  )
  // Anything else than a web address is shown as words only.
  if (!/^https?:\/\//i.test(source.url)) return name
  return (
    <a href={source.url} target="_blank" rel="noopener noreferrer">
      {name}
      {/* On the line of the last word. */}
      {'\u00a0'}
      <Icon of={ExternalLink} size={14} />
      <span className="ts-hidden">({newTab})</span>
    </a>
  )
}
