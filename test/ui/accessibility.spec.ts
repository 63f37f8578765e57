import type { Page } from 'playwright-core'
import type { Client } from '../support/client'
import { schoolYearNow } from '../support/lesson'
import { addPerson } from '../support/people'
import { sendImport } from '../support/uploads'
import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { give, paper } from './support/paper'
import { contestantRoutes, filled, organizerRoutes } from './support/routes'
import { LAPTOP, type Look, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
/** Every page is kept as a picture in two of the eight ways to see it; THISO_SCREENS=all keeps all of them. */
const KEPT = ['360-vi-light', '1280-en-dark']

type Locale = 'vi' | 'en'

/** Looks at pages, and remembers what is wrong with them: one sentence for each place. */
class Eye {
  readonly faults: string[] = []

  /** Opens the page and looks at it in both languages. */
  async goTo(page: Page, path: string, name: string): Promise<void> {
    await page.goto(path)
    await settled(page)
    // It opens in the language of the page before.
    await this.inspect(page, name)
    await turnTo((await localeOf(page)) === 'vi' ? 'en' : 'vi', page)
    await this.inspect(page, name)
  }

  /** The page as it stands: as wide as a phone and as a laptop, light and dark. */
  async inspect(page: Page, name: string): Promise<void> {
    const locale = await localeOf(page)
    for (const size of [PHONE, LAPTOP]) {
      await page.setViewportSize(size)
      await settled(page)
      const sight = `${name}, ${size.width} px, ${locale}`
      await wear('light', page)
      await page.evaluate(layBarsDown)
      await this.judge(page, sight, { type: 'tag', values: TAGS })
      await page.evaluate(raiseBars)
      await keep(page, name, `${size.width}-${locale}-light`)
      // The same elements in other colours: the other rules would only find the same again.
      await wear('dark', page)
      await this.judge(page, `${sight}, dark`, COLOUR_RULES)
      await keep(page, name, `${size.width}-${locale}-dark`)
      const overflow = size === PHONE ? await sidewaysScroll(page) : 0
      if (overflow > 0) this.faults.push(`${sight}: can be pushed ${overflow} px sideways`)
    }
  }

  private async judge(page: Page, sight: string, rules: Parameters<typeof violationsOf>[1]): Promise<void> {
    for (const { id, nodes } of await violationsOf(page, rules))
      for (const { target, failureSummary = '' } of nodes)
        this.faults.push(`${sight}: ${id} at ${target.join(' ')}: ${failureSummary}`)
  }
}

/** What a sticky bar covers can be scrolled free; axe looks at one place of the scroll alone, and would call it obscured. */
function layBarsDown(): void {
  for (const element of document.querySelectorAll<HTMLElement>('body *'))
    if (getComputedStyle(element).position === 'sticky') {
      element.style.position = 'static'
      element.dataset['laidDown'] = ''
    }
}

function raiseBars(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-laid-down]')) {
    element.style.removeProperty('position')
    delete element.dataset['laidDown']
  }
}

async function keep(page: Page, name: string, variant: string): Promise<void> {
  if (KEPT.includes(variant) || process.env['THISO_SCREENS'] === 'all')
    await photograph(page, `every-page/${name}-${variant}`)
}

const wear = (theme: 'light' | 'dark', page: Page) =>
  page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme)

const localeOf = (page: Page) => page.evaluate(() => document.documentElement.lang as Locale)

/** By the switch in the head of the page, which a laptop shows everywhere. */
async function turnTo(locale: Locale, page: Page): Promise<void> {
  await page.setViewportSize(LAPTOP)
  await page.getByRole('button', { name: locale === 'vi' ? 'VI, Tiếng Việt' : 'EN, English', exact: true }).click()
  await see(page.locator(`html[lang="${locale}"]`))
  await settled(page)
}

const nameOf = (route: string) => route.replace(/:\w+/g, 'one').replaceAll('/', '-').replace(/^-/, '') || 'home'

/** Narrow windows of a computer: the width is what is looked at here, touching is in the stories. */
const look: Look = { size: PHONE, isDesktop: true, isStill: true }

/** Two walks at a time, as there are two cores. */
function together(name: string, ...walks: ((eye: Eye) => Promise<void>)[]): void {
  stage.scene(name, async () => {
    const eye = new Eye()
    await Promise.all(walks.map((walk) => walk(eye)))
    expect(eye.faults).toEqual([])
  })
}

/** A case about an attempt that its person was told of; the same one whenever it is asked for. */
async function caseAbout(attemptId: string): Promise<string> {
  const organizer = await stage.client('bantochuc')
  const [known] = await stage.query<{ id: string }>(`SELECT id FROM case_file WHERE $1 = ANY (attempt_ids)`, [
    attemptId,
  ])
  if (known) return known.id
  const { caseId } = await organizer.get('openCase', {
    params: { roundId: stage.places.closedRoundId },
    body: { attemptId, withAttemptIds: [], reason: 'Hai bài giống nhau', note: 'Giám sát thấy hai bạn trao đổi.' },
  })
  const { actNo } = await organizer.get('caseFile', { params: { caseId } })
  const allegation = 'Bạn hãy cho biết em đã làm bài như thế nào.'
  await organizer.get('actOnCase', { params: { caseId }, body: { act: 'tell', actNo, allegation, days: 7 } })
  return caseId
}

describeInBrowser('Every page is for everybody', () => {
  const forVisitors = ['/', '/dang-ky', '/dang-nhap']
  /** What a phone sees of a lesson before it has a seat; the phone's own story looks at a lesson that is played. */
  const forClass = ['/lop', '/lop/choi', '/lop/:pin', '/dieu-khien']

  together(
    "the contestants' pages",
    async function asVisitor(eye) {
      const { page } = await stage.visit(look)
      for (const route of forVisitors) await eye.goTo(page, route, `contestant-${nameOf(route)}`)
      await eye.goTo(page, `/dot/${stage.places.comingRoundId}`, 'contestant-dot-to-come')
      await eye.goTo(page, '/khong-co-trang-nay', 'contestant-not-found')
      for (const locale of ['vi', 'en'] as const) {
        await page.goto('/dang-ky')
        await turnTo(locale, page)
        await page.getByRole('button', { name: locale === 'vi' ? 'Tạo tài khoản' : 'Create my account' }).click()
        await see(page.locator('[aria-invalid="true"]'))
        await eye.inspect(page, 'contestant-dang-ky-refused')
      }
    },
    async function asMember(eye) {
      const { contestId, attemptId, openRoundId, closedRoundId } = stage.places
      const { page, expectComplaint } = await stage.visit({ ...look, login: 'thisinh' })
      // Of a certificate that is not there; the stories look at those that are.
      expectComplaint(/status of 404 .*\/certificates\//)
      for (const route of await contestantRoutes()) {
        // The paper has a scene of its own: it has to be started first.
        if (forVisitors.includes(route) || forClass.includes(route) || route.startsWith('/bai/')) continue
        const path = filled(route, {
          contestId,
          roundId: openRoundId,
          attemptId,
          part: 'cyber-safety',
          code: 'KHONG-CO-MA-NAY',
          caseId: await caseAbout(attemptId),
        })
        await eye.goTo(page, path, `contestant-${nameOf(route)}`)
      }
      await eye.goTo(page, '/', 'contestant-home-signed-in')
      await eye.goTo(page, `/dot/${closedRoundId}`, 'contestant-dot-closed')
      await eye.goTo(page, `/bang/${closedRoundId}`, 'contestant-bang-closed')
      const why = { vi: 'Vì sao tôi ở hạng này', en: 'Why I am in this place' }
      await page.getByRole('button', { name: why[await localeOf(page)] }).click()
      await see(page.getByRole('dialog'))
      await eye.inspect(page, 'contestant-bang-why')
    },
  )

  const standAtTheDoor = (half: 0 | 1) =>
    async function standAtTheDoor(eye: Eye) {
      const { page, expectComplaint } = await stage.visit(look)
      // No lesson has this code.
      expectComplaint(/status of 404 .*\/classroom\/find/)
      for (const [index, route] of forClass.entries())
        if (index % 2 === half) await eye.goTo(page, filled(route, { pin: '000000' }), `class-${nameOf(route)}`)
    }
  together('the door of a lesson', standAtTheDoor(0), standAtTheDoor(1))

  const takePart = (locale: Locale) =>
    async function takePart(eye: Eye) {
      const say = <T>(vi: T, en: T): T => (locale === 'vi' ? vi : en)
      const { login } = await addPerson(stage.database.pool, 'contestant', null, 'Đặng Thị Thuỳ Trâm')
      const { page } = await stage.visit({ ...look, locale, login })
      await page.goto(`/dot/${stage.places.openRoundId}`)
      await page.getByRole('button', { name: say('Bắt đầu', 'Start'), exact: true }).click()
      await give(page, 1, 'click')
      await see(paper.saved(page))
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
    }
  together('the paper', takePart('vi'), takePart('en'))

  /** Every second page, so that the two walks share them. */
  const organize = (half: 0 | 1) =>
    async function organize(eye: Eye) {
      const { contestId, openRoundId, closedRoundId, comingRoundId } = stage.places
      const { page: visitor } = await stage.visit(look)
      const { page: member } = await stage.visit({ ...look, login: 'quantri' })
      const [account] = await stage.query<{ id: string }>(`SELECT id FROM account WHERE login = 'thisinh'`)
      const [item] = await stage.query<{ id: string }>(`SELECT id FROM item ORDER BY code LIMIT 1`)
      const [document] = await stage.query<{ id: string }>(
        `SELECT d.id FROM source_document d JOIN item i ON d.id = ANY (i.basis_document_ids) ORDER BY d.number LIMIT 1`,
      )
      // Good and faulty rows, one that resembles another, and a formula.
      const batch = await sendImport(await stage.client('quantri'), stage.places.bankId, {
        name: 'De kiem tra.gift',
        content:
          'Cạnh \\\\(a\\\\) của hình vuông lạ này dài bao nhiêu? {=Một ~Hai}\n\nCạnh \\\\(a\\\\) của hình vuông lạ này là bao nhiêu? {=Một ~Hai}\n\nXếp lại? {~a ~b}\n\nGhép? {=Huế -> Bún bò =Hà Nội -> Phở =Hội An -> Cao lầu}',
      })
      const paper = await (await stage.client('quantri')).get('createPrintedPaper', {
        body: {
          title: 'Kiểm tra 15 phút',
          durationMinutes: 15,
          bankIds: [stage.places.bankId],
          blueprint: [{ topic: 'cyber-safety', level: 'recall', count: 4 }],
          codeCount: 2,
        },
      })
      const examples = {
        contestId,
        roundId: openRoundId,
        accountId: account?.id ?? '',
        itemId: item?.id ?? '',
        documentId: document?.id ?? '',
        bankId: stage.places.bankId,
        batchId: batch.id,
        paperId: paper.id,
        caseId: await caseAbout(stage.places.attemptId),
        list: 'tap-the',
      }
      // Fifty rows are one row fifty times; a few of them will do.
      const searches: Record<string, string> = {
        nguoi: '?q=thi+b',
        'cau-hoi': '?q=mat+khau&chu-de=cyber-safety&nang-luc=4.2',
        'van-ban': '?q=749',
        'ngan-hang/ma-tran': '?can=20',
        'dot/:roundId/bang': '?q=thi',
      }
      const routes = (await organizerRoutes()).filter((route) => !isForClass(route))
      const sights = [
        ...routes.map((route) => ({ path: filled(route, examples) + (searches[route] ?? ''), name: nameOf(route) })),
        { path: `dot/${comingRoundId}`, name: 'dot-to-come' },
        { path: `dot/${closedRoundId}/giai`, name: 'dot-giai-closed' },
        { path: 'khong-co-trang-nay', name: 'not-found' },
      ]
      for (const [index, { path, name }] of sights.entries())
        if (index % 2 === half)
          await eye.goTo(path === 'dang-nhap' ? visitor : member, `/admin/${path}`, `organizer-${name}`)
    }
  together("the organizers' pages", organize(0), organize(1))

  const isForClass = (route: string) => /^(lop-hoc|bo-cau-hoi|buoi-choi|man-hinh)\b/.test(route)
  /** A class, a set and a lesson of one's own: a host sees no others. */
  async function lessonOf(host: Client): Promise<{ classId: string; setId: string; lessonId: string }> {
    const { id: classId } = await host.get('createSchoolClass', { body: { name: '11A2', schoolYear: schoolYearNow() } })
    const pupils = ['Nguyễn Thị An', 'Trần Văn Bình'].map((name) => ({ name }))
    await host.get('setPupils', { params: { classId }, body: { pupils } })
    const { places } = await host.get('suggestPlaces', { body: { count: 3 } })
    const { id: setId } = await host.get('createLessonSet', {
      body: { title: 'Ôn tập cuối tuần', places: places.map(({ itemId }) => ({ itemId })) },
    })
    const { id: lessonId } = await host.get('createLesson', { body: { setId, classId, settings: {} } })
    return { classId, setId, lessonId }
  }
  const teach = (half: 0 | 1) =>
    async function teach(eye: Eye) {
      const examples = await lessonOf(await stage.client('giaovien'))
      const { page } = await stage.visit({ ...look, login: 'giaovien' })
      // The class screen is for a projector and has no head with a switch; its own stories look at it.
      const routes = (await organizerRoutes()).filter((route) => isForClass(route) && !route.startsWith('man-hinh'))
      for (const [index, route] of routes.entries())
        if (index % 2 === half) await eye.goTo(page, `/admin/${filled(route, examples)}`, `organizer-${nameOf(route)}`)
    }
  together('the pages for the classroom', teach(0), teach(1))

  stage.scene('and this spec would see it if one were not', async () => {
    const eye = new Eye()
    const { page } = await stage.visit(look)
    await page.goto('/huong-dan')
    await settled(page)
    await page.evaluate(() => {
      const image = document.createElement('img')
      image.src = '/favicon.svg'
      const faint = document.createElement('p')
      const dim = document.createElement('p')
      faint.textContent = 'Quá nhạt trên nền sáng'
      dim.textContent = 'Quá nhạt trên nền tối'
      Object.assign(faint.style, { color: '#888', width: '500px' })
      dim.style.color = '#555'
      document.querySelector('main')?.append(image, faint, dim)
    })
    await eye.inspect(page, 'contestant-with-faults')
    for (const fault of [
      /360 px, vi: image-alt at img/,
      /1280 px, vi: color-contrast at /,
      /1280 px, vi, dark: color-contrast at /,
      /pushed \d+ px sideways/,
    ])
      expect(eye.faults).toContainEqual(expect.stringMatching(fault))
  })
})
