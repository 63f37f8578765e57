import type { Page } from 'playwright-core'
import { see, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { ClassHall, emptyHall } from './support/class-hall'
import { PROJECTOR } from './support/class-screen'
import { button } from './support/places'
import { useStage } from './support/stage'

const stage = useStage()
afterEach(emptyHall)

interface Listening {
  contexts: AudioContext[]
  meters: AnalyserNode[]
}
/** Under it nobody hears anything: a 1000th of what a loudspeaker can give. */
const SILENCE = 0.001
const LISTENS_MS = 1_500

/** Listens at the loudspeaker: whatever the page sends there goes through a meter as well. */
const listenIn = (page: Page) =>
  page.addInitScript(() => {
    const contexts: AudioContext[] = []
    const meters: AnalyserNode[] = []
    Object.assign(window, { listening: { contexts, meters } })
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode, ...rest: number[]) => AudioNode
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode, ...rest: number[]) {
      if (to instanceof AudioDestinationNode) {
        const meter = new AnalyserNode(to.context, { fftSize: 2048 })
        contexts.push(to.context as AudioContext)
        meters.push(meter)
        connect.call(this, meter)
      }
      return connect.call(this, to, ...rest)
    } as typeof AudioNode.prototype.connect
  })

const states = (page: Page) =>
  page.evaluate(() => (window as unknown as { listening: Listening }).listening.contexts.map(({ state }) => state))

/** The loudest that is heard within that time, of 1. */
const loudest = (page: Page, forMs = LISTENS_MS) =>
  page.evaluate(async (ms) => {
    const { meters } = (window as unknown as { listening: Listening }).listening
    const samples = new Float32Array(2048)
    let most = 0
    for (const end = performance.now() + ms; performance.now() < end; ) {
      for (const meter of meters) {
        meter.getFloatTimeDomainData(samples)
        for (const sample of samples) most = Math.max(most, Math.abs(sample))
      }
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    return most
  }, forMs)

const heard = (page: Page) => until(async () => (await loudest(page, 400)) > SILENCE)
const quiet = (page: Page) => until(async () => (await loudest(page)) < SILENCE)

describeInBrowser('CR-38: sound and full screen of the class screen', () => {
  stage.scene('music and signs are heard after a gesture, a mute silences them and is remembered', async () => {
    const hall = await ClassHall.open(stage)
    const itemId = await hall.item({
      body: { type: 'single-choice', stem: 'Nghe gì?', options: ['Nhạc', 'Không'], key: 0 },
    })
    const lesson = await hall.lesson(
      [1, 2].map(() => ({ kind: 'item' as const, itemId, limitS: 120 })),
      { leadS: 0, revealsItself: false },
    )
    await lesson.join(['An'])
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login })
    await listenIn(page)
    await page.goto(lesson.path)
    await see(page.getByText('1 bạn đã vào'))
    expect(await states(page)).toEqual([])

    // Any gesture: here a click beside every button.
    await page.locator('.hs-head h1').click()
    await until(async () => (await states(page)).join() === 'running')
    await heard(page)
    await lesson.act({ kind: 'next' })
    await see(page.getByText('Nghe gì?'))
    await heard(page)
    // No music once the answers are locked: what is heard then are the signs alone, and each of them ends.
    await lesson.act({ kind: 'lock' })
    await heard(page)
    await quiet(page)
    await lesson.act({ kind: 'reveal' })
    await heard(page)
    await quiet(page)

    await button(page, 'Tắt tiếng').click()
    await see(button(page, 'Bật tiếng'))
    await lesson.act({ kind: 'next' })
    await see(page.getByText('Câu 2/2'))
    await quiet(page)
    await page.reload()
    await see(button(page, 'Bật tiếng'))
    await page.locator('.hs-head h1').click()
    await until(async () => (await states(page)).join() === 'running')
    expect(await loudest(page)).toBeLessThan(SILENCE)
    await page.keyboard.press('m')
    await see(button(page, 'Tắt tiếng'))
    await heard(page)
  })

  stage.scene('the whole screen is taken and given back, by the button and by a key', async () => {
    const hall = await ClassHall.open(stage)
    const itemId = await hall.item({
      body: { type: 'single-choice', stem: 'Nghe gì?', options: ['Nhạc', 'Không'], key: 0 },
    })
    const lesson = await hall.lesson([{ kind: 'item', itemId }], {})
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login })
    await page.goto(lesson.path)
    const isFull = () => page.evaluate(() => document.fullscreenElement === document.documentElement)
    expect(await isFull()).toBe(false)
    await button(page, 'Toàn màn hình').click()
    await until(isFull)
    await button(page, 'Thoát toàn màn hình').click()
    await until(async () => !(await isFull()))
    await see(button(page, 'Toàn màn hình'))
    await page.keyboard.press('f')
    await until(isFull)
    await page.keyboard.press('f')
    await until(async () => !(await isFull()))
  })
})
