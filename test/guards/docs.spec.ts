import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drawAll, drawList, entryCode, lineBytes } from '../../api/src/modules/results/domain/draw-list'
import { lotteryRandomness } from '../../api/src/modules/results/domain/lottery-words'
import { commitmentTo } from '../../api/src/modules/results/domain/verifiable-draw'
import { at } from '../support/place'
import { filesBelow, textOf } from './sources'

const pages = ['README.md', ...filesBelow('docs', (file) => file.endsWith('.md'))]

it.each(pages)('%s links to what is there', (page) => {
  const links = [...textOf(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to)
  const missing = links.filter((to) => !/^[a-z]+:/.test(to) && !existsSync(at(path.dirname(page), to)))
  expect(missing).toEqual([])
})

it.each(pages)('%s names only files and folders that are there', (page) => {
  const named = [...textOf(page).matchAll(/`((?:api|web|admin|seed|test|docs)\/[\w./-]+)`/g)].map(
    ([, place = '']) => place,
  )
  // Folders that come to be by running, as the browser tests' pictures.
  expect(named.filter((place) => !place.startsWith('test/.out') && !existsSync(at(place)))).toEqual([])
})

/** The script that is given to everybody shares no code with the platform: what both work out is compared. */
describe('DW-10: a draw repeated with the script of the guide', () => {
  const script = at('docs/huong-dan/boc-tham.mjs')
  const folder = mkdtempSync(path.join(tmpdir(), 'draw-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (...words: string[]) => spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' })

  const SCOPE = '019a0000-0000-7000-8000-000000000001'
  const receiptOf = (index: number) => `AAAA-BBBB-${String(index).padStart(4, '0')}`
  const lines = drawList(
    Array.from({ length: 45 }, (_, index) => ({
      code: entryCode(SCOPE, [receiptOf(index)]),
      table: index % 3 === 0 ? 'B' : null,
      rank: index % 11 === 0 ? null : 1 + Math.floor(index / 9),
    })),
  )

  function publish(change: { secret?: Buffer | null; source: object; entry: string; randomness: Buffer }) {
    const secret = change.secret ?? null
    const { listRoot, seed, orderOf } = drawAll({
      scope: SCOPE,
      secret: secret ?? Buffer.alloc(32),
      randomness: change.randomness,
      lines,
    })
    const draw = {
      scopeId: SCOPE,
      state: 'drawn',
      commitment: secret && commitmentTo(SCOPE, secret).toString('hex'),
      secret: secret?.toString('hex') ?? null,
      listRoot: listRoot.toString('hex'),
      listCount: lines.length,
      source: change.source,
      entry: change.entry,
      randomness: change.randomness.toString('hex'),
      seed: seed.toString('hex'),
    }
    const places = [path.join(folder, 'draw.json'), path.join(folder, 'list.txt')] as const
    writeFileSync(places[0], JSON.stringify(draw))
    writeFileSync(places[1], lines.map((line) => `${lineBytes(line).toString()}\n`).join(''))
    return { places, orderOf }
  }

  const signature = 'ab'.repeat(48)
  const beacon = {
    source: { kind: 'beacon', round: 7 },
    entry: signature,
    randomness: createHash('sha256').update(Buffer.from(signature, 'hex')).digest(),
    secret: Buffer.alloc(32, 9),
  }
  const lottery = {
    source: { kind: 'lottery', name: 'Đà Nẵng', day: '2026-12-01' },
    entry: '01234 56 789',
    randomness: lotteryRandomness('Đà Nẵng', '2026-12-01', '01234 56 789'),
  }

  it('agrees with the published examples', () => {
    const { status, stdout } = run()
    expect(stdout).not.toMatch(/^SAI/m)
    expect(status).toBe(0)
  })

  it.each([
    ['by the beacon, with a secret', beacon],
    ['by a lottery, without one', lottery],
  ])('has the same order %s', (_, input) => {
    const { places, orderOf } = publish(input)
    const { status, stdout } = run(...places, '--khong-mang')
    expect(stdout).not.toMatch(/^SAI/m)
    expect(status).toBe(0)
    const printed = [...stdout.matchAll(/([0-9a-f]{20}) {2}#(\d+)/g)].map(([, code, order]) => [code, Number(order)])
    const sizes = new Map<string, number>()
    const groupOf = ({ table, rank }: (typeof lines)[number]) => `${table} ${rank}`
    for (const line of lines) sizes.set(groupOf(line), (sizes.get(groupOf(line)) ?? 0) + 1)
    const expected = lines
      .filter((line) => line.rank !== null && (sizes.get(groupOf(line)) ?? 0) > 1)
      .map(({ code }) => [code, orderOf.get(code)])
    expect(expected.length).toBeGreaterThan(20)
    expect(new Map(printed as [string, number][])).toEqual(new Map(expected as [string, number][]))
  })

  it('finds the own line by the receipt', () => {
    const { places } = publish(beacon)
    expect(run(...places, '--khong-mang', `--bien-nhan=${receiptOf(5)}`).stdout).toContain('← bạn')
    expect(run(...places, '--khong-mang', '--bien-nhan=ZZZZ-ZZZZ-ZZZZ').stdout).toContain('not on the list')
  })

  it('tells a list in which one rank was changed', () => {
    const { places } = publish(beacon)
    const [first = '', ...others] = textLines()
    writeFileSync(places[1], [first.replace(/"rank":(null|\d+)/, '"rank":99'), ...others].join('\n'))
    const { status, stdout } = run(...places, '--khong-mang')
    expect(stdout).toMatch(/^SAI {3}danh sách/m)
    expect(status).toBe(1)
  })

  const textLines = () => lines.map((line) => lineBytes(line).toString())
})
