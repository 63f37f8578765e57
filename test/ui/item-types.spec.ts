import type { Locator, Page } from 'playwright-core'
import { addPerson } from '../support/people'
import { see, settled, sidewaysScroll, tabTo, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { newTypesRound, TYPES, type TypeName, typeShown } from './support/item-types'
import { paper } from './support/paper'
import { button } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const total = TYPES.length

/** The language that a voice is told for it. */
const langOf = (thing: Locator) => thing.first().evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))

const option = (page: Page, text: string | RegExp) => page.locator('label').filter({ hasText: text })
/** One part of an item: a statement or a prompt with its own choices. */
const part = (page: Page, text: string | RegExp) => page.getByRole('radiogroup', { name: text })
/** The choice under its letter, at one prompt. */
const choice = (page: Page, prompt: RegExp, text: string) =>
  part(page, prompt).locator('label').filter({ hasText: text })
const entries = (page: Page) => page.getByRole('main').getByRole('list').locator('> li')
const handle = (row: Locator) => row.getByRole('button', { name: /vị trí|place/ })

async function entryTexts(page: Page): Promise<string[]> {
  return (await handle(page.getByRole('main')).all()).reduce<Promise<string[]>>(
    async (texts, one) => [...(await texts), ((await one.getAttribute('aria-label')) ?? '').split(':')[0] ?? ''],
    Promise.resolve([]),
  )
}

/** A finger that goes down on one thing and up again over another, with everything in between. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [begin, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!begin || !end) throw new Error('nothing to drag')
  const touch = await page.context().newCDPSession(page)
  const x = begin.x + begin.width / 2
  const [y, goal] = [begin.y + begin.height / 2, end.y + 4]
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: at }] })
  await send('touchStart', y)
  for (let step = 1; step <= 10; step++) await send('touchMove', y + ((goal - y) * step) / 10)
  // At rest before it is lifted; the browser takes a flick for scrolling and the next tap for stopping that.
  for (let rest = 0; rest < 10; rest++) {
    await new Promise((resolve) => setTimeout(resolve, 30))
    await send('touchMove', goal)
  }
  await send('touchEnd')
}

const ORDER = ['Đăng nhập', 'Điền tờ khai', 'Nộp hồ sơ', 'Nhận kết quả']

/** The order by dragging the first entry to its place, and the others by the arrows on their rows. */
async function putInOrder(page: Page): Promise<void> {
  const first = (await entryTexts(page)).indexOf(ORDER[0] as string)
  if (first > 0) {
    await drag(page, handle(entries(page).nth(first)), entries(page).first())
    await see(handle(entries(page).first()).and(page.getByRole('button', { name: /^Đăng nhập: vị trí 1/ })))
  } else await button(page, 'Giữ thứ tự này').tap()
  for (const [place, text] of ORDER.entries())
    for (let at = (await entryTexts(page)).indexOf(text); at > place; at--)
      await button(page, `Chuyển lên: ${text}`).tap()
  expect(await entryTexts(page)).toEqual(ORDER)
}

const byTapping: Record<TypeName, (page: Page) => Promise<void>> = {
  // Right.
  single: (page) => option(page, 'Một trăm').tap(),
  // Two of the three right ones, and no wrong one: two thirds.
  multiple: async (page) => {
    await option(page, 'Mật khẩu dài').tap()
    await option(page, 'Gửi mã OTP').tap()
    await option(page, 'Xác thực hai lớp').tap()
    await option(page, 'Gửi mã OTP').tap()
    await see(page.getByText('Đã chọn 2 phương án'))
  },
  truefalse: (page) => option(page, 'Sai').tap(),
  // Three of four right: half of the item.
  group: async (page) => {
    await part(page, /Điện toán/)
      .getByText('Đúng')
      .tap()
    await part(page, /Chuỗi khối/)
      .getByText('Đúng')
      .tap()
    await see(page.getByText('Đã trả lời 2 trên 4 ý.'))
    await part(page, /Dữ liệu lớn/)
      .getByText('Sai')
      .tap()
    await part(page, /Vạn vật/)
      .getByText('Sai')
      .tap()
  },
  short: async (page) => {
    await page.getByRole('textbox', { name: 'Câu trả lời của bạn' }).tap()
    // A phone's keyboard holds its last word in hand until the field is left, and nobody has to leave it.
    const keyboard = await page.context().newCDPSession(page)
    for (const text of ['tri', 'tri tue', 'tri tue nhan tao'])
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  },
  number: async (page) => {
    await page.getByRole('textbox', { name: 'Số của bạn' }).fill('20,50')
    await see(page.getByText('Đọc là 20,5 %.'))
  },
  ordering: putInOrder,
  // One of three, the others left: begun and not finished.
  matching: (page) => choice(page, /Hà Nội/, 'Thủ đô').tap(),
}

describeInBrowser('A paper with items of every type', () => {
  stage.scene(
    'is done by tapping, survives a reload, and is reviewed part by part',
    async () => {
      const { roundId, organizer } = await newTypesRound(stage)
      const { login } = await addPerson(stage.database.pool, 'contestant', null, 'Mai Thị Tám Dạng')
      const { page } = await stage.visit({ size: PHONE, login })
      await page.goto(`/dot/${roundId}`)
      await button(page, 'Bắt đầu').tap()
      const numberOf = new Map<TypeName, number>()
      for (let number = 1; number <= total; number++) {
        await see(paper.place(page, number, total))
        const name = await typeShown(page)
        numberOf.set(name, number)
        await photograph(page, `types-360-vi-${name}-blank`)
        await byTapping[name](page)
        await see(paper.saved(page))
        await photograph(page, `types-360-vi-${name}-answered`)
        expect([name, await sidewaysScroll(page)]).toEqual([name, 0])
        if (number < total) await paper.next(page).tap()
      }
      expect(numberOf.size).toBe(total)

      // --- what is begun and not finished is named, after a reload too
      await page.reload()
      await paper.road(page).tap()
      const lacking = `Câu ${numberOf.get('matching')} còn thiếu 2 ý.`
      await see(page.getByText(`Bạn đã trả lời đủ ${total} câu.`), page.getByText(lacking))
      await see(
        page.getByRole('button', { name: `Câu ${numberOf.get('group')}, đã trả lời 4/4 ý` }),
        page.getByRole('button', { name: `Câu ${numberOf.get('short')}, trả lời tri tue nhan tao` }),
        page.getByRole('button', { name: `Câu ${numberOf.get('truefalse')}, chọn Sai` }),
      )
      await photograph(page, 'types-360-vi-summary')
      await page.getByRole('button', { name: `Câu ${numberOf.get('ordering')}, đã xếp thứ tự` }).tap()
      expect(await entryTexts(page)).toEqual(ORDER)
      await paper.road(page).tap()
      await button(page, 'Nộp bài').tap()
      const dialog = page.getByRole('alertdialog', { name: 'Nộp bài?' })
      await see(dialog.getByText(lacking))
      await dialog.getByRole('button', { name: 'Nộp bài' }).tap()
      await page.waitForURL('**/ket-qua/*')
      // Single, true or false, word, number and order right; 0.66, 0.5 and 0.33 of the others.
      await see(page.getByRole('heading', { name: 'Điểm của bạn: 6,49 trên 8 điểm' }))

      // --- and after the round
      await organizer.get('closeRound', { params: { roundId } })
      // Keys are shown once no answer of anybody can count any more.
      await until(async () => {
        await page.reload()
        await settled(page)
        return page.getByRole('button', { name: /^Tất cả/ }).isVisible()
      }, 60_000)
      await page.getByRole('button', { name: /^Tất cả/ }).tap()
      const reviewed = (name: TypeName) => page.getByRole('article', { name: `Câu ${numberOf.get(name)}`, exact: true })
      for (const name of ['single', 'truefalse', 'short', 'number', 'ordering'] as const)
        await see(reviewed(name).getByText('Trả lời đúng'))
      for (const [name, share] of [
        ['multiple', '0,66'],
        ['group', '0,5'],
        ['matching', '0,33'],
      ] as const)
        await see(reviewed(name).getByText('Đúng một phần'), reviewed(name).getByText(`được ${share} / 1 câu`))
      await see(
        reviewed('short').getByText('tri tue nhan tao'),
        reviewed('number').getByText('20,50 %'),
        reviewed('group').getByRole('listitem').filter({ hasText: 'Vạn vật' }).getByText('Đáp án:'),
        reviewed('matching').getByRole('listitem').filter({ hasText: 'Đà Nẵng' }).getByText('bỏ trống'),
        reviewed('single').getByText('Giải thích một'),
        reviewed('single').getByRole('link', { name: /Luật mẫu, Điều 3/ }),
      )
      await photograph(page, 'types-360-vi-review')
      await page.evaluate(() => localStorage.setItem('thiso.locale', 'en'))
      await page.reload()
      await page.getByRole('button', { name: /^All/ }).tap()
      await see(page.getByText('0.5 of 1 question gained'))
      await photograph(page, 'types-360-en-review')
    },
    240_000,
  )

  stage.scene(
    'is done with the keyboard alone, in English',
    async () => {
      const { roundId } = await newTypesRound(stage)
      const { login } = await addPerson(stage.database.pool, 'contestant', null, 'Mai Văn Bàn Phím')
      const { page } = await stage.visit({ size: LAPTOP, login, locale: 'en' })
      const keys = page.keyboard
      await page.goto(`/dot/${roundId}`)
      await tabTo(page, button(page, 'Start'))
      await keys.press('Enter')
      const byKeys: Record<TypeName, () => Promise<void>> = {
        single: () => keys.press('b'),
        multiple: async () => {
          await keys.press('a')
          await keys.press('3')
        },
        truefalse: async () => {
          // A voice is told which language it reads: this item has its English, the others have not.
          expect(await langOf(page.getByText(/Sample three/))).toBe('en')
          await keys.press('1')
          await keys.press('ArrowRight')
          await see(page.getByRole('radio', { name: /^False/, checked: true }))
        },
        group: async () => {
          expect(await langOf(page.getByText(/Câu mẫu bốn/))).toBe('vi')
          for (const text of [/Điện toán/, /Chuỗi khối/, /Dữ liệu lớn/, /Vạn vật/]) {
            await tabTo(page, part(page, text).getByRole('radio').first())
            await keys.press('Space')
          }
          await see(page.getByText('All 4 parts answered.'))
        },
        short: async () => {
          await tabTo(page, page.getByRole('textbox', { name: 'Your answer' }))
          // Letters are letters here, not shortcuts.
          await keys.type('mabcd jk')
        },
        number: async () => {
          await tabTo(page, page.getByRole('textbox', { name: 'Your number' }))
          await keys.type('1.500')
          await see(page.getByText('Read as 1,500 or 1.5 %: either way counts if it is right.'))
        },
        ordering: async () => {
          const last = (await entryTexts(page))[3] as string
          await tabTo(page, handle(entries(page).last()))
          await keys.press('ArrowUp')
          await keys.press('ArrowUp')
          await see(page.getByRole('status').getByText(`${last}: now at place 2 of 4.`))
          expect((await entryTexts(page)).indexOf(last)).toBe(1)
          // The keyboard stays with what it moves.
          expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(last)
        },
        matching: async () => {
          await tabTo(
            page,
            part(page, /Hội An/)
              .getByRole('radio')
              .first(),
          )
          await keys.press('Space')
          await keys.press('ArrowDown')
          await see(part(page, /Hội An/).getByRole('radio', { name: /^B ?\. /, checked: true }))
        },
      }
      for (let number = 1; number <= total; number++) {
        const place = page.getByRole('heading', { name: `Question ${number} of ${total}`, exact: true })
        await see(place)
        const name = await typeShown(page)
        await byKeys[name]()
        await see(paper.saved(page))
        await see(place)
        await photograph(page, `types-1280-en-${name}`)
        // And back to blank.
        if (name === 'ordering' || name === 'short') {
          await tabTo(page, page.getByRole('button', { name: /^Clear / }))
          await keys.press('Enter')
          await see(
            name === 'short' ? page.getByRole('textbox', { name: 'Your answer' }) : button(page, 'Keep this order'),
          )
          expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
        }
        if (number === total) break
        await tabTo(page, button(page, 'Next question'))
        await keys.press('Enter')
      }
      await tabTo(page, page.getByRole('button', { name: /See all questions$/ }))
      await keys.press('Enter')
      await see(page.getByText('2 questions are not answered.'))
    },
    240_000,
  )
})
