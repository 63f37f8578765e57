/// <reference types="jest" />
import { readFileSync } from 'node:fs'
import path from 'node:path'

const read = (file: string) => readFileSync(path.join(__dirname, file), 'utf8')
const featuresIn = (file: string) =>
  [...read(file).matchAll(/features\/(\w+)\/texts/g)].map(([, name]) => name as string)

it('every page has the words of its feature at hand before it is shown', () => {
  const lines = [...read('pages.ts').matchAll(/^ {2}'(.+)': \(\) => (withWords\()?import\('\.\.\/features\/(\w+)\//gm)]
  expect(lines.length).toBeGreaterThan(15)
  for (const locale of ['vi', 'en']) {
    const first = featuresIn(`texts/bundle-${locale}.ts`)
    const more = featuresIn(`texts/bundle-more-${locale}.ts`)
    expect(first.filter((name) => more.includes(name))).toEqual([])
    for (const [, page, isWrapped, feature] of lines)
      expect(`${page}: ${(isWrapped ? more : first).includes(feature as string)}`).toBe(`${page}: true`)
  }
})
