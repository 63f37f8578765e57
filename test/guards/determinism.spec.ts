import { filesBelow, findIn, isCode } from './sources'

const pure = filesBelow('api/src', (file) => isCode(file) && /^api\/src\/(kernel|modules\/[^/]+\/domain)\//.test(file))
const own = ['api/src', 'api/contracts/src', 'web', 'admin', 'seed'].flatMap((folder) => filesBelow(folder, isCode))

it('looks at the rules', () => {
  expect(pure.length).toBeGreaterThan(20)
})

it('rules read no clock and draw no chance: both come in as parameters', () => {
  const pattern =
    /Date\.now|new Date\(\s*\)|Math\.random|performance\.(now|timeOrigin)|random(Bytes|UUID|Int|FillSync)|getRandomValues|setTimeout|setInterval/
  expect(findIn(pure, pattern)).toEqual([])
})

it('rules know no process and no environment', () => {
  expect(findIn(pure, /\bprocess\.|import\.meta|globalThis/)).toEqual([])
})

it('the environment is read where programs begin and nowhere else', () => {
  const entries = ['api/src/main.ts', 'seed/src/cli.ts', 'web/vite.config.ts', 'admin/vite.config.ts']
  expect(findIn(own, /process\.env/).filter((place) => !entries.includes(place.split(':')[0] as string))).toEqual([])
})

it('nothing is sorted as text by accident: every sort says how', () => {
  const sorted = ['api/src', 'api/contracts/src', 'web', 'admin'].flatMap((folder) => filesBelow(folder, isCode))
  expect(findIn(sorted, /\.(sort|toSorted)\(\s*\)/)).toEqual([])
})

it('the answer path reads time from the database’s clock, not from this machine’s', () => {
  const attempts = filesBelow('api/src/modules', isCode)
  expect(findIn(attempts, /Date\.now|new Date\(\s*\)/)).toEqual([])
})
