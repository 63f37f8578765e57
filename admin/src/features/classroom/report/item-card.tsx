import { Badge, Card, formatNumber, formatShare, useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { isTold, type ReportItem } from './figures'
import { ItemBars } from './item-bars'
import { useReportText } from './use-report-text'
import { WordCloud } from './word-cloud'

interface ItemCardProps {
  item: ReportItem
  isHardest: boolean
  isMostMisled: boolean
}

/** One item: who answered what, how long it took, and what it teaches. */
export function ItemCard({ item, isHardest, isMostMisled }: ItemCardProps) {
  const t = useReportText()
  const [locale] = useLocale()
  const told = isTold(item)
  return (
    <Card
      as="article"
      level={3}
      title={
        <>
          {t('items.place', { place: item.place })}
          {item.section && <span className="lesson-section">{item.section}</span>}
        </>
      }
      actions={
        <span className="lesson-badges">
          {item.kind === 'poll' && <Badge>{t('items.poll')}</Badge>}
          {item.kind === 'word-cloud' && <Badge>{t('items.cloud')}</Badge>}
          {item.isSkipped && <Badge>{t('items.skipped')}</Badge>}
          {isHardest && <Badge tone="sun">{t('items.hardest')}</Badge>}
          {told && item.rightShare !== null && (
            <Badge tone="blue">{t('items.rightShare', { share: formatShare(item.rightShare, 0) })}</Badge>
          )}
        </span>
      }
    >
      {item.isHeld && <p className="ts-quiet-text">{t('items.held')}</p>}
      <RichText text={item.stem} language={locale} className="lesson-stem" />
      {told ? (
        <>
          {item.kind === 'word-cloud' ? (
            <WordCloud item={item} />
          ) : (
            <ItemBars item={item} isMostMisled={isMostMisled} />
          )}
          <p className="ts-quiet-text lesson-counts">
            {t('items.counts', { answered: formatNumber(item.answeredCount), seats: formatNumber(item.seatCount) })}
            {item.meanTimeS !== null && (
              <>
                {', '}
                {t('items.time', { seconds: formatNumber(item.meanTimeS, { maximumFractionDigits: 1 }) })}
              </>
            )}
          </p>
          {item.review && <Why review={item.review} />}
        </>
      ) : (
        <p className="ts-quiet-text">{t('items.skippedText')}</p>
      )}
    </Card>
  )
}

/** Folded away: for the teacher who takes the item up again. */
function Why({ review }: { review: NonNullable<ReportItem['review']> }) {
  const t = useReportText()
  const [locale] = useLocale()
  const { explanation, sources } = review
  const hasWords = (explanation.vi + explanation.en).trim() !== ''
  if (!hasWords && sources.length === 0) return null
  return (
    <details className="lesson-why">
      <summary>{t('items.why')}</summary>
      {hasWords && <RichText text={explanation} language={locale} />}
      {sources.length > 0 && (
        <ul>
          {sources.map(({ title, locator, url }) => (
            <li key={`${title} ${locator} ${url}`} lang="vi">
              {/^https?:\/\//i.test(url) ? (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {title}
                </a>
              ) : (
                title
              )}
              {locator && `, ${locator}`}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
