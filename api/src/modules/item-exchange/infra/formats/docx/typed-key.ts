import { type ItemBody, type ItemProblem, numbersOf } from '@thiso/contracts/vocab'
import { splitQuoted } from '../quoted-list.js'
import { readLetters } from './key-words.js'
import type { RawQuestion } from './question.js'

const UNITS =
  /^(%|‰|°C|độ|kg|g|mg|tấn|tạ|m|cm|mm|km|ha|m²|km²|m2|km2|m³|lít|l|ml|giờ|phút|giây|ngày|tuần|tháng|năm|đồng|nghìn đồng|triệu|triệu đồng|tỉ|tỷ|tỉ đồng|tỷ đồng|USD|người|học sinh|lần|bước|xã|phường|điểm|bit|byte|bytes|kB|KB|MB|GB|TB|Hz|MHz|GHz|V|A|W|kW|kWh|J|N)$/u

/** An answer that is a number, maybe with its unit; numbers with leading zeros and long ones are names of something. */
export function readTypedNumber(text: string): { value: number; unit: string } | null {
  const match = /^([-+−–]?\s*[\d.,]*\d(?:\s\d{3})*)\s*(\D*)$/u.exec(text.trim().replace(/\s*\.$/, ''))
  if (!match) return null
  const [, digits = '', unit = ''] = match
  const plain = digits.replace(/\s/g, '')
  if (/^[-+]?0\d/.test(plain) || plain.replace(/\D/g, '').length > 15) return null
  if (unit.trim() !== '' && !UNITS.test(unit.trim())) return null
  const value = numbersOf(plain)[0]
  return value === undefined ? null : { value, unit: unit.trim() }
}

/** A question without options: answered by a number or by words; without a key, what its part of the paper says it is. */
export function typedBody(question: RawQuestion, stem: string): { body: ItemBody; problems: ItemProblem[] } {
  const text = question.keyTexts.find((one) => one.trim() !== '') ?? ''
  const isLetter = question.kind !== 'short' && text !== '' && readLetters(text)?.end === text.trim().length
  if (text === '' || isLetter) {
    if (question.kind === 'short' || question.kind === 'essay') {
      const essay: ItemProblem[] = question.kind === 'essay' ? [{ code: 'type_unknown', detail: 'tự luận' }] : []
      const body: ItemBody = { type: 'short-text', stem, accepted: [], ignoresDiacritics: true }
      return { body, problems: [...essay, { code: 'accepted_missing', detail: '' }] }
    }
    const problems: ItemProblem[] = [{ code: 'too_few_options', detail: '2' }]
    const key: ItemProblem = isLetter ? { code: 'key_out_of_range', detail: text } : { code: 'key_missing', detail: '' }
    return { body: { type: 'single-choice', stem, options: [], key: -1 }, problems: [...problems, key] }
  }
  const number = readTypedNumber(text)
  if (number)
    return { body: { type: 'number', stem, value: number.value, tolerance: 0, unit: number.unit }, problems: [] }
  const accepted = splitQuoted(text, ';')
    .map((one) => one.text.replace(/(?<=[\p{L}\d])\.$/u, '').slice(0, 300))
    .filter((one) => one !== '')
  return {
    body: { type: 'short-text', stem, accepted: [...new Set(accepted)].slice(0, 30), ignoresDiacritics: true },
    problems: [],
  }
}
