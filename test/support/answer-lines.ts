import type { LessonItemData } from '@thiso/contracts'
import type { MadeItem } from './story'

/** Answers as a phone sends them. */

type Choices = Pick<LessonItemData, 'options'>

/** The token of an option by its text; "hai" is right where a spec did not say otherwise. */
export function tokenOf(item: Choices | null, text = 'hai'): string {
  const option = item?.options.find((each) => each.text.vi === text)
  if (!option) throw new Error(`no option “${text}”`)
  return option.token
}

export const right = (item: LessonItemData | null) => tokenOf(item)
export const wrong = (item: LessonItemData | null) => tokenOf(item, 'ba')

/** The token of the item's right option, or of a wrong one. */
export function lineFor(item: LessonItemData, items: readonly MadeItem[], isRight: boolean): string {
  const made = items.find(({ stem }) => stem === item.stem.vi)
  if (!made) throw new Error(`no item says ${item.stem.vi}`)
  const option = item.options.find(({ text }) => (text.vi === made.options[made.key]) === isRight)
  if (!option) throw new Error('no such option')
  return option.token
}

/** What somebody says to an item of any type: words of options (all of them where several are right), or what is typed. */
export function lineSaying(item: LessonItemData, said: string | readonly string[]): string {
  const words = typeof said === 'string' ? [said] : said
  if (item.options.length === 0) return words.join(' ')
  if (item.type !== 'true-false') return words.map((word) => tokenOf(item, word)).join(' ')
  // Only the place tells which is which: true comes first.
  const option = item.options[['Đúng', 'Sai'].indexOf(words[0] ?? '')]
  if (!option) throw new Error(`“${words[0]}” is neither true nor false`)
  return option.token
}
