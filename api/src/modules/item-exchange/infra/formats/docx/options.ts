import type { ItemProblem } from '@thiso/contracts/vocab'
import { type OptionLabel, readInnerLabels, readOptionLabel } from './grammar.js'
import { isBlank, type Line, OBJECT, slice, textOfLine, trimmed } from './line.js'
import type { Entry } from './tables.js'

/** One option or statement of a question. */
export interface RawOption {
  letter: string
  isSmall: boolean
  /** The letter as it looks; null for options without labels. */
  label: Line | null
  content: Entry[]
  isStarred: boolean
}

export interface FoundOptions {
  stem: Entry[]
  options: RawOption[]
  problems: ItemProblem[]
}

interface Place {
  entry: number
  label: OptionLabel
}

/**
 * Finds the options in the lines of a question: labels on lines of their own, several on one line, or points of a list without labels.
 * Labels must follow each other by the alphabet; a letter within a text ("Vitamin B. …") is no label when its turn comes on a line of
 * its own.
 * @param areStatements small letters are what is looked for first
 */
export function optionsIn(content: readonly Entry[], areStatements: boolean): FoundOptions {
  const places = content.flatMap((entry, at): Place[] => {
    if (entry.kind !== 'line') return []
    const text = textOfLine(entry.line)
    const first = readOptionLabel(text)
    const inner = readInnerLabels(text).filter((label) => !first || label.start >= first.end)
    return [...(first ? [first] : []), ...inner].map((label) => ({ entry: at, label }))
  })
  const capital = chainOf(places.filter(({ label }) => !label.isSmall))
  const small = chainOf(places.filter(({ label }) => label.isSmall))
  const [preferred, other] = areStatements ? [small, capital] : [capital, small]
  const chain = preferred.length >= 2 ? preferred : other.length >= 2 ? other : preferred.length > 0 ? preferred : other
  if (chain.length >= 2 || (chain.length === 1 && chain[0]?.label.place === 'start')) return cut(content, chain)
  return pointsIn(content)
}

function chainOf(places: Place[]): Place[] {
  const first = places.findIndex(({ label }) => label.letter === 'A' && label.place === 'start')
  const begin =
    first >= 0
      ? first
      : places.findIndex(
          ({ label }, at) => label.letter === 'A' && places.slice(at + 1).some((next) => next.label.letter === 'B'),
        )
  if (begin < 0) return strayChain(places)
  const chain = [places[begin] as Place]
  let at = begin
  for (;;) {
    const next = following(places, at, (chain.at(-1) as Place).label.letter)
    if (next < 0) return chain
    chain.push(places[next] as Place)
    at = next
  }
}

/** Options whose A was lost: "B." and "C." on lines of their own. */
function strayChain(places: Place[]): Place[] {
  const starts = places.filter(({ label }) => label.place === 'start')
  return starts.length >= 2 &&
    starts.every(({ label }, at) => at === 0 || label.letter > (starts[at - 1] as Place).label.letter)
    ? starts
    : []
}

const RANK = { start: 2, gap: 1, space: 0 } as const

/** Where the chain goes on after place `at`: the best label of the next letter before a later letter begins a line. */
function following(places: Place[], at: number, letter: string): number {
  const expected = String.fromCharCode(letter.charCodeAt(0) + 1)
  let best = -1
  for (let next = at + 1; next < places.length; next++) {
    const { label } = places[next] as Place
    if (label.place === 'start' && label.letter > expected) break
    if (label.letter !== expected) continue
    if (best < 0 || RANK[label.place] > RANK[(places[best] as Place).label.place]) best = next
  }
  if (best >= 0) return best
  // A letter twice, or one left out: if it begins the next line that has a label, it is an option all the same.
  const next = places.findIndex(({ label }, place) => place > at && label.place === 'start')
  const found = places[next]?.label.letter
  return found === letter || found === String.fromCharCode(expected.charCodeAt(0) + 1) ? next : -1
}

function cut(content: readonly Entry[], chain: Place[]): FoundOptions {
  const problems: ItemProblem[] = []
  const first = chain[0] as Place
  const options = chain.map(({ entry, label }, at): RawOption => {
    const next = chain[at + 1]
    const line = (content[entry] as Entry & { kind: 'line' }).line
    const endsHere = next?.entry === entry
    const lines: Entry[] = [
      { kind: 'line', line: trimmed(slice(line, label.end, endsHere ? next.label.start : undefined)) },
    ]
    if (!endsHere) lines.push(...content.slice(entry + 1, next?.entry ?? content.length))
    if (next && !endsHere && next.label.place !== 'start') {
      const last = (content[next.entry] as Entry & { kind: 'line' }).line
      lines.push({ kind: 'line', line: trimmed(slice(last, 0, next.label.start)) })
    }
    const kept = next ? lines : withoutStrangers(lines, problems)
    return {
      letter: nextLetter(chain, at),
      isSmall: label.isSmall,
      label: slice(line, label.at, label.at + 1),
      content: kept.filter((one, i) => i === 0 || one.kind !== 'line' || !isBlank(one.line)),
      isStarred: label.isStarred,
    }
  })
  const stem = content.slice(0, first.entry)
  if (first.label.start > 0 || first.label.place !== 'start') {
    const line = (content[first.entry] as Entry & { kind: 'line' }).line
    stem.push({ kind: 'line', line: trimmed(slice(line, 0, first.label.start)) })
  }
  return {
    stem: stem.filter((one) => one.kind !== 'line' || !isBlank(one.line)),
    options: withoutSemicolons(options),
    problems,
  }
}

/** "A. một; B. hai; C. ba.": signs that only part the options. */
function withoutSemicolons(options: RawOption[]): RawOption[] {
  const ends = options.map(({ content }) => content.at(-1))
  const areParted = ends.slice(0, -1).every((end) => end?.kind === 'line' && /;\s*$/.test(textOfLine(end.line)))
  if (!areParted) return options
  return options.map((option) => {
    const end = option.content.at(-1)
    if (end?.kind !== 'line') return option
    const text = textOfLine(end.line)
    const line = trimmed(slice(end.line, 0, text.length - (/;\s*$/.exec(text)?.[0].length ?? 0)))
    return { ...option, content: [...option.content.slice(0, -1), { kind: 'line', line }] }
  })
}

/** The letter of an option; one that repeats the letter before it is the next one. */
function nextLetter(chain: Place[], at: number): string {
  const own = (chain[at] as Place).label.letter
  const before = chain.slice(0, at).filter(({ label }) => label.letter === own).length
  return String.fromCharCode(own.charCodeAt(0) + before)
}

/** After the last option come things of the paper: what does not clearly go on the option is left out and said. */
function withoutStrangers(lines: Entry[], problems: ItemProblem[]): Entry[] {
  const [first, ...rest] = lines
  const isEmpty = first?.kind === 'line' && isBlank(first.line)
  const belongs = (one: Entry, at: number) => {
    if (one.kind !== 'line') return false
    const text = textOfLine(one.line).trim()
    return (
      one.line.isContinued ||
      (isEmpty && at === 0) ||
      /^[\p{Ll}\d(]/u.test(text) ||
      text.replaceAll(OBJECT, '').trim() === ''
    )
  }
  const until = rest.findIndex((one, at) => !belongs(one, at))
  if (until < 0) return lines
  for (const one of rest.slice(until)) {
    const text = one.kind === 'line' ? textOfLine(one.line).trim() : 'table'
    if (text !== '') problems.push({ code: 'part_ignored', detail: text.slice(0, 80) })
  }
  return lines.slice(0, until + 1)
}

/** Points of a list, one an option. */
function pointsIn(content: readonly Entry[]): FoundOptions {
  const isPoint = (entry: Entry | undefined) =>
    entry?.kind === 'line' && (entry.line.isBullet || /^\s*[☐□○◯☑☒]\s*/u.test(textOfLine(entry.line)))
  const from = content.findIndex(isPoint)
  const points = from < 0 ? [] : content.slice(from)
  if (from < 1 || points.length < 2 || points.length > 10 || !points.every(isPoint))
    return { stem: [...content], options: [], problems: [] }
  const options = points.map((entry, at): RawOption => {
    const { line } = entry as Entry & { kind: 'line' }
    const box = /^\s*([☐□○◯☑☒])\s*/u.exec(textOfLine(line))
    return {
      letter: String.fromCharCode(65 + at),
      isSmall: false,
      label: null,
      content: [{ kind: 'line', line: trimmed(slice({ ...line, isBullet: false }, box?.[0].length ?? 0)) }],
      isStarred: /[☑☒]/u.test(box?.[1] ?? ''),
    }
  })
  return { stem: content.slice(0, from), options, problems: [] }
}
