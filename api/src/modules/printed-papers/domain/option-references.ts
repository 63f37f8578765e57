import { plainText } from '@thiso/contracts/vocab'

/** "Cả A và B", "Chỉ A đúng", "A, C", "đáp án B", "both A and C": names other options by their letters. */
const NAMES_LETTERS = [
  /(?:^|[\s(])(?:cả|chỉ|phương án|đáp án|lựa chọn|câu|ý|only|both|options?|answers?)\s+\(?[a-h]\)?(?=$|[\s,.;)])/iu,
  /(?:^|[\s(])\(?[A-H]\)?\s*(?:,|và|hoặc|&|and|or)\s*\(?[A-H]\)?(?=$|[\s,.;)])/u,
]

/** "Tất cả các phương án trên", "Cả ba đều đúng", "Không có đáp án nào", "None of the above": speaks of the other options together. */
const SPEAKS_OF_ALL = [
  /^(?:tất cả|cả (?:hai|ba|bốn|năm|sáu|\d)|(?:mọi|các|những) (?:phương án|đáp án|lựa chọn|câu|ý|điều|việc|nội dung|trường hợp)(?=\s)).{0,40}(?:trên|đều (?:đúng|sai|không)|còn lại|vừa nêu)(?=$|[\s,.;)])/iu,
  /^(?:tất cả|cả (?:hai|ba|bốn|năm|sáu|\d)|mọi|không(?: có)?)\s+(?:(?:các|những)\s+)?(?:phương án|đáp án|lựa chọn|câu|ý)(?=$|[\s,.;)])/iu,
  /^(?:một\s+)?(?:phương án|đáp án|lựa chọn|câu trả lời|ý)\s+khác(?=$|[\s,.;)])/iu,
  /^(?:all|none|both|neither|any) (?:of )?(?:the above|the others?|these|them|(?:the )?options|(?:the )?answers)(?=$|[\s,.;)])/iu,
]

/**
 * PP-4: which options may change places. An option that speaks of all others ("Tất cả các phương án trên") stays where it is, at the end;
 * an option that names others by letter, or speaks of all and does not stand at the end, keeps the whole item in its author's order.
 * @param options limited rich text
 * @returns how many options from the first on may change places; 0: none
 */
export function movableCount(options: readonly string[]): number {
  const texts = options.map((option) => plainText(option).trim())
  if (texts.some((text) => NAMES_LETTERS.some((pattern) => pattern.test(text)))) return 0
  const first = texts.findIndex((text) => SPEAKS_OF_ALL.some((pattern) => pattern.test(text)))
  if (first < 0) return options.length
  const isAtTheEnd = texts.slice(first).every((text) => SPEAKS_OF_ALL.some((pattern) => pattern.test(text)))
  return isAtTheEnd ? first : 0
}
