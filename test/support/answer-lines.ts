import type { LessonItemData } from '@thiso/contracts'
import { lineOf } from '@thiso/contracts/vocab'
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

/** The option at that index. */
export const pick = (index: number) => (item: LessonItemData) => item.options[index % item.options.length]?.token ?? ''

/** The option with that text. */
export const pickText = (text: string) => (item: LessonItemData) => tokenOf(item, text)

/** Some whole answer to an item of any type; `seed` makes them differ. @param words for what is typed */
export function someAnswer(seed: number, words: readonly string[] = []): (item: LessonItemData) => string {
  return (item) => {
    const { options, choices } = item
    const typed = words[seed % words.length] ?? ''
    const line = (parts: [string, string][]) => lineOf(parts) ?? ''
    switch (item.type) {
      case 'multiple-choice':
        return line(options.filter((_, index) => (index + seed) % 2 === 0).map(({ token }) => [token, '']))
      case 'true-false-group':
        return line(options.map(({ token }, index) => [token, (index + seed) % 3 === 0 ? '0' : '1']))
      case 'ordering': {
        const first = seed % options.length
        return line([...options.slice(first), ...options.slice(0, first)].map(({ token }) => [token, '']))
      }
      case 'matching':
        return line(options.map(({ token }, index) => [token, choices[(index + seed) % choices.length]?.token ?? '']))
      case 'short-text':
      case 'number':
        return typed
      default:
        return item.kind === 'word-cloud' ? typed : pick(seed)(item)
    }
  }
}
