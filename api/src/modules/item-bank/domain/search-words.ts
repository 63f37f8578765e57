import { fold } from '@thiso/contracts/vocab'

/** Words that mean the same in this field; a search for one finds the others. Each side folded. */
const SAME: readonly (readonly string[])[] = [
  ['cds', 'chuyen doi so'],
  ['dvc', 'dich vu cong'],
  ['dvctt', 'dich vu cong truc tuyen'],
  ['cqs', 'chinh quyen so'],
  ['cps', 'chinh phu so'],
  ['cpdt', 'chinh phu dien tu'],
  ['kts', 'kinh te so'],
  ['xhs', 'xa hoi so'],
  ['attt', 'an toan thong tin'],
  ['cntt', 'cong nghe thong tin'],
  ['tmdt', 'thuong mai dien tu'],
  ['ttdt', 'thanh toan dien tu'],
  ['dlcn', 'du lieu ca nhan'],
  ['csdl', 'co so du lieu'],
  ['cccd', 'can cuoc cong dan', 'the can cuoc'],
  ['ai', 'tri tue nhan tao'],
  ['iot', 'internet van vat'],
  ['qd', 'quyet dinh'],
  ['nd', 'nghi dinh'],
  ['nq', 'nghi quyet'],
  ['tt', 'thong tu'],
  ['ct', 'chi thi'],
  ['dtn', 'doan thanh nien'],
  ['vneid', 'dinh danh dien tu'],
  ['phishing', 'lua dao gia mao'],
  ['otp', 'mat khau mot lan', 'mat khau dung mot lan'],
  ['mxh', 'mang xa hoi'],
]
const MEANINGS = new Map(SAME.flatMap((group) => group.map((form) => [form, group] as const)))
const LONGEST = Math.max(...[...MEANINGS.keys()].map((form) => form.split(' ').length))

/** Text as it is searched: folded, letters and digits only, single spaces. */
export function searchText(...texts: readonly string[]): string {
  return fold(texts.join(' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * IB-13: a search as a `tsquery` of PostgreSQL over `searchText`: every word in any order, the last one also as a beginning, and
 * abbreviations of the field beside what they stand for ("cđs" finds "chuyển đổi số" and the other way round).
 * @returns null when nothing is searched for
 */
export function searchQuery(typed: string): string | null {
  const words = searchText(typed).split(' ').filter(Boolean).slice(0, 20)
  const parts: string[] = []
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at)
    while (length > 0 && !MEANINGS.has(words.slice(at, at + length).join(' '))) length--
    const isLast = at + Math.max(1, length) >= words.length
    if (length === 0) {
      parts.push(isLast ? `${words[at]}:*` : (words[at] as string))
      at++
      continue
    }
    const group = MEANINGS.get(words.slice(at, at + length).join(' ')) as readonly string[]
    const own = words.slice(at, at + length)
    // Words in any order, not phrases: an index answers those without looking at the texts.
    const forms = group.map((form) => `(${form.split(' ').join(' & ')})`)
    // What was typed is found while its last word is still being typed.
    forms.push(`(${own.map((word, index) => (isLast && index === own.length - 1 ? `${word}:*` : word)).join(' & ')})`)
    parts.push(`(${[...new Set(forms)].join(' | ')})`)
    at += length
  }
  return parts.length === 0 ? null : parts.join(' & ')
}
