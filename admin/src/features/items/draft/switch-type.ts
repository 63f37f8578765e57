import { type ItemType, plainText } from '@thiso/contracts/vocab'
import { isBlankHtml } from '../../../lib/rich/rich-media'
import { type Draft, FEWEST_LINES, FIRST_LINES, type Line, newExtra, newLine } from './item-draft'

const LINED: readonly ItemType[] = ['single-choice', 'multiple-choice', 'true-false-group', 'ordering', 'matching']
const hasLines = (type: ItemType) => LINED.includes(type)

/**
 * The same item as another type. Texts stay; a key is carried over where it means the same (the one right option is one of the right
 * options, is the true statement, is an accepted answer); what the other type has no place for waits in case one changes back.
 */
export function switchType(draft: Draft, type: ItemType): Draft {
  if (type === draft.type) return draft
  const carried = hasLines(type) ? withLines(draft, type) : withTyped(draft, type)
  return { ...carried, type }
}

function withLines(draft: Draft, type: ItemType): Draft {
  const own = hasLines(draft.type) ? carriedKeys(draft, type) : fromTyped(draft)
  // Blank lines at the end are room to write in, as much as the type needs: three options are an author's choice.
  const written = own.lines.findLastIndex((line) => !isBlankLine(line)) + 1
  const wanted = written === 0 ? Math.max(FIRST_LINES[type], own.lines.length) : Math.max(FEWEST_LINES[type], written)
  const kept = own.lines.slice(0, wanted)
  const added = Array.from({ length: wanted - kept.length }, () => newLine())
  return { ...own, lines: [...kept, ...added] }
}

function carriedKeys(draft: Draft, type: ItemType): Draft {
  const { lines, keyId } = draft
  const right = (line: Line): boolean =>
    draft.type === 'single-choice'
      ? line.id === keyId
      : draft.type === 'true-false-group'
        ? line.truth === true
        : line.isKey
  const rightOnes = lines.filter(right)
  if (rightOnes.length === 0) return draft
  if (type === 'single-choice') {
    const isTold = lines.some((line) => line.id === keyId)
    return !isTold && rightOnes.length === 1 ? { ...draft, keyId: rightOnes[0]?.id ?? null } : draft
  }
  if (type === 'multiple-choice' && lines.every((line) => !line.isKey))
    return { ...draft, lines: lines.map((line) => ({ ...line, isKey: right(line) })) }
  if (type === 'true-false-group' && lines.every((line) => line.truth === null))
    return { ...draft, lines: lines.map((line) => ({ ...line, truth: right(line) })) }
  return draft
}

function fromTyped(draft: Draft): Draft {
  if (draft.lines.some((line) => !isBlankLine(line))) return draft
  const answer =
    draft.type === 'short-text' ? draft.accepted.find((line) => line.text.trim() !== '')?.text.trim() : undefined
  if (!answer) return draft
  const first = newLine({ text: answer, isKey: true, truth: true })
  return { ...draft, lines: [first, ...draft.lines.slice(1)], keyId: first.id }
}

function withTyped(draft: Draft, type: ItemType): Draft {
  const key = draft.lines.find((line) => (draft.type === 'single-choice' ? line.id === draft.keyId : line.isKey))
  const answer = plainText(key?.text ?? '')
  if (!answer) return draft
  if (type === 'short-text' && draft.accepted.every((line) => line.text.trim() === ''))
    return { ...draft, accepted: [newExtra(answer)] }
  const value = /^-?\d+(?:[.,]\d+)?$/.test(answer) ? Number(answer.replace(',', '.')) : null
  if (type === 'number' && draft.value === null && value !== null) return { ...draft, value }
  return draft
}

const isBlankLine = (line: Line) => isBlankHtml(line.text) && isBlankHtml(line.match) && isBlankHtml(line.textEn)
