import type { Page } from 'playwright-core'
import { schoolYearNow } from '../support/lesson'
import { see, seeNoMore, settled, sidewaysScroll, tabTo } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const RULES = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] }

/** As it comes out of a school's spreadsheet: numbers, a head, birthdays, names that differ by a mark, a namesake, a line without letters. */
const PASTED = [
  'STT\tHọ và tên\tNgày sinh',
  '1\tNguyễn Thị An\t02/03/2010',
  '2\tTrần Văn Bình\t11/09/2010',
  '3\tLê Đức Cường\t25/12/2009',
  '4\tTrần Văn Bình\t30/04/2010',
  '5\tDương Thị Thu\t11/09/2010',
  '6\tDương Thị Thư\t11/09/2010',
  '7\t---\t',
].join('\n')

const names = async (page: Page) =>
  page
    .getByRole('textbox', { name: /^Tên học sinh số \d+$/ })
    .evaluateAll((fields) => fields.map((each) => (each as HTMLInputElement).value))

const choose = (page: Page, name: string, option: string | RegExp) =>
  page
    .getByRole('combobox', { name, exact: true })
    .locator('option')
    .filter({ hasText: option })
    .first()
    .getAttribute('value')
    .then((value) => page.getByRole('combobox', { name, exact: true }).selectOption(value ?? ''))

/** As a phone and as a laptop: nothing that axe minds, nothing that can be pushed sideways; a picture of both. */
async function judged(page: Page, name: string): Promise<string[]> {
  const faults: string[] = []
  for (const size of [PHONE, LAPTOP]) {
    await page.setViewportSize(size)
    await settled(page)
    const sight = `${name} at ${size.width}`
    for (const { id, nodes } of await violationsOf(page, RULES))
      faults.push(
        ...nodes.map(({ target, failureSummary }) => `${sight}: ${id} at ${target.join(' ')}: ${failureSummary}`),
      )
    if ((await sidewaysScroll(page)) > 0) faults.push(`${sight}: can be pushed sideways`)
    await photograph(page, `lesson-preparing-${size.width}-${name}`)
  }
  return faults
}

/** Texts in fields and choices that are longer than the room they have. */
const cutOff = (page: Page, within: string) =>
  page.locator(`${within} .ts-input`).evaluateAll((all) =>
    all.flatMap((each) => {
      const style = getComputedStyle(each)
      const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const text =
        each instanceof HTMLSelectElement ? (each.selectedOptions[0]?.text ?? '') : (each as HTMLInputElement).value
      const room = each.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
      return pen.measureText(text).width > room ? [text] : []
    }),
  )

/** Where the controls of a line begin; one number where they stand on one line. */
const tops = (page: Page, within: string) =>
  page
    .locator(`${within} .ts-input`)
    .evaluateAll((all) => [...new Set(all.map((each) => Math.round(each.getBoundingClientRect().top)))])

describeInBrowser('CR-6, CR-61, CR-62: before a lesson', () => {
  stage.scene(
    'a teacher makes a class by paste, a set by suggestion with an own poll, and starts a lesson',
    async () => {
      const { page } = await stage.visit({ size: LAPTOP, login: 'giaovien' })

      // --- signing in leads to the lessons, and the menu to everything before one
      await page.goto('/admin/')
      await see(heading(page, 'Buổi chơi'), page.getByText('Không có buổi chơi nào đang mở.'))
      await link(page, 'Danh sách lớp').click()
      await see(page.getByText('Chưa có lớp nào'))

      // --- a class
      await button(page, 'Tạo lớp').first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Tạo lớp' }).click()
      await see(dialog.getByText('Nhập tên lớp.'))
      await dialog.getByRole('textbox', { name: 'Tên lớp' }).fill('11A2')
      await dialog.getByRole('combobox', { name: 'Khối' }).selectOption('11')
      await dialog.getByRole('button', { name: 'Tạo lớp' }).click()
      await see(heading(page, 'Lớp 11A2'))

      // --- its pupils by paste: what was read, who is a namesake, and what was left out, with why
      await field(page, 'Danh sách, mỗi dòng một học sinh').fill(PASTED)
      await button(page, 'Đọc danh sách').click()
      await see(page.getByText('Đọc được 6 tên'), page.getByText('1 tên bị trùng: đã thêm (2) để phân biệt'))
      await see(page.getByText('1 dòng không phải tên'), page.getByText(/không có chữ nào/))
      const other = field(page, 'Bạn trùng tên Trần Văn Bình')
      expect(await other.inputValue()).toBe('Trần Văn Bình (2)')
      await other.fill('trần văn bình')
      await see(page.getByText('Trùng tên với số 2. Thêm chữ đệm hoặc số, như (2), để phân biệt.'))
      expect(await button(page, 'Thêm 6 học sinh vào lớp').isDisabled()).toBe(true)
      await other.fill('Trần Văn Bình B')
      expect(await names(page)).toEqual([])
      await button(page, 'Thêm 6 học sinh vào lớp').click()
      await see(page.getByText('Đã thêm 6 học sinh.'))
      expect(await names(page)).toEqual([
        'Nguyễn Thị An',
        'Trần Văn Bình',
        'Lê Đức Cường',
        'Trần Văn Bình B',
        'Dương Thị Thu',
        'Dương Thị Thư',
      ])
      // Both notes stay until they are put away.
      await page.getByRole('tab', { name: 'Gõ tên' }).click()
      const notes = page.locator('.ts-banner')
      const sameNote = notes.filter({ hasText: 'Đã thêm 1 bạn trùng tên, phân biệt là: Trần Văn Bình B.' })
      const leftNote = notes.filter({ hasText: 'Không thêm 1 dòng không phải tên' })
      await see(sameNote, leftNote.getByText('không có chữ nào'))
      for (const note of [sameNote, leftNote]) {
        await note.getByRole('button', { name: 'Đóng' }).click()
        await seeNoMore(note)
      }

      // --- a namesake who comes later is offered with a number
      await field(page, 'Họ và tên').fill('Nguyễn Thị An')
      await button(page, 'Thêm vào lớp').click()
      await see(page.getByText(/^.*Số 1 đã có tên này\. Nếu là bạn khác trùng tên/))
      await button(page, 'Thêm “Nguyễn Thị An (2)”').click()
      await see(page.getByText('Đã thêm 1 học sinh.'))
      expect((await names(page)).at(-1)).toBe('Nguyễn Thị An (2)')
      for (const name of ['Nguyễn Thị An (2)', 'Dương Thị Thư', 'Dương Thị Thu', 'Trần Văn Bình B'])
        await button(page, `Bỏ ${name}`).click()
      await button(page, 'Lưu danh sách').click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Lưu và bỏ' }).click()
      await see(page.getByText('Đã lưu danh sách 3 học sinh.'))

      // --- order by keyboard, extra time, a name that is there twice is said at once
      await tabTo(page, page.getByRole('button', { name: /^Lê Đức Cường, số 3 trong 3/ }), 80)
      await page.keyboard.press('ArrowUp')
      expect(await names(page)).toEqual(['Nguyễn Thị An', 'Lê Đức Cường', 'Trần Văn Bình'])
      await choose(page, 'Thêm giờ cho Trần Văn Bình', '+25%')
      await field(page, 'Tên học sinh số 2').fill('Nguyễn Thị An')
      await see(page.getByText('Trùng tên với số 1. Thêm chữ đệm hoặc số, như (2), để phân biệt.'))
      await button(page, 'Lưu danh sách').click()
      await see(page.getByText('Còn 1 dòng cần sửa. Những gì bạn đã nhập vẫn còn.'))
      await field(page, 'Tên học sinh số 2').fill('Lê Đức Cường')
      await button(page, 'Lưu danh sách').click()
      await see(page.getByText('Đã lưu danh sách 3 học sinh.'))
      await seeNoMore(page.getByText('Danh sách có thay đổi chưa lưu.'))
      await page.reload()
      await see(page.getByRole('textbox', { name: 'Tên học sinh số 3' }))
      expect(await names(page)).toEqual(['Nguyễn Thị An', 'Lê Đức Cường', 'Trần Văn Bình'])
      expect(await page.getByRole('combobox', { name: 'Thêm giờ cho Trần Văn Bình' }).inputValue()).toBe('25')

      // --- a sheet of the school: who is in the class already is not added again
      await page.getByRole('tab', { name: 'Từ tệp' }).click()
      await page.getByLabel('Tệp danh sách (.xlsx hoặc .csv)').setInputFiles({
        name: 'lop-11a2.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('STT,Họ và tên,Ngày sinh\n1,Nguyễn Thị An,02/03/2010\n2,Phan Thanh Giản,01/01/2010\n'),
      })
      await see(page.getByText('1 tên đã có trong lớp nên không thêm lại: Nguyễn Thị An.'))
      await button(page, 'Thêm 1 học sinh vào lớp').click()
      await see(page.getByRole('textbox', { name: 'Tên học sinh số 4' }))

      // --- a set in two clicks: the level, the topic
      await link(page, 'Bộ câu hỏi').click()
      await page.getByRole('radio', { name: 'THCS' }).check({ force: true })
      await link(page, 'An toàn mạng').click()
      await see(page.getByText('Các câu (10)'))
      expect(await field(page, 'Tên bộ').inputValue()).toBe('An toàn mạng – THCS')

      // --- what a pupil will see, an own time, a section
      await button(page, 'Xem và sửa câu 1').click()
      await see(page.getByText('Học sinh thấy trên điện thoại'))
      await page.getByRole('radio', { name: 'Tự đặt' }).check({ force: true })
      await field(page, 'Số giây').fill('40')
      await field(page, /^Mở phần mới từ câu này/).fill('Khởi động')
      await see(page.getByRole('heading', { name: 'Khởi động', level: 3 }), page.getByText(/· 40 giây · 1 điểm/))

      // --- an own poll; what is missing is said where it is missing, and nothing is lost
      await button(page, 'Bình chọn').click()
      await button(page, 'Lưu và chơi').click()
      await see(page.getByText('Viết câu hỏi.'), page.getByText('Viết ít nhất hai lựa chọn khác nhau.'))
      await field(page, 'Câu hỏi cho cả lớp').fill('Em đã từng gặp tin giả chưa?')
      await field(page, 'Lựa chọn A').fill('Rồi')
      await field(page, 'Lựa chọn B').fill('Chưa')
      await button(page, 'Đưa lên: Em đã từng gặp tin giả chưa?').click()
      await button(page, 'Lưu và chơi').click()

      // --- how it is played: pupils of a class come in by their names
      await see(heading(page, 'Bắt đầu buổi chơi'))
      expect(await page.getByRole('radio', { name: /^Tên trong danh sách lớp/ }).isDisabled()).toBe(true)
      await choose(page, 'Lớp', /^11A2 \(4 học sinh\)/)
      expect(await page.getByRole('radio', { name: /^Tên trong danh sách lớp/ }).isChecked()).toBe(true)
      expect(await page.getByRole('radio', { name: /^Chơi nhanh/ }).isChecked()).toBe(true)
      await page.getByRole('radio', { name: /^Chỉ tính đúng/ }).check({ force: true })
      expect(await page.getByRole('radio', { name: /^Chơi nhanh/ }).isChecked()).toBe(false)
      await button(page, 'Mở phòng chờ').click()
      await page.waitForURL('**/admin/man-hinh/*')
      const lessonId = page.url().split('/').at(-1) ?? ''
      const teacher = await stage.client('giaovien')
      const lesson = await teacher.get('lesson', { params: { lessonId } })
      expect(lesson.className).toBe('11A2')
      expect(lesson.settings).toMatchObject({ mode: 'individual', scoring: 'right-only', names: 'roster', until: null })
      expect(lesson.step).toMatchObject({ phase: 'lobby', placeCount: 11 })
      const [set] = (await teacher.get('lessonSets')).sets
      const { places } = await teacher.get('lessonSet', { params: { setId: set?.id as string } })
      expect(places[0]).toMatchObject({ isOwnLimit: true, limitS: 40, section: 'Khởi động' })
      expect(places[9]).toMatchObject({ kind: 'poll', choices: ['Rồi', 'Chưa'] })

      // --- it stands among the lessons with its code, and can be given up before anybody came
      await page.goto('/admin/buoi-choi')
      await see(page.getByText('Phòng chờ', { exact: true }))
      await see(page.getByText(new RegExp(`${lesson.pin?.slice(0, 3)}\\s${lesson.pin?.slice(3)}`)))
      await page.getByRole('button', { name: /^Xóa buổi/ }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Xóa buổi chơi' }).click()
      await see(page.getByText('Không có buổi chơi nào đang mở.'))
    },
  )

  stage.scene('a set whose items went is told what to do, and homework ends at its day', async () => {
    const teacher = await stage.client('giaovien')
    const { places } = await teacher.get('suggestPlaces', { body: { count: 3 } })
    const set = await teacher.get('createLessonSet', {
      body: { title: 'Ôn tập', places: places.map(({ itemId }) => ({ itemId })) },
    })
    await stage.query(`UPDATE item SET state = 'retired' WHERE id = $1`, [places[1]?.itemId])
    const { page, expectComplaint } = await stage.visit({ size: LAPTOP, login: 'giaovien' })

    await page.goto(`/admin/buoi-choi/moi?bo=${set.id}`)
    await see(page.getByText(/^.*1 câu của bộ này hiện không chơi được/))
    await link(page, 'Sửa bộ').click()
    await see(page.getByText(/1 câu trong bộ hiện không chơi được/), page.getByText(/Câu này đã ngừng dùng/))
    await button(page, 'Thay câu khác').click()
    const picker = page.getByRole('dialog')
    await see(picker.getByRole('listitem').first())
    await picker.getByRole('combobox', { name: 'Dạng câu' }).selectOption('single-choice')
    await settled(page)
    await picker
      .getByRole('button', { name: /^Xem câu: / })
      .first()
      .click()
    await see(picker.getByText('Học sinh thấy trên điện thoại'))
    await picker
      .getByRole('button', { name: /^Dùng câu này: / })
      .first()
      .click()
    await seeNoMore(page.getByText(/Câu này đã ngừng dùng/))

    // --- order by dragging: the first below the second
    const labelAt = async (number: number) =>
      (await page.getByRole('button', { name: new RegExp(`^Câu ${number} trong 3: `) }).getAttribute('aria-label')) ??
      ''
    const stemIn = (label: string) => label.replace(/^Câu \d trong 3: /, '')
    const dragged = stemIn(await labelAt(1))
    const grip = await page.getByRole('button', { name: /^Câu 1 trong 3: / }).boundingBox()
    const below = await page.getByRole('button', { name: /^Câu 2 trong 3: / }).boundingBox()
    if (!grip || !below) throw new Error('the list has no handles')
    await page.mouse.move(grip.x + 12, grip.y + 12)
    await page.mouse.down()
    await page.mouse.move(grip.x + 12, below.y + 60, { steps: 10 })
    await page.mouse.up()
    await see(page.getByText('Câu đã chuyển tới vị trí 2.'))
    expect(stemIn(await labelAt(2))).toBe(dragged)

    await button(page, 'Lưu').click()
    await see(page.getByText('Đã lưu bộ “Ôn tập”.'))
    expect((await teacher.get('lessonSet', { params: { setId: set.id } })).places[1]?.itemId).toBe(places[0]?.itemId)

    // --- as a file to another server and back: once, however often it is taken in
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Tải bộ thành tệp').click()])
    expect(download.suggestedFilename()).toMatch(/\.json$/)
    const carried = await download.path()
    await link(page, 'Bộ câu hỏi').first().click()
    await page.getByLabel('Tệp bộ câu hỏi của Thi Số').setInputFiles(carried)
    await see(page.getByText('Bộ “Ôn tập” đã có ở đây nên không thêm lần nữa.'))
    expectComplaint(/status of 400 .*\/classroom\/sets\/files/)
    await page
      .getByLabel('Tệp bộ câu hỏi của Thi Số')
      .setInputFiles({ name: 'anh.json', mimeType: 'application/json', buffer: Buffer.from('không phải') })
    await see(page.getByText(/^Không đọc được tệp này: không phải tệp bộ câu hỏi/))
    await link(page, 'Ôn tập').click()
    await link(page, 'Chơi bộ này').click()

    // --- homework: a deadline that has passed is refused at its field
    await page.getByRole('radio', { name: /^Bài về nhà Một tuần/ }).check({ force: true })
    const deadline = page.getByRole('textbox', { name: 'Hạn nộp' })
    const preset = await deadline.inputValue()
    expect(preset).toMatch(/^\d\d\/\d\d\/\d{4} 21:00$/)
    await deadline.fill('01/01/2026 08:00')
    await button(page, 'Mở bài').click()
    await see(page.getByText('Chọn hạn nộp ở sau lúc này.'))
    await deadline.fill(preset)
    await button(page, 'Mở bài').click()
    // Open at once: the address and the code to hand out, and nothing more to start.
    await page.waitForURL('**/admin/buoi-choi')
    await see(page.getByText(/^Đã mở bài “Ôn tập”\./))
    const [head] = (await teacher.get('lessons', { query: { state: 'running' } })).rows
    const lesson = await teacher.get('lesson', { params: { lessonId: head?.id ?? '' } })
    expect([lesson.settings.mode, lesson.step.phase]).toEqual(['homework', 'open'])
    await see(page.getByRole('link', { name: lesson.door?.url ?? '' }), button(page, 'Chép địa chỉ'))

    // Who changes the device asks; the list lets in.
    const pupil = await stage.client()
    const seat = (device: string) =>
      pupil.get('takeSeat', { body: { pin: lesson.pin ?? '', name: 'Nguyễn An', device: device.padEnd(24, '-') } })
    await seat('dien-thoai-cu')
    const asked = await seat('dien-thoai-moi')
    const code = asked.kind === 'asked' ? asked.code : ''
    await see(page.getByText(`“Nguyễn An” xin vào từ máy khác, mã ${code}`))
    expect(await judged(page, 'vi-homework-asked')).toEqual([])
    // A request that nobody repeats lapses.
    await seat('dien-thoai-moi')
    await button(page, /^Cho vào: Nguyễn An, mã/).click()
    await seeNoMore(page.getByText(/xin vào từ máy khác/))
    expect((await seat('dien-thoai-moi')).kind).toBe('seated')
    expect(Date.parse(lesson.settings.until ?? '')).toBeGreaterThan(Date.now() + 6 * 86_400_000)
  })

  stage.scene('whoever works in the panel finds the classroom in its menu', async () => {
    for (const login of ['giaovien', 'bantochuc', 'quantri']) {
      const { page } = await stage.visit({ size: LAPTOP, login })
      await page.goto('/admin/')
      const menu = page.getByRole('group', { name: 'Lớp học' })
      for (const name of ['Danh sách lớp', 'Bộ câu hỏi', 'Buổi chơi']) {
        await menu.getByRole('link', { name, exact: true }).click()
        await see(page.getByRole('heading', { name, level: 1, exact: true }))
      }
    }
    const { page } = await stage.visit({ size: LAPTOP, login: 'thisinh' })
    await page.goto('/admin/man-hinh/00000000-0000-4000-8000-000000000000')
    await see(heading(page, 'Đây là trang của ban tổ chức và giáo viên'))
  })

  for (const locale of ['vi', 'en'] as const)
    stage.scene(`each page is for everybody, in ${locale}`, async () => {
      const say = <T>(vi: T, en: T): T => (locale === 'vi' ? vi : en)
      const teacher = await stage.client('giaovien')
      const school = await teacher.get('createSchoolClass', {
        body: { name: say('11A2 chuyên Tin', '10 Blue'), grade: 11, schoolYear: schoolYearNow() },
      })
      const pupils = Array.from({ length: 12 }, (_, at) => ({
        name:
          at === 5
            ? 'Công Tằng Tôn Nữ Thị Diễm Quỳnh Hương'
            : `Nguyễn Hoàng Phương Thảo ${String.fromCharCode(65 + at)}`,
        extraPercent: at === 3 ? 50 : 0,
      }))
      await teacher.get('setPupils', { params: { classId: school.id }, body: { pupils } })
      await teacher.get('createBank', { body: { name: say('Tin học 8 của tôi', 'My items for grade 8') } })
      const { places } = await teacher.get('suggestPlaces', { body: { count: 6, grade: 8 } })
      const set = await teacher.get('createLessonSet', {
        body: {
          title: say('An toàn mạng cho học sinh lớp 8 trước kỳ nghỉ hè', 'Staying safe online before the holidays'),
          places: [
            ...places.map(({ itemId }, at) => ({ itemId, section: at === 3 ? 'Tăng tốc' : '' })),
            { kind: 'poll', prompt: 'Em dùng mạng xã hội nào nhiều nhất?', choices: ['Zalo', 'Facebook', 'TikTok'] },
          ],
        },
      })
      await teacher.get('createLesson', { body: { setId: set.id, classId: school.id, settings: {} } })
      const { page } = await stage.visit({ size: LAPTOP, login: 'giaovien', locale, isDesktop: true, isStill: true })
      const faults: string[] = []
      const look = async (name: string) => void faults.push(...(await judged(page, `${locale}-${name}`)))

      await page.goto('/admin/lop-hoc')
      await see(link(page, school.name))
      await look('classes')
      await page.goto(`/admin/lop-hoc/${school.id}`)
      await field(page, say('Danh sách, mỗi dòng một học sinh', 'The list, one pupil a line')).fill(PASTED)
      await button(page, say('Đọc danh sách', 'Read the list')).click()
      await see(page.getByText(say('Đọc được 6 tên', '6 names read')))
      await button(page, say(/^Bỏ Nguyễn .* C$/, /^Take Nguyễn .* C out$/)).click()
      await look('class')
      expect(await cutOff(page, '.classes-pupil')).toEqual([])

      await page.goto('/admin/bo-cau-hoi')
      await see(link(page, set.title))
      await look('sets')
      await page.goto(`/admin/bo-cau-hoi/${set.id}`)
      await button(page, say('Xem và sửa câu 1', 'View and edit number 1')).click()
      await look('set-item')
      expect(await tops(page, '.sets-head')).toHaveLength(1)
      await button(page, say('Xem và sửa câu 7', 'View and edit number 7')).click()
      await look('set-poll')
      await button(page, say('Chọn câu từ ngân hàng', 'Choose from the banks')).click()
      await see(page.getByRole('dialog').getByRole('listitem').first())
      await look('picker')
      // The bank is new, so there is nothing in it.
      await choose(page, say('Ngân hàng', 'Bank'), say('Chỉ ngân hàng của tôi', 'My banks only'))
      await see(page.getByRole('dialog').getByText(say(/^Không có câu nào khớp/, /^Nothing matches/)))
      await page.keyboard.press('Escape')
      await button(page, say('Gợi ý câu', 'Suggest items')).click()
      await look('suggest')

      await page.goto(`/admin/buoi-choi/moi?bo=${set.id}&lop=${school.id}`)
      await page
        .getByRole('radio', { name: say(/^Rung chuông vàng/, /^Golden Bell/) })
        .first()
        .check({ force: true })
      await page.getByText(say('Cài đặt khác', 'More settings')).click()
      await look('start')
      expect(await tops(page, '.start-what')).toHaveLength(1)
      await page.goto('/admin/buoi-choi')
      await see(page.getByText(say('Phòng chờ', 'Lobby'), { exact: true }))
      await look('lessons')
      expect(faults).toEqual([])
    })
})
