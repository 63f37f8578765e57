import type { Page } from 'playwright-core'
import { see, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { ClassHall, emptyHall, pickText } from './support/class-hall'
import { faultsOf, LARGE_PROJECTOR, look, PROJECTOR, pupilNames } from './support/class-screen'
import { photograph, useStage } from './support/stage'

const stage = useStage()
afterEach(emptyHall)

const RIGHT = 'Đúng rồi'

interface Ready {
  hall: ClassHall
  itemId: string
}

async function ready(): Promise<Ready> {
  const hall = await ClassHall.open(stage)
  const itemId = await hall.item({
    body: { type: 'single-choice', stem: 'Một câu?', options: [RIGHT, 'Sai rồi'], key: 0 },
  })
  return { hall, itemId }
}

/** A lesson of four items at its end: how many of them each of the pupils had right, by their order. */
async function played({ hall, itemId }: Ready, rights: readonly number[], team?: (index: number) => number) {
  const lesson = await hall.lesson(
    [1, 2, 3, 4].map(() => ({ kind: 'item' as const, itemId, limitS: 60 })),
    { leadS: 0, revealsItself: false, scoring: 'right-only', ...(team ? { mode: 'teams', teams: { count: 3 } } : {}) },
  )
  await lesson.join(pupilNames(rights.length), team)
  for (const place of [1, 2, 3, 4]) {
    await lesson.act({ kind: 'next' })
    await Promise.all(
      lesson.pupils.map((pupil, index) =>
        pupil.choose(place, pickText(place <= (rights[index] ?? 0) ? RIGHT : 'Sai rồi')),
      ),
    )
    await lesson.reaches('locked', place)
    await lesson.act({ kind: 'reveal' })
  }
  return lesson
}

/** Notes what the podium tells, when, and where its steps stand then. */
const watchPodium = (page: Page) =>
  page.addInitScript(() => {
    const told: { places: string; atMs: number; edges: string }[] = []
    Object.assign(window, { podiumTold: told })
    const note = () => {
      const steps = [...document.querySelectorAll('.ts-podium-step')]
      const places = steps
        .filter((step) => step.classList.contains('ts-podium-told'))
        .map((step) => step.querySelector('.ts-podium-rank [aria-hidden]')?.textContent)
        .join()
      const edges = steps.map((step) => Math.round(step.getBoundingClientRect().left)).join()
      if (steps.length > 0 && told.at(-1)?.places !== places) told.push({ places, atMs: performance.now(), edges })
    }
    new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true })
  })
const toldBy = (page: Page) =>
  page.evaluate(
    () => (window as unknown as { podiumTold: { places: string; atMs: number; edges: string }[] }).podiumTold,
  )

describeInBrowser('CR-25: the podium on the class screen', () => {
  stage.scene('tells the third, the second and then the first, and nothing moves aside for them', async () => {
    const there = await ready()
    const { hall } = there
    const lesson = await played(there, [4, 3, 2, 1, 1, 1, 0])
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login })
    await watchPodium(page)
    await page.goto(lesson.path)
    await see(page.locator('.hs-reveal'))
    await page.evaluate(() => document.fonts.ready)
    await lesson.act({ kind: 'podium' })
    await see(page.locator('.ts-podium'))
    const [first, second, third] = pupilNames(3)
    // What is not told is neither seen nor heard, though its room is kept.
    expect(await page.locator('.hs-podium').innerText()).not.toContain(first)
    await photograph(page, 'host-podium-frame-0', { whole: false })
    await see(page.locator('.ts-podium-3.ts-podium-told').getByText(third ?? ''))
    expect(await page.locator('.hs-podium').ariaSnapshot()).not.toContain(first)
    await photograph(page, 'host-podium-frame-3', { whole: false })
    await see(page.locator('.ts-podium-2.ts-podium-told').getByText(second ?? ''))
    expect(await page.locator('.hs-podium').innerText()).not.toContain(first)
    await photograph(page, 'host-podium-frame-2', { whole: false })
    await see(page.locator('.ts-podium-1.ts-podium-told').getByText(first ?? ''), page.getByText('Các hạng tiếp theo'))
    await photograph(page, 'host-podium-frame-1', { whole: false })
    expect(await faultsOf(page)).toEqual([])
    const told = await toldBy(page)
    expect(told.map(({ places }) => places)).toEqual(['', '3', '2,3', '2,1,3'])
    expect(new Set(told.map(({ edges }) => edges)).size).toBe(1)
    // Time to hold one's breath: between two of them more than a second.
    const times = told.slice(1).map(({ atMs }) => atMs)
    for (const [index, at] of times.slice(1).entries()) expect(at - (times[index] ?? 0)).toBeGreaterThan(1_000)
  })

  stage.scene('tells all at once to who asked for less motion', async () => {
    const there = await ready()
    const { hall } = there
    const lesson = await played(there, [4, 3, 2])
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login, isStill: true })
    await watchPodium(page)
    await page.goto(lesson.path)
    await see(page.locator('.hs-reveal'))
    await lesson.act({ kind: 'podium' })
    await see(page.locator('.ts-podium-1.ts-podium-told'))
    expect((await toldBy(page)).map(({ places }) => places)).toEqual(['', '2,1,3'])
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    await look(page, 'host-podium-still')
  })

  stage.scene('has room for who shares a place, for fewer than three, and for teams', async () => {
    const there = await ready()
    const { hall } = there
    const [a, b, c, d, e] = pupilNames(6)
    const cases = [
      { name: 'tied-first', rights: [4, 4, 2, 1], steps: { 1: [a, b], 3: [c] } },
      { name: 'tied-third', rights: [4, 3, 2, 2, 2], steps: { 1: [a], 2: [b], 3: [c, d, e] } },
      { name: 'two', rights: [4, 3], steps: { 1: [a], 2: [b] } },
      { name: 'one', rights: [4], steps: { 1: [a] } },
      { name: 'none', rights: [0, 0], steps: {} },
    ]
    for (const { name, rights, steps } of cases) {
      const lesson = await played(there, rights)
      const { page, context } = await stage.visit({
        size: LARGE_PROJECTOR,
        theme: 'dark',
        login: hall.login,
        isStill: true,
      })
      await page.goto(lesson.path)
      await lesson.act({ kind: 'podium' })
      await see(page.getByRole('heading', { name: 'Bục vinh danh' }))
      await until(async () => (await page.locator('.ts-podium-told').count()) === Object.keys(steps).length)
      for (const [rank, expected] of Object.entries(steps))
        expect((await page.locator(`.ts-podium-${rank} .ts-podium-names > b`).allInnerTexts()).sort()).toEqual(
          [...expected].sort(),
        )
      if (rights.every((right) => right === 0)) await see(page.getByText('Chưa ai có câu đúng để lên bục.'))
      await look(page, `host-podium-${name}`)
      await context.close()
    }
    const lesson = await played(there, [4, 4, 3, 2, 1, 0], (index) => Math.floor(index / 2) + 1)
    const { page } = await stage.visit({ size: PROJECTOR, locale: 'en', login: hall.login, isStill: true })
    await page.goto(lesson.path)
    await lesson.act({ kind: 'podium' })
    await until(async () => (await page.locator('.ts-podium-told').count()) === 3)
    const winner = (await lesson.view()).standings.find(({ rank }) => rank === 1)?.team
    expect(await page.locator('.ts-podium-1 .ts-podium-names > b').allInnerTexts()).toEqual([`Team ${winner}`])
    expect(winner).toBe(1)
    await look(page, 'host-podium-teams')
  })
})
