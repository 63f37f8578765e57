import type { Page } from 'playwright-core'
import { signedIn } from '../support/people'
import { makeLesson, SimulatedPupil } from '../support/simulated-class'
import { settled } from './support/act'
import { describeInBrowser } from './support/chromium'
import { LAPTOP, PHONE, useStage } from './support/stage'

const stage = useStage()
afterEach(() => SimulatedPupil.everybodyLeaves())

/** As if the cable to the world were cut: only the laptop itself answers. What fails is noted. */
async function cutOff(page: Page): Promise<{ failed: string[]; kinds: Set<string> }> {
  const own = new URL(stage.api.url).host
  const failed: string[] = []
  const kinds = new Set<string>()
  await page.context().route(
    (url) => url.host !== own,
    async (route) => {
      failed.push(`asks another host: ${route.request().url()}`)
      await route.abort('internetdisconnected')
    },
  )
  page.on('request', (request) => kinds.add(request.resourceType()))
  page.on('requestfailed', (request) => failed.push(`${request.failure()?.errorText} ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`)
  })
  return { failed, kinds }
}

/** The page's own typeface, not a stand-in of the system. */
const typeface = (page: Page) =>
  page.evaluate(() =>
    [...document.fonts].some(({ family, status }) => /Be Vietnam Pro/.test(family) && status === 'loaded'),
  )

describeInBrowser('CR-56: a class on one laptop without internet', () => {
  stage.scene('every screen of a lesson comes from the laptop itself', async () => {
    const teacher = await signedIn(stage.api.url, stage.database.pool, 'teacher')
    const { lesson } = await makeLesson(teacher, { leadS: 0 })
    await SimulatedPupil.join(await stage.client(), lesson.pin as string, 'An')

    const { page: phone } = await stage.visit({ size: PHONE })
    const onPhone = await cutOff(phone)
    for (const path of ['/lop', `/lop/${lesson.pin}`, '/lop/choi']) {
      await phone.goto(path)
      await settled(phone)
      await phone.waitForLoadState('networkidle')
      expect([path, await typeface(phone)]).toEqual([path, true])
    }
    const { door } = await teacher.get('offerRemote', { params: { lessonId: lesson.id } })
    await phone.goto(`/dieu-khien${new URL(door.url).hash}`)
    await settled(phone)
    await phone.waitForLoadState('networkidle')
    expect(onPhone.failed).toEqual([])
    expect(onPhone.kinds).toContain('font')

    const { page: screen, context } = await stage.visit({ size: LAPTOP })
    await context.addCookies([{ name: 'thiso', value: teacher.cookies.get('thiso') ?? '', url: stage.api.url }])
    const onScreen = await cutOff(screen)
    for (const path of [
      '/admin/',
      '/admin/lop-hoc',
      '/admin/bo-cau-hoi',
      '/admin/buoi-choi',
      `/admin/man-hinh/${lesson.id}`,
    ]) {
      await screen.goto(path)
      await settled(screen)
      await screen.waitForLoadState('networkidle')
      expect([path, await typeface(screen)]).toEqual([path, true])
    }
    // The item opens while the host's screen watches: sounds, marks and the clock are there as well.
    const { step } = await teacher.get('lesson', { params: { lessonId: lesson.id } })
    await teacher.get('actOnLesson', {
      params: { lessonId: lesson.id },
      body: { version: step.version, act: { kind: 'next' } },
    })
    await screen.getByRole('timer').first().waitFor()
    await screen.waitForLoadState('networkidle')
    expect(onScreen.failed).toEqual([])
  })
})
