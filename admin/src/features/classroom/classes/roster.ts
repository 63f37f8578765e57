import { spelledName } from '@thiso/contracts/vocab'
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
    const number = seen.get(spelledName(name))
    if (name.trim() === '') found.set(key, { kind: 'missing' })
    else if (number !== undefined) found.set(key, { kind: 'twice', number })
    else seen.set(spelledName(name), at + 1)
  }
  return found
}

/** A name that was read; `of`: the name that somebody before has too, where a number tells the two apart. */
export interface ReadName {
  name: string
  of: string | null
}

/** What stands behind a name to tell namesakes apart. */
const MARK = / *\((\d{1,3})\)$/

/** CR-61: the name with the first number, from 2, that nobody has: "Nguyễn Thị An (2)"; a long name gives way to its number. */
export function namesake(name: string, isTaken: (name: string) => boolean): string {
  const bare = name.replace(MARK, '')
  for (let number = 2; ; number++) {
    const mark = ` (${number})`
    const own = `${[...bare]
      .slice(0, MOST_NAME - mark.length)
      .join('')
      .trimEnd()}${mark}`
    if (!isTaken(own)) return own
  }
}

/** The mark of a namesake, as "(2)"; null: the name has none. */
export const markOf = (name: string): string | null => name.match(MARK)?.[0].trim() ?? null

/**
 * CR-61: who of a list that was read is new to the class. A name that the list has again gets a number, so that the same list, read again,
 * comes to the same names and adds nobody twice.
 */
export function apart(names: readonly string[], lines: readonly RosterLine[]): { fresh: ReadName[]; known: string[] } {
  const written = new Set(names.map(spelledName))
  const given = new Set<string>()
  const all = names.map((name): ReadName => {
    const isAgain = given.has(spelledName(name))
    const own = isAgain ? namesake(name, (it) => written.has(spelledName(it)) || given.has(spelledName(it))) : name
    given.add(spelledName(own))
    return { name: own, of: isAgain ? name : null }
  })
  const has = new Set(lines.map(({ name }) => spelledName(name)))
  const isKnown = ({ name }: ReadName) => has.has(spelledName(name))
  return { fresh: all.filter((each) => !isKnown(each)), known: all.filter(isKnown).map(({ name }) => name) }
}

const collator = new Intl.Collator('vi')

/** As class lists are sorted in Việt Nam: by the given name, which stands last but for a namesake's number, then by the whole name. */
export function byGivenName(lines: readonly RosterLine[]): RosterLine[] {
  const given = ({ name }: RosterLine) => name.trim().replace(MARK, '').split(/\s+/).at(-1) ?? ''
  return [...lines].sort((a, b) => collator.compare(given(a), given(b)) || collator.compare(a.name, b.name))
}
