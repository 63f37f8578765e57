import { fold } from '@thiso/contracts/vocab'

/** How files name documents of the register. */

export interface NamedDocument {
  id: string
  /** "749/QĐ-TTg"; '' for what has none. */
  number: string
  title: string
}

/** "Quyết định số 749/QĐ-TTg ngày 03/6/2020", in folded text: words, the number, perhaps its day, words. */
const CITED =
  /^\D*?(\d{1,5}(?:\/\d{4})?\/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)(?:,? (?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})?\D*$/u

/**
 * IX-6: finds the document that a file names by its number, its title, both, or its number within a phrase. Case and marks do not
 * count. A name that fits several documents (two offices number their plans alike) fits none.
 * @returns the id, or null
 */
export function documentFinder(documents: readonly NamedDocument[]): (name: string) => string | null {
  const ids = new Map<string, Set<string>>()
  const add = (name: string, id: string) => {
    if (name === '') return
    const known = ids.get(name) ?? new Set<string>()
    ids.set(name, known.add(id))
  }
  for (const { id, number, title } of documents) {
    add(plain(number), id)
    add(plain(title), id)
    if (number !== '') {
      add(plain(`${number} ${title}`), id)
      add(plain(`${title} ${number}`), id)
    }
  }
  const only = (name: string) => {
    const found = ids.get(name)
    return found?.size === 1 ? ([...found][0] as string) : null
  }
  return (name) => {
    const exact = only(plain(name))
    if (exact !== null) return exact
    const number = CITED.exec(fold(name))?.[1]
    return number === undefined ? null : only(plain(number))
  }
}

/**
 * IX-6, the way back: the shortest of number, title and both by which `documentFinder` finds each document again.
 * @returns the name by id; both together for documents that no name tells apart
 */
export function documentNames(documents: readonly NamedDocument[]): Map<string, string> {
  const find = documentFinder(documents)
  return new Map(
    documents.map(({ id, number, title }) => {
      const both = number === '' ? title : `${number} – ${title}`
      return [id, [number, title].find((name) => name !== '' && find(name) === id) ?? both]
    }),
  )
}

/** Letters and digits with single spaces between. */
function plain(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
