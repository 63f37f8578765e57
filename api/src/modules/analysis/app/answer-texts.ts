import { escapeHtml, type Locale } from '@thiso/contracts/vocab'
import { presentRich } from '../../../platform/text/rich-text.js'
import type { AnswerRow } from '../domain/answer-rows.js'
import type { AnalysedItem } from './round-analysis.js'

const TRUTH = { vi: ['Sai', 'Đúng'], en: ['False', 'True'] } as const
const PLACE = { vi: 'Vị trí', en: 'Place' } as const

/** What a line of the answer table stands for, as rich text; '' where there is no translation. */
export function answerText(
  { item: { item, version }, key }: Pick<AnalysedItem, 'item' | 'key'>,
  row: AnswerRow,
  locale: Locale,
): string {
  const { question } = version
  const texts = locale === 'vi' ? question : question.translations.en
  const option = (index: number) => presentRich(texts?.options[index] ?? '')
  if (row.kind === 'typed') return escapeHtml(row.text)
  if (item.type === 'true-false') return TRUTH[locale][row.index === 1 ? 1 : 0]
  if (!texts) return ''
  if (key.type === 'ordering') return `${PLACE[locale]} ${row.index + 1}: ${option(key.order[row.index] as number)}`
  if (key.type === 'matching')
    return `${option(row.index)} → ${presentRich(texts.choices[key.choiceOf[row.index] as number] ?? '')}`
  if (key.type === 'true-false-group') return `${option(row.index)} (${TRUTH[locale][key.truths[row.index] ? 1 : 0]})`
  return option(row.index)
}
