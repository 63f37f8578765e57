import { Badge, type BarItem, BarList, formatNumber, formatShare, useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { OptionMark } from '@thiso/kit/lesson/OptionMark'
import Check from 'lucide-react/icons/check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReportItem } from './figures'
import { useReportText } from './use-report-text'

interface ItemBarsProps {
  item: ReportItem
  isMostMisled: boolean
}

/** How often each answer was given, of all who could answer; what is right is said by mark and word, and who was silent is a bar too. */
export function ItemBars({ item, isMostMisled }: ItemBarsProps) {
  const t = useReportText()
  const [locale] = useLocale()
  const isScored = item.kind === 'item'
  // Somebody removed since may have answered.
  const all = Math.max(item.seatCount, item.answeredCount)
  const text = (count: number) =>
    t('items.value', { count: formatNumber(count), share: all > 0 ? formatShare(count / all, 0) : '0%' })
  if (item.bars.length === 0) return <p className="ts-quiet-text">{t('items.none')}</p>
  const bars: BarItem[] = item.bars.map(({ label, text: words, count, isRight }, index) => {
    const isParts = label === '✓' || label === '✗'
    const isOption = words.vi !== ''
    const isMistake = isScored && item.misconception?.label === label && !isRight
    return {
      id: `${index} ${label}`,
      value: count,
      text: text(count),
      tone: isScored && isRight ? 'good' : isMistake ? 'bad' : 'blue',
      label: (
        <span className="lesson-answer">
          {isOption && <OptionMark index={index} />}
          <span className="lesson-answer-words">
            <span>
              {isParts ? (
                t(isRight ? 'items.rightParts' : 'items.wrongParts')
              ) : isOption ? (
                <RichText text={words} language={locale} look="inline" />
              ) : (
                label
              )}
            </span>
            {isScored && isRight && !isParts && (
              <Badge tone="good" icon={Check}>
                {t('items.right')}
              </Badge>
            )}
            {isMistake && isMostMisled && (
              <Badge tone="bad" icon={TriangleAlert}>
                {t('items.misled')}
              </Badge>
            )}
          </span>
        </span>
      ),
    }
  })
  const silent = all - item.answeredCount
  if (silent > 0)
    bars.push({
      id: 'silent',
      value: silent,
      text: text(silent),
      tone: 'sun',
      label: <span className="lesson-answer ts-quiet-text">{t('items.silent')}</span>,
    })
  return (
    <div className="lesson-bars">
      <BarList label={t('items.bars', { place: item.place })} items={bars} max={Math.max(1, all)} />
    </div>
  )
}
