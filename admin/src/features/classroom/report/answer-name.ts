import { plainText } from '@thiso/contracts/vocab'
import type { Locale } from '@thiso/kit'
import type { ReportItem } from './figures'

/** The text behind a letter, in plain words; '' where the answer is its own name. */
export function answerName(item: Pick<ReportItem, 'review' | 'choices'>, label: string, locale: Locale): string {
  const index = label.charCodeAt(0) - 65
  if (label.length !== 1 || index < 0) return ''
  const option = item.review?.options[index]?.text
  return option ? plainText(option[locale] || option.vi) : (item.choices[index] ?? '')
}
