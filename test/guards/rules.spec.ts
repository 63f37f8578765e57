import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from '../support/place'
import { filesBelow, isCode, isSpec, textOf } from './sources'

/** The ids of docs/SPEC.md in the order in which they stand. */
const ids = [...textOf('docs/SPEC.md').matchAll(/^- \*\*([A-Z]{2})-(\d+)\*\* /gm)].map(([, area, number]) => ({
  area: area as string,
  number: Number(number),
}))
const known = new Set(ids.map(({ area, number }) => `${area}-${number}`))
const areas = [...new Set(ids.map(({ area }) => area))]
const ID = new RegExp(`\\b(${areas.join('|')})-(\\d{1,2})\\b(?: to \\1-(\\d{1,2})\\b)?`, 'g')

const folders = ['api', 'web', 'admin', 'seed', 'test'].filter((folder) => existsSync(path.join(root, folder)))
const files = folders.flatMap((folder) => filesBelow(folder, (file) => isCode(file) || isSpec(file)))

/** Every rule that a text names; "WN-8 to WN-10" names three. */
function named(text: string): string[] {
  return [...text.matchAll(ID)].flatMap(([, area, from, to]) =>
    Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, index) => `${area}-${Number(from) + index}`),
  )
}

/** Areas of several parts: each goes on at the next full ten. */
const IN_PARTS = new Set(['CR'])

/** What the numbers should be. */
function inOrder(area: string, numbers: readonly number[]): number[] {
  return numbers.map((number, index) => {
    const before = numbers[index - 1] ?? 0
    const nextPart = Math.floor(before / 10) * 10 + 10
    return IN_PARTS.has(area) && number === nextPart ? nextPart : before + 1
  })
}

describe('the rules of docs/SPEC.md', () => {
  it('are numbered from 1 in every area, without gaps or doubles, and every area stands in its heading', () => {
    const headings =
      textOf('docs/SPEC.md')
        .match(/^## .*$/gm)
        ?.join('\n') ?? ''
    expect(areas.filter((area) => !new RegExp(`\\b${area}\\b`).test(headings))).toEqual([])
    for (const area of areas) {
      const numbers = ids.filter((id) => id.area === area).map(({ number }) => number)
      expect([area, numbers]).toEqual([area, inOrder(area, numbers)])
    }
  })

  it('are there, wherever code, specs or documents name one', () => {
    const documents = [...filesBelow('docs', (file) => file.endsWith('.md')), 'README.md']
    const unknown = [...files, ...documents].flatMap((file) =>
      named(textOf(file)).flatMap((id) => (known.has(id) ? [] : [`${file}: ${id}`])),
    )
    expect(unknown).toEqual([])
  })

  it('are each shown by a spec that names it', () => {
    const titles = files
      .filter(isSpec)
      .flatMap(
        (file) => textOf(file).match(/(?:describe\w*|it|test|scene)(?:\.each)?\b[\s\S]{0,2000}?(?:=>|function)/g) ?? [],
      )
    const shown = new Set(titles.flatMap(named))
    expect([...known].filter((id) => !shown.has(id))).toEqual([])
  })
})
