import { Badge, formatNumber, useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { type AnalysedItem, type GroupCount, letterOf, percent } from '../figures'
import { useAnalysisText } from '../use-analysis-text'

/** The same shares as the plot in figures, with the texts of the answers. */
export function AnswerTable({ item, groupCount }: { item: AnalysedItem; groupCount: GroupCount }) {
  const t = useAnalysisText()
  const [locale] = useLocale()
  const sizes = groupCount === 3 ? item.thirdSizes : item.fifthSizes
  const groupName = (group: number) =>
    group === 0
      ? t('detail.weakest')
      : group === groupCount - 1
        ? t('detail.strongest')
        : t('detail.group', { number: group + 1 })
  const sharesOf = (row: { thirds: number[]; fifths: number[] }) => (groupCount === 3 ? row.thirds : row.fifths)
  return (
    // A box that scrolls must be reachable without a mouse.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="analysis-answers" tabIndex={0} aria-label={t('detail.answers')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('detail.answer')}</th>
            {sizes.map((size, group) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: groups stand in their order
              <th scope="col" key={group}>
                {groupName(group)}
                <span className="ts-quiet-text">{t('detail.size', { count: formatNumber(size) })}</span>
              </th>
            ))}
            <th scope="col">{t('detail.everyone')}</th>
          </tr>
        </thead>
        <tbody>
          {item.answers.map((answer, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: answers stand in the author's order
            <tr key={place} data-key={(answer.isKey && answer.kind !== 'part') || undefined}>
              <th scope="row">
                <span className="analysis-answer">
                  <strong>{answer.kind === 'typed' ? place + 1 : letterOf(place)}.</strong>
                  <RichText text={answer.text} language={locale} look="inline" />
                  {answer.isKey && answer.kind !== 'part' && <Badge tone="good">{t('detail.key')}</Badge>}
                </span>
              </th>
              {sharesOf(answer).map((share, group) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: groups stand in their order
                <td key={group}>{percent(100 * share)}</td>
              ))}
              <td>{percent(100 * answer.share)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('detail.blank')}</th>
            {sharesOf(item.blank).map((share, group) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: groups stand in their order
              <td key={group}>{percent(100 * share)}</td>
            ))}
            <td>{percent(100 * item.blank.share)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}
