import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { addPerson } from '../support/people'
import { see, settled, sidewaysScroll } from './support/act'
import { AxeBuilder } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { contestantRoutes, filled, organizerRoutes } from './support/routes'
import { LAPTOP, type Look, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
/** Of the eight ways to see a page these four are kept as pictures; each width, language and theme is in two of them. */
const KEPT = ['360-vi-light', '1280-en-light', '1280-vi-dark', '360-en-dark']

type Locale = 'vi' | 'en'
type Verdict = Pick<AxeResults, 'violations'>
interface Axe {
  run: (where: Document, options: RunOptions) => Promise<AxeResults>
}

/** Looks at pages in one language, and remembers what is wrong with them. */
class Eye {
  /** One sentence for each place. */
  readonly faults: string[] = []
  readonly look: Look

  constructor(readonly locale: Locale) {
    this.look = { locale, size: PHONE, isDesktop: true, isStill: true }
  }

  async goTo(page: Page, path: string, name: string): Promise<void> {
    await page.goto(path)
    await settled(page)
    await this.inspect(page, name)
  }

  /** The page as it stands: as wide as a phone and as a laptop, light and dark. */
  async inspect(page: Page, name: string): Promise<void> {
    for (const size of [PHONE, LAPTOP]) {
      await page.setViewportSize(size)
      await settled(page)
      const sight = `${name}, ${size.width} px, ${this.locale}`
      await this.wear(page, 'light')
      this.note(sight, await this.judge(page, { runOnly: { type: 'tag', values: TAGS } }))
      await this.keep(page, name, `${size.width}-${this.locale}-light`)
      // The same elements in other colours: the other rules would only find the same again.
      await this.wear(page, 'dark')
      this.note(`${sight}, dark`, await this.judge(page, { runOnly: COLOUR_RULES }))
      await this.keep(page, name, `${size.width}-${this.locale}-dark`)
      const overflow = size === PHONE ? await sidewaysScroll(page) : 0
      if (overflow > 0) this.faults.push(`${sight}: can be pushed ${overflow} px sideways`)
    }
    await page.setViewportSize(PHONE)
  }

  /** The builder brings axe into the page once; bringing it anew for each look would take longer than looking. */
  private async judge(page: Page, wanted: RunOptions): Promise<Verdict> {
    const options: RunOptions = { ...wanted, resultTypes: ['violations'] }
    const isThere = await page.evaluate(() => 'axe' in window)
    if (!isThere) return new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze()
    return page.evaluate((given) => (window as unknown as { axe: Axe }).axe.run(document, given), options)
  }

  private wear(page: Page, theme: 'light' | 'dark') {
    return page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme)
  }

  private note(sight: string, { violations }: Verdict): void {
    for (const { id, nodes } of violations)
      for (const { target, failureSummary = '' } of nodes)
        this.faults.push(`${sight}: ${id} at ${target.join(' ')}: ${failureSummary}`)
  }

  private async keep(page: Page, name: string, variant: string): Promise<void> {
    if (KEPT.includes(variant)) await photograph(page, `every-page/${name}-${variant}`)
  }
}

/** Both languages at the same time. */
function inBothLanguages(name: string, walk: (eye: Eye, say: <T>(vi: T, en: T) => T) => Promise<void>): void {
  stage.scene(name, async () => {
    const eyes = [new Eye('vi'), new Eye('en')]
    await Promise.all(eyes.map((eye) => walk(eye, (vi, en) => (eye.locale === 'vi' ? vi : en))))
    expect(eyes.flatMap(({ faults }) => faults)).toEqual([])
  })
}

const nameOf = (route: string) => route.replace(/:\w+/g, 'one').replaceAll('/', '-').replace(/^-/, '') || 'home'

describeInBrowser('Every page is for everybody', () => {
  inBothLanguages("the contestants' pages", async (eye, say) => {
    const { attemptId, openRoundId, closedRoundId, comingRoundId } = stage.places
    const { page: visitor } = await stage.visit(eye.look)
    const { page: member } = await stage.visit({ ...eye.look, login: 'thisinh' })
    const forVisitors = ['/', '/dang-ky', '/dang-nhap']
    for (const route of await contestantRoutes()) {
      // The paper has a scene of its own: it has to be started first.
      if (route.startsWith('/bai/')) continue
      const path = filled(route, { roundId: openRoundId, attemptId })
      await eye.goTo(forVisitors.includes(route) ? visitor : member, path, `contestant-${nameOf(route)}`)
    }
    await eye.goTo(member, '/', 'contestant-home-signed-in')
    await eye.goTo(member, `/dot/${closedRoundId}`, 'contestant-dot-closed')
    await eye.goTo(visitor, `/dot/${comingRoundId}`, 'contestant-dot-to-come')
    await eye.goTo(member, `/bang/${closedRoundId}`, 'contestant-bang-closed')
    await member.getByRole('button', { name: say('Vì sao tôi ở hạng này', 'Why I am in this place') }).click()
    await see(member.getByRole('dialog'))
    await eye.inspect(member, 'contestant-bang-why')
    await eye.goTo(visitor, '/khong-co-trang-nay', 'contestant-not-found')
    await visitor.goto('/dang-ky')
    await visitor.getByRole('button', { name: say('Tạo tài khoản', 'Create my account') }).click()
    await see(visitor.locator('[aria-invalid="true"]'))
    await eye.inspect(visitor, 'contestant-dang-ky-refused')
  })

  inBothLanguages('the paper', async (eye, say) => {
    const { login } = await addPerson(stage.database.pool, 'contestant', null, 'Đặng Thị Thuỳ Trâm')
    const { page } = await stage.visit({ ...eye.look, login })
    await page.goto(`/dot/${stage.places.openRoundId}`)
    await page.getByRole('button', { name: say('Bắt đầu', 'Start'), exact: true }).click()
    await page
      .locator('label')
      .filter({ has: page.getByRole('radio') })
      .nth(1)
      .click()
    await see(page.getByRole('radio', { name: say(/, đã lưu$/, /, saved$/) }))
    await eye.inspect(page, 'contestant-paper')
    await page.getByRole('button', { name: say(/Xem tất cả câu$/, /See all questions$/) }).click()
    await see(page.getByRole('heading', { level: 1, name: say('Xem lại bài', 'Review your paper') }))
    await eye.inspect(page, 'contestant-paper-review')
    await page.getByRole('button', { name: say('Nộp bài', 'Submit'), exact: true }).click()
    const dialog = page.getByRole('alertdialog')
    await see(dialog)
    await eye.inspect(page, 'contestant-paper-submit')
    await dialog.getByRole('button', { name: say('Nộp bài', 'Submit') }).click()
    await page.waitForURL('**/ket-qua/*')
    await settled(page)
    await eye.inspect(page, 'contestant-ket-qua-open-round')
  })

  inBothLanguages("the organizers' pages", async (eye) => {
    const { contestId, openRoundId, closedRoundId, comingRoundId } = stage.places
    const { page: visitor } = await stage.visit(eye.look)
    const { page: member } = await stage.visit({ ...eye.look, login: 'quantri' })
    const [account] = await stage.query<{ id: string }>(`SELECT id FROM account WHERE login = 'thisinh'`)
    const [item] = await stage.query<{ id: string }>(`SELECT id FROM item ORDER BY code LIMIT 1`)
    const examples = { contestId, roundId: openRoundId, accountId: account?.id ?? '', itemId: item?.id ?? '' }
    for (const route of await organizerRoutes()) {
      const path = `/admin/${filled(route, examples)}`
      await eye.goTo(route === 'dang-nhap' ? visitor : member, path, `organizer-${nameOf(route)}`)
    }
    await eye.goTo(member, `/admin/dot/${comingRoundId}`, 'organizer-dot-to-come')
    await eye.goTo(member, `/admin/dot/${closedRoundId}/giai`, 'organizer-dot-giai-closed')
    await eye.goTo(member, '/admin/khong-co-trang-nay', 'organizer-not-found')
  })

  stage.scene('and this spec would see it if one were not', async () => {
    const eye = new Eye('vi')
    const { page } = await stage.visit(eye.look)
    await page.goto('/huong-dan')
    await settled(page)
    await page.evaluate(() => {
      const image = document.createElement('img')
      image.src = '/favicon.svg'
      const faint = document.createElement('p')
      faint.textContent = 'Chữ quá nhạt'
      Object.assign(faint.style, { color: '#888', width: '500px' })
      document.querySelector('main')?.append(image, faint)
    })
    await eye.inspect(page, 'contestant-with-faults')
    for (const fault of [/360 px, vi: image-alt at img/, /1280 px, vi: color-contrast at /, /pushed \d+ px sideways/])
      expect(eye.faults).toContainEqual(expect.stringMatching(fault))
  })
})
