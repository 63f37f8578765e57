import { fold, plainText } from '@thiso/contracts/vocab'
import { readNumber } from '../item-fields.js'
import { type Cell, textOfCell } from './cell.js'
import { LETTERS } from './columns.js'

/** Everything that a key cell may mean; the type of the item decides which of it counts. */
export interface SheetKey {
  text: string
  /** Places of options. */
  options: number[]
  /** Letters that no option has. */
  beyond: string
  truths: (boolean | null)[]
  value: number | null
  unit: string
}

/**
 * "B", "A, C", "ACD", "2", "1;3", the words of an option, "Đúng", "Đ, S, Đ, S", "a) Đ b) S", 12,5.
 * @param options rich texts of the item's options
 */
export function readSheetKey(cell: Cell | undefined, options: readonly string[], isEnglish: boolean): SheetKey {
  const text = textOfCell(cell)
  const value = cell?.value != null && !cell.isDay ? cell.value : readNumber(text.replace(/\s*%$/, ''), isEnglish)
  const { chosen, beyond } = text === '' ? { chosen: [], beyond: '' } : choose(text, options)
  return {
    text,
    options: chosen,
    beyond,
    truths: readTruthList(text),
    value,
    unit: text.endsWith('%') && value !== null ? '%' : '',
  }
}

function choose(text: string, options: readonly string[]): { chosen: number[]; beyond: string } {
  const plain = (some: string) => fold(plainText(some)).replace(/[.;\s]+$/, '')
  const same = options.flatMap((option, at) => (option !== '' && plain(option) === plain(text) ? [at] : []))
  const letters = text.normalize('NFC').replace(/^(?:đáp án|phương án|answer|option)\s*[:.]?\s*/iu, '')
  const list =
    /^[A-P](?:\s*[,;&+/|]?\s*(?:và|and)?\s*[A-P])*$/.test(letters.toUpperCase().replace(/[.()]/g, '')) &&
    !/[a-p]{2,}/.test(letters)
  if (list && !(same.length === 1 && letters.length > 1)) {
    const places = [...letters.toUpperCase().replace(/VÀ|AND/g, ',')]
      .map((letter) => LETTERS.indexOf(letter))
      .filter((at) => at >= 0)
    const beyond = places.filter((at) => at >= options.length).map((at) => LETTERS[at])
    return { chosen: [...new Set(places.filter((at) => at < options.length))], beyond: beyond.join(', ') }
  }
  if (same.length === 1) return { chosen: same, beyond: '' }
  if (/^\d{1,2}(?:\s*[,;&]\s*\d{1,2})*$/.test(text) && options.length > 0) {
    const numbers = text.split(/\D+/).map(Number)
    const beyond = numbers.filter((number) => number < 1 || number > options.length)
    return {
      chosen: [
        ...new Set(numbers.filter((number) => number >= 1 && number <= options.length).map((number) => number - 1)),
      ],
      beyond: beyond.join(', '),
    }
  }
  return { chosen: [], beyond: '' }
}

const YES = /^(?:đúng|đ|true|t|yes)$/iu
const NO = /^(?:sai|s|false|f|no)$/iu
const truthOf = (word: string) => (YES.test(word) ? true : NO.test(word) ? false : null)

/** Truths by place; [] when the text is nothing of the kind. */
function readTruthList(text: string): (boolean | null)[] {
  const plain = text.normalize('NFC').trim()
  if (plain === '') return []
  if (/^[ĐSTF]{2,16}$/iu.test(plain) && plain === plain.toUpperCase()) return [...plain].map(truthOf)
  const words = plain
    .replace(/(^|[\s,;])[a-p]\s*[).:-]\s*/giu, '$1')
    .split(/[\s,;|/-]+/)
    .filter((word) => word !== '')
  return words.every((word) => truthOf(word) !== null) ? words.map(truthOf) : []
}
