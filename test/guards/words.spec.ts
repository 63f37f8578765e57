import { textOf } from './sources'

const read = (file: string) => textOf(`web/src/app/${file}`)
const featuresIn = (file: string) =>
  [...read(file).matchAll(/features\/(\w+)\/texts/g)].map(([, name]) => name as string)

it('every page has the words of its feature at hand before it is shown', () => {
  const lines = [
    ...read('pages.ts').matchAll(/^ {2}'(.+)': \(\) => (?:withWords\((\w+), )?import\('\.\.\/features\/(\w+)\//gm),
  ]
  expect(lines.length).toBeGreaterThan(15)
  for (const locale of ['vi', 'en'])
    for (const [, page, words, feature] of lines) {
      const bundle = featuresIn(`texts/bundle-${words ? `${words}-` : ''}${locale}.ts`)
      expect(`${page}: ${bundle.includes(feature as string)}`).toBe(`${page}: true`)
    }
})
