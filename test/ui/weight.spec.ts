import type { Page } from 'playwright-core'
import { addPerson } from '../support/people'
import { see, settled, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { itemPlace, Teacher } from './support/lesson'
import { answer, paper } from './support/paper'
import { button, field, heading } from './support/places'
import { PHONE, useStage } from './support/stage'

const stage = useStage()

/** On a cheap phone with 4G: what a first visit may cost. */
const CODE_LIMIT = 170_000
/** The page, its code and its data, which are twenty items in two languages; the text is there to be read before the typeface is. What
 * notes how a paper is taken comes last (3 kB). */
const PAPER_LIMIT = 200_000
const PAPER_WITH_TYPEFACE_LIMIT = 260_000
/** What plays every type of item and shows it afterwards, and the live connection: the code of a seat in class. */
const SEAT_LIMIT = 200_000

interface Load {
  url: string
  type: string
  encoding: string
  /** As it came over the network, headers included. */
  bytes: number
}

/** Notes what the page loads from now on, as the browser's own network log counts it. */
async function weigh(page: Page): Promise<{ loads: Load[]; emptyCache: () => Promise<void> }> {
  const log = await page.context().newCDPSession(page)
  const loads: Load[] = []
  const begun = new Map<string, Omit<Load, 'bytes'>>()
  log.on('Network.responseReceived', ({ requestId, type, response }) => {
    const encoding = response.headers['content-encoding'] ?? response.headers['Content-Encoding'] ?? ''
    begun.set(requestId, { url: new URL(response.url).pathname, type, encoding })
  })
  log.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const load = begun.get(requestId)
    if (load) loads.push({ ...load, bytes: encodedDataLength })
  })
  await log.send('Network.enable')
  return {
    loads,
    emptyCache: async () => {
      await log.send('Network.clearBrowserCache')
    },
  }
}

const sum = (loads: readonly Load[]) => loads.reduce((total, { bytes }) => total + bytes, 0)
const isCode = ({ type }: Load) => type === 'Script' || type === 'Stylesheet'
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const say = (line: string) => process.stdout.write(`${line}\n`)

/** The live connection comes last, with code of its own; after it nothing is on its way any more. */
async function allCame(page: Page, live: Promise<unknown>): Promise<void> {
  await live
  await page.waitForLoadState('networkidle')
}

// That no page asks another origin, breaks the security policy or writes an error to the console is looked at in every
// scene of every spec here (see the stage); this one shows that it would be noticed.
describeInBrowser('The pages are light', () => {
  stage.scene('the code of a first visit to a round', async () => {
    const { page } = await stage.visit({ size: PHONE })
    const { loads } = await weigh(page)
    const live = page.waitForEvent('websocket')
    await page.goto(`/dot/${stage.places.openRoundId}`)
    await settled(page)
    await allCame(page, live)
    const code = loads.filter(isCode)
    const total = sum(code)
    say(`first visit to /dot/:roundId: ${kB(total)} of JavaScript and CSS in ${code.length} files`)
    for (const { url, bytes } of code) say(`  ${kB(bytes).padStart(9)}  ${url}`)
    // What fits one packet anyway need not be compressed.
    expect(code.filter(({ encoding, bytes }) => !['br', 'gzip'].includes(encoding) && bytes > 2_000)).toEqual([])
    expect(total).toBeLessThanOrEqual(CODE_LIMIT)
  })

  stage.scene('all of a paper', async () => {
    const { login } = await addPerson(stage.database.pool, 'contestant', null, 'Bùi Thị Nhẹ Nhàng')
    const { page } = await stage.visit({ size: PHONE, login })
    await page.goto(`/dot/${stage.places.openRoundId}`)
    await button(page, 'Bắt đầu').tap()
    await see(paper.place(page, 1))
    // Anew, as if the phone had nothing kept.
    const { loads, emptyCache } = await weigh(page)
    await emptyCache()
    const live = page.waitForEvent('websocket')
    await page.reload()
    await see(paper.place(page, 1))
    await answer(page, 0)
    await allCame(page, live)
    const total = sum(loads)
    const typeface = sum(loads.filter(({ type }) => type === 'Font'))
    say(
      `a paper with an empty cache: ${kB(total - typeface)}, ${kB(sum(loads.filter(isCode)))} of it JavaScript and CSS; and ${kB(typeface)} of typeface`,
    )
    for (const { url, bytes } of loads) say(`  ${kB(bytes).padStart(9)}  ${url}`)
    expect(loads.some(isCode)).toBe(true)
    expect(total - typeface).toBeLessThanOrEqual(PAPER_LIMIT)
    expect(total).toBeLessThanOrEqual(PAPER_WITH_TYPEFACE_LIMIT)
  })

  stage.scene('a seat in class', async () => {
    const teacher = await Teacher.come(stage)
    const [item] = await teacher.items(1)
    const host = await teacher.lesson([itemPlace(item?.itemId ?? '')], { leadS: 0 })
    const { page } = await stage.visit({ size: PHONE })
    const { loads, emptyCache } = await weigh(page)
    await page.goto(`/lop/${host.pin}`)
    await settled(page)
    await page.waitForLoadState('networkidle')
    const joining = sum(loads.filter(isCode))
    await field(page, 'Tên hiện trên màn hình lớp').fill('Nhẹ')
    await button(page, 'Vào lớp: Nhẹ').tap()
    await see(heading(page, 'Bạn đã vào lớp'))
    await host.act({ kind: 'next' })
    await see(page.locator('.ls-choice'))
    // Anew, as if the phone had nothing kept.
    loads.length = 0
    await emptyCache()
    const live = page.waitForEvent('websocket')
    await page.reload()
    await see(page.locator('.ls-choice'))
    await allCame(page, live)
    const code = loads.filter(isCode)
    const total = sum(code)
    say(`joining a class: ${kB(joining)} of JavaScript and CSS; playing in it with an empty cache: ${kB(total)}`)
    for (const { url, bytes } of code) say(`  ${kB(bytes).padStart(9)}  ${url}`)
    expect(joining).toBeLessThanOrEqual(CODE_LIMIT)
    expect(total).toBeLessThanOrEqual(SEAT_LIMIT)
  })

  stage.scene('and what must not happen would be noticed', async () => {
    const { page, complaints, expectComplaint } = await stage.visit({ size: PHONE })
    await page.goto('/huong-dan')
    await settled(page)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "x"'
      document.body.append(script)
      console.error('something broke')
      void Promise.reject(new Error('nobody caught this'))
      void fetch('http://127.0.0.2:9/').catch(() => undefined)
    })
    for (const pattern of [/Content Security Policy/, /something broke/, /nobody caught this/, /127\.0\.0\.2/])
      await until(async () => complaints.some((complaint) => pattern.test(complaint)))
    complaints.length = 0
    expectComplaint(/./)
  })
})
