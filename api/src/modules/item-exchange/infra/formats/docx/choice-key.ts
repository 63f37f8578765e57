import { fold, type ItemBody, type ItemProblem, plainText } from '@thiso/contracts/vocab'
import { asksForSeveral, readLetters } from './key-words.js'
import { type Marking, markingsOf } from './marking.js'
import type { RawOption } from './options.js'
import type { RawQuestion } from './question.js'

interface Key {
  options: number[]
  problems: ItemProblem[]
}

/**
 * The right options of a question: what a line or a list says, otherwise what stands out among the options. Several are a question of
 * several right options if they are listed by letter or the stem asks for several; otherwise a person must decide.
 */
export function decideChoice(
  question: RawQuestion,
  stem: string,
  texts: string[],
): { body: ItemBody; problems: ItemProblem[] } {
  const asksSeveral = asksForSeveral(plainText(stem))
  const spoken = spokenKey(question, texts)
  const { options: found, problems } = spoken ?? markedKey(question.options, asksSeveral)
  const keys = [...new Set(found)].toSorted((a, b) => a - b)
  const few: ItemProblem[] = texts.length < 2 ? [{ code: 'too_few_options', detail: '2' }] : []
  const empty = texts.flatMap((text, at): ItemProblem[] =>
    text === '' ? [{ code: 'option_empty', detail: String(at + 1) }] : [],
  )
  const all = [...few, ...empty, ...problems]
  const isSeveral = keys.length > 1 && (asksSeveral || spoken !== null)
  if (isSeveral)
    return { body: { type: 'multiple-choice', stem, options: texts, keys, grading: 'all-or-nothing' }, problems: all }
  const key = keys.length === 1 ? (keys[0] as number) : -1
  if (keys.length > 1)
    all.push({ code: 'several_keys', detail: keys.map((at) => question.options[at]?.letter ?? '').join(', ') })
  else if (key < 0 && !all.some(({ code }) => code === 'key_out_of_range'))
    all.push({ code: 'key_missing', detail: '' })
  return { body: { type: 'single-choice', stem, options: texts, key }, problems: all }
}

/** By letters, or by the text of an option. */
function spokenKey(question: RawQuestion, texts: string[]): Key | null {
  for (const text of question.keyTexts) {
    const byText = optionSaying(text, texts)
    if (byText >= 0) return { options: [byText], problems: [] }
    const letters = readLetters(text)?.letters
    if (!letters) continue
    const options = letters.map((letter) => placeOf(letter, question.options))
    const beyond = letters.filter((_, at) => (options[at] as number) < 0)
    const known = options.filter((at) => at >= 0)
    if (beyond.length > 0)
      return { options: known, problems: [{ code: 'key_out_of_range', detail: beyond.join(', ') }] }
    return { options: known, problems: contradiction(question.options, known) }
  }
  return null
}

function placeOf(letter: string, options: readonly RawOption[]): number {
  return options.findIndex((option) => option.letter === letter)
}

function optionSaying(text: string, texts: string[]): number {
  const plain = (some: string) => fold(plainText(some)).replace(/[.;\s]+$/, '')
  const wanted = plain(text)
  if (wanted.length < 2) return -1
  const matches = texts.flatMap((option, at) => (plain(option) === wanted ? [at] : []))
  return matches.length === 1 ? (matches[0] as number) : -1
}

/** A sure mark on one other option: which of the two is meant, only a person knows. */
function contradiction(options: readonly RawOption[], spoken: number[]): ItemProblem[] {
  const marked = markingsOf(options).find(({ by, options: at }) => by !== 'bold' && by !== 'color' && at.length === 1)
    ?.options[0]
  if (marked === undefined || spoken.length !== 1 || spoken[0] === marked) return []
  const letters = [spoken[0] as number, marked].map((at) => options[at]?.letter ?? '')
  return [{ code: 'several_keys', detail: letters.join(', ') }]
}

/** The surest mark that singles out one option, or several if several are asked for. */
function markedKey(options: readonly RawOption[], asksSeveral: boolean): Key {
  const markings = markingsOf(options)
  const single = markings.find((marking) => marking.options.length === 1)
  const sure = markings
    .filter((marking) => marking.by !== 'bold' && marking.options.length === 1)
    .flatMap(({ options: at }) => at)
  // One option underlined and another red: only a person knows which is meant.
  if (new Set(sure).size > 1 && !asksSeveral) return { options: sure, problems: [] }
  const best = asksSeveral ? markings[0] : (single ?? markings[0])
  return best ? { options: best.options, problems: doubts(best) } : { options: [], problems: [] }
}

function doubts(marking: Marking): ItemProblem[] {
  return marking.by === 'bold' ? [{ code: 'key_from_marking', detail: 'bold' }] : []
}
