import { fold } from '@thiso/contracts/vocab'
import type { Pupil } from '../classroom-queries'

/** A line of the class list as it is being edited; `id` is null until it is saved. */
export interface RosterLine {
  key: string
  id: string | null
  name: string
  extraPercent: number
}

export const MOST_PUPILS = 200
export const MOST_NAME = 60

export const linesOf = (pupils: readonly Pupil[]): RosterLine[] =>
  pupils.map(({ id, name, extraPercent }) => ({ key: id, id, name, extraPercent }))

let made = 0
export const newLine = (name: string): RosterLine => {
  made += 1
  return { key: `new-${made}`, id: null, name, extraPercent: 0 }
}

export const bodyOf = (lines: readonly RosterLine[]) =>
  lines.map(({ id, name, extraPercent }) => ({ ...(id ? { id } : {}), name: name.trim(), extraPercent }))

export const isSame = (a: readonly RosterLine[], b: readonly RosterLine[]): boolean =>
  a.length === b.length &&
  a.every((line, at) => {
    const other = b[at]
    return (
      other !== undefined &&
      line.id === other.id &&
      line.name === other.name &&
      line.extraPercent === other.extraPercent
    )
  })

export type LineLack = { kind: 'missing' } | { kind: 'twice'; number: number }

/** What keeps a line from being saved, by its key. */
export function lacksOf(lines: readonly RosterLine[]): Map<string, LineLack> {
  const found = new Map<string, LineLack>()
  const seen = new Map<string, number>()
  for (const [at, { key, name }] of lines.entries()) {
    const number = seen.get(spelled(name))
    if (name.trim() === '') found.set(key, { kind: 'missing' })
    else if (number !== undefined) found.set(key, { kind: 'twice', number })
    else seen.set(spelled(name), at + 1)
  }
  return found
}

/** Names apart from those that the class has already. */
export function apart(names: readonly string[], lines: readonly RosterLine[]): { fresh: string[]; known: string[] } {
  const has = new Set(lines.map(({ name }) => spelled(name)))
  return {
    fresh: names.filter((name) => !has.has(spelled(name))),
    known: names.filter((name) => has.has(spelled(name))),
  }
}

/** Names that differ in marks alone are the same on a board, so the API takes them for the same. */
const spelled = (name: string) =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const collator = new Intl.Collator('vi')

/** As class lists are sorted in Việt Nam: by the given name, which stands last, then by the whole name. */
export function byGivenName(lines: readonly RosterLine[]): RosterLine[] {
  const given = ({ name }: RosterLine) => name.trim().split(/\s+/).at(-1) ?? ''
  return [...lines].sort((a, b) => collator.compare(given(a), given(b)) || collator.compare(a.name, b.name))
}
