import { type ItemBody, type ItemProblem, plainText, type ReadRow } from '@thiso/contracts/vocab'
import { bareDraft } from '../draft-texts.js'
import { setField } from '../item-fields.js'
import { isOfBody, withSaid } from './said.js'
import { htmlOf, htmlOfLines, inlineHtmlOf, withoutOverallLook } from './html.js'
import { decideChoice } from './choice-key.js'
import { readOptionLabel } from './grammar.js'
import { asksForTruths, readTruth, readTruths } from './key-words.js'
import { type Line, slice, textOfLine, trimmed } from './line.js'
import { markingsOf, withoutTicks } from './marking.js'
import type { RawOption } from './options.js'
import type { RawQuestion } from './question.js'
import { typedBody } from './typed-key.js'
import type { Entry } from './tables.js'

/** What is known of the document as a whole when a question is decided. */
export interface Surroundings {
  /** Do options elsewhere stand under capitals, so that small letters mean statements? */
  usesCapitals: boolean
}

interface Decided {
  body: ItemBody
  problems: ItemProblem[]
}

/** A question of a document as an item: its type, its key and what is wrong with it. */
export function rowOf(question: RawQuestion, place: string, surroundings: Surroundings): ReadRow {
  const stem = htmlOf(withoutOverallLook(question.stem))
  const { body, problems } = decide(question, stem, surroundings)
  const draft = bareDraft(withSaid(body, question.details))
  draft.explanation = htmlOfLines(question.explanation)
  const missing: ItemProblem[] = stem === '' ? [{ code: 'stem_missing', detail: '' }] : []
  const details = question.details.flatMap(({ field, value }) =>
    isOfBody(field) ? [] : setField(draft, field, value, false),
  )
  return { place, draft, problems: distinct([...missing, ...problems, ...question.problems, ...details]) }
}

function decide(question: RawQuestion, stem: string, surroundings: Surroundings): Decided {
  if (question.statements.length > 0) return truthGroup(question, stem)
  if (question.options.length >= 2 || (question.options.length === 1 && question.kind !== 'short')) {
    if (isTruthGroup(question, stem, surroundings)) return truthGroup(question, stem)
    const ticked = { ...question, options: withoutTicks(question.options) }
    return judgement(ticked, stem) ?? decideChoice(ticked, stem, textsOf(ticked))
  }
  if (question.kind === 'truths') return truthGroup(question, stem)
  const truth = question.keyTexts.map(readTruth).find((one) => one !== null) ?? null
  const asks = asksForTruths(stem)
  if (truth !== null || (asks && question.keyTexts.length === 0 && question.kind !== 'short')) {
    const body: ItemBody = { type: 'true-false', stem: withoutQuestionMark(stem), isTrue: truth ?? false }
    return { body, problems: truth === null ? [{ code: 'key_missing', detail: '' }] : [] }
  }
  return typedBody(question, stem)
}

/** "Đ" and "S", or "Đúng/Sai?", at the end of a statement that is to be judged. */
function withoutQuestionMark(stem: string): string {
  return stem.replace(/\s*[([]\s*(?:đúng|đ)\s*(?:\/|hay|hoặc|-|–)\s*(?:sai|s)\s*\??\s*[)\]]\s*[.?]?\s*$/iu, '').trim()
}

function textsOf(question: RawQuestion): string[] {
  return question.options.map((option) => inlineHtmlOf(withoutOverallLook(option.content)))
}

/** Options that are just Đúng and Sai make a statement to be judged. */
function judgement(question: RawQuestion, stem: string): Decided | null {
  const truths = question.options.map((option) => readTruthOption(option))
  if (question.options.length !== 2 || truths[0] === null || truths[1] === null || truths[0] === truths[1]) return null
  const spoken = question.keyTexts.map(readTruth).find((one) => one !== null)
  const chosen = decideChoice(question, stem, textsOf(question))
  const key = chosen.body.type === 'single-choice' ? chosen.body.key : -1
  const isTrue = spoken ?? truths[key] ?? null
  const problems =
    isTrue === null || spoken === undefined
      ? chosen.problems
      : chosen.problems.filter(({ code }) => code !== 'key_missing' && code !== 'key_out_of_range')
  return { body: { type: 'true-false', stem: withoutQuestionMark(stem), isTrue: isTrue ?? false }, problems }
}

function readTruthOption(option: RawOption): boolean | null {
  const text = plainText(inlineHtmlOf(option.content)).trim()
  return /^(đúng|sai|true|false)\s*\.?$/iu.test(text) ? readTruth(text) : null
}

/** Several statements to be judged one by one, or options of which one is right? */
function isTruthGroup(question: RawQuestion, stem: string, { usesCapitals }: Surroundings): boolean {
  const { options, keyTexts, truths } = question
  const isSmall = options.every((option) => option.isSmall)
  if (question.kind === 'truths' && isSmall) return true
  if (keyTexts.some((text) => readTruths(text).length > 1) || (truths.size > 0 && isSmall)) return true
  if (options.filter((option) => truthAtEnd(option) !== null).length >= Math.max(2, options.length / 2)) return true
  if (isSmall && asksForTruths(stem)) return true
  const saysLetter = keyTexts.some((text) => /^[([]?\s*[a-h]\s*[.)\]]?$/i.test(text.trim()))
  return isSmall && usesCapitals && !saysLetter
}

const AT_END = /\s*[–-]?\s*(?:[([]\s*(đúng|sai|đ|s|true|false)\s*[)\]]|(?:→|⇒|=>|[–-])\s*(đúng|sai|đ|s))\s*[.;]?\s*$/iu

/** "… (Đ)" at the end of a statement. */
function truthAtEnd(option: RawOption): { isTrue: boolean; length: number } | null {
  const last = option.content.at(-1)
  const text = last?.kind === 'line' ? textOfLine(last.line) : ''
  const match = AT_END.exec(text)
  const isTrue = match ? readTruth(match[1] ?? match[2] ?? '') : null
  return match && isTrue !== null ? { isTrue, length: match[0].length } : null
}

function truthGroup(question: RawQuestion, stem: string): Decided {
  const said = question.keyTexts.map(readTruths).find((truths) => truths.length > 0) ?? []
  const fromTable = question.statements.map(({ line, isTrue }): { text: string; isTrue: boolean | null } => ({
    text: inlineHtmlOf(withoutOverallLook([{ kind: 'line', line: unlabelled(line) } satisfies Entry])),
    isTrue,
  }))
  const ends = question.options.map(truthAtEnd)
  const areAllEnded = ends.length > 0 && ends.every((end) => end !== null)
  const options = areAllEnded ? question.options : withoutTicks(question.options)
  const marking = markingsOf(options)[0]
  const statements = [
    ...fromTable,
    ...options.map((option, at) => {
      const html = inlineHtmlOf(withoutOverallLook(option.content))
      const spoken = question.truths.get(option.letter) ?? said[option.letter.charCodeAt(0) - 65] ?? null
      const end = areAllEnded ? (ends[at] ?? null) : null
      return {
        text: end ? html.replace(AT_END, '') : html,
        isTrue: spoken ?? end?.isTrue ?? (marking ? marking.options.includes(at) : null),
      }
    }),
  ]
  const unknown = statements.flatMap(({ isTrue }, at) => (isTrue === null ? ['abcdefgh'.charAt(at)] : []))
  const problems: ItemProblem[] = []
  if (statements.length < 2) problems.push({ code: 'too_few_options', detail: '2' })
  if (unknown.length > 0) problems.push({ code: 'key_missing', detail: unknown.join(', ') })
  const isByMarking =
    marking !== undefined && question.truths.size === 0 && said.length === 0 && !areAllEnded && fromTable.length === 0
  if (isByMarking && marking.by === 'bold') problems.push({ code: 'key_from_marking', detail: 'bold' })
  const grading = statements.length === 4 ? 'stepped' : 'partial'
  const body: ItemBody = {
    type: 'true-false-group',
    stem,
    statements: statements.map(({ text, isTrue }) => ({ text, isTrue: isTrue ?? false })),
    grading,
  }
  return { body, problems }
}

function unlabelled(line: Line): Line {
  const label = readOptionLabel(textOfLine(line))
  return label ? trimmed(slice(line, label.end)) : line
}

function distinct(problems: ItemProblem[]): ItemProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ code, detail }) => {
    const key = `${code} ${detail}`
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
}
