import type { Page } from 'playwright-core'
import { see, seeNoMore, settled, sidewaysScroll, tabTo } from './support/act'
import { describeInBrowser } from './support/chromium'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const shot = (page: Page, name: string, options?: { whole: boolean }) =>
  photograph(page, `item-bank-1280-vi-${name}`, options)

const BANK = 'Ngân hàng tổ Tin học'
const STEM = 'Theo Luật Chuyển đổi số 2025, việc nào sau đây KHÔNG đúng?'
const OPTIONS = ['Lấy người dùng làm trung tâm', 'Chia sẻ dữ liệu', 'Giữ dữ liệu cho riêng mình', 'Bảo đảm an toàn']

const choose = (page: Page, name: string, option: string) =>
  page.getByRole('combobox', { name, exact: true }).selectOption(option)

/** Several lines at once, as they come from a paper in another program. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

/** A document of the demo that is in force and on which nothing rests yet, with what it is called in lists. */
async function freeDocument(): Promise<{ id: string; number: string }> {
  const [document] = await stage.query<{ id: string; number: string }>(
    `SELECT d.id, d.number FROM source_document d
     WHERE d.number <> '' AND d.in_force_to IS NULL AND d.in_force_from < '2026-01-01'
       AND NOT EXISTS (SELECT 1 FROM item i WHERE d.id = ANY (i.basis_document_ids))
     ORDER BY d.number LIMIT 1`,
  )
  if (!document) throw new Error('the demo has no document on which nothing rests')
  return document
}

describeInBrowser('The item bank', () => {
  let itemUrl = ''
  let code = ''

  stage.scene(
    'a teacher writes an item by keyboard, a second person approves it, its document is replaced',
    async () => {
      const source = await freeDocument()
      const { page } = await stage.visit({ size: LAPTOP, login: 'giaovien' })

      // --- a teacher comes in to the lessons and the item bank, and to nothing else
      await page.goto('/admin/')
      await see(heading(page, 'Buổi chơi'), link(page, 'Văn bản nguồn'))
      expect(await link(page, 'Cuộc thi').count()).toBe(0)
      await page.goto('/admin/nguoi')
      await see(heading(page, 'Phần này của ban tổ chức'))
      await link(page, 'Ngân hàng').click()
      await button(page, 'Tạo ngân hàng').first().click()
      await page.getByRole('dialog').getByRole('textbox', { name: 'Tên ngân hàng' }).fill(BANK)
      await page.keyboard.press('Enter')
      await see(heading(page, BANK), page.getByText('Ngân hàng chưa có câu nào'))
      await shot(page, '01-bank')

      // --- writing, with no mouse from the stem on
      await link(page, 'Soạn câu hỏi').first().click()
      await see(heading(page, 'Soạn câu hỏi'))
      await choose(page, 'Chủ đề', 'Chính sách quốc gia')
      await choose(page, 'Mức độ', 'Thông hiểu')
      await tabTo(page, field(page, 'Phần dẫn'))
      const [before, loud, after] = STEM.split(/(KHÔNG)/) as [string, string, string]
      await page.keyboard.type(before)
      await page.keyboard.press('Control+b')
      await page.keyboard.type(loud)
      await page.keyboard.press('Control+b')
      await page.keyboard.type(after)
      await tabTo(page, field(page, 'Phương án A'))
      await paste(page, OPTIONS.map((option, index) => `${'ABCD'[index]}. ${option}`).join('\n'))
      await see(field(page, 'Phương án D').getByText('Bảo đảm an toàn'))
      await tabTo(page, field(page, 'Phương án C'))
      await page.keyboard.press('Alt+Enter')
      expect(await page.getByRole('radio', { name: 'Đáp án đúng là C' }).isChecked()).toBe(true)
      // The preview is a contestant's paper: the same words, bold where they are, nothing chosen.
      const preview = page.getByRole('region', { name: 'Thí sinh sẽ thấy' })
      await see(preview.getByText(loud, { exact: true }), preview.getByText('Giữ dữ liệu cho riêng mình'))
      expect(await preview.getByRole('radio', { checked: true }).count()).toBe(0)
      await see(page.getByRole('region', { name: 'Kiểm tra chất lượng' }).getByText(/Chưa có nguồn/))
      await shot(page, '02-writing')

      // --- saving what is not whole names what is missing, and keeps what was typed
      await field(page, 'Phương án B').press('Control+a')
      await page.keyboard.press('Delete')
      await page.keyboard.press('Control+Enter')
      await see(page.getByText('Hãy viết dòng này, hoặc bỏ nó đi.'))
      expect(await field(page, 'Phương án B').evaluate((box) => box === document.activeElement)).toBe(true)
      await page.keyboard.type('Chia sẻ dữ liệu < 1 lần & an toàn')
      await field(page, 'Giải thích').fill('Luật khuyến khích chia sẻ dữ liệu để phục vụ người dân.')

      // --- a source that the item rests on
      const documents = page.getByRole('combobox', { name: 'Thêm văn bản' })
      await documents.fill(source.number.toLowerCase())
      await see(page.getByRole('listbox').getByRole('option').filter({ hasText: source.number }))
      await page.keyboard.press('Enter')
      await page.getByRole('radio', { name: /^Căn cứ/ }).check()
      await page.getByRole('textbox', { name: 'Chỗ trong nguồn' }).fill('Điều 4')
      await page.keyboard.press('Control+Enter')
      await see(page.getByText(/^Đã lưu câu NP-\d+\.$/), page.getByRole('heading', { name: /^Câu NP-\d+$/ }))
      itemUrl = new URL(page.url()).pathname
      code = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Câu ', '')
      await see(page.getByText('Chia sẻ dữ liệu < 1 lần & an toàn'), page.getByText('Đáp án đúng'))
      await shot(page, '03-item')
      const [stored] = await stage.query<{ question: { stem: string; options: string[] } }>(
        `SELECT v.question FROM item_version v JOIN item i ON i.id = v.item_id WHERE i.code = $1`,
        [code],
      )
      expect(stored?.question.stem).toBe(`${before}<b>${loud}</b>${after}`)
      expect(stored?.question.options[1]).toBe('Chia sẻ dữ liệu &lt; 1 lần &amp; an toàn')

      // --- the author submits, and cannot approve
      await button(page, 'Gửi duyệt').click()
      await see(page.getByText(/Bạn là người viết nên không tự duyệt câu này\./))
      expect(await button(page, 'Duyệt').count()).toBe(0)

      // --- an organizer sends it back, then approves it
      const { page: second } = await stage.visit({ size: LAPTOP, login: 'bantochuc' })
      await second.goto('/admin/cau-hoi?trang-thai=in_review')
      await second.getByRole('rowheader').filter({ hasText: 'Theo Luật Chuyển đổi số 2025' }).getByRole('link').click()
      await see(second.getByRole('heading', { name: `Câu ${code}` }))
      await button(second, 'Trả lại để sửa').click()
      const asking = second.getByRole('alertdialog', { name: `Trả câu ${code} về để sửa?` })
      await asking.getByRole('button', { name: 'Trả lại để sửa' }).click()
      await see(asking.getByText('Hãy viết điều cần sửa.'))
      await asking.getByRole('textbox').fill('Phương án B khó hiểu.')
      await asking.getByRole('button', { name: 'Trả lại để sửa' }).click()
      await see(second.getByText(`Câu ${code}: Bản nháp.`), second.getByText('Phương án B khó hiểu.'))

      await page.reload()
      await see(page.getByText('Phương án B khó hiểu.'))
      await link(page, 'Sửa câu này').click()
      await field(page, 'Phương án B').fill('Chia sẻ dữ liệu dùng chung')
      await button(page, 'Lưu').click()
      await button(page, 'Gửi duyệt').click()
      await see(page.getByText('Chờ duyệt').first())

      await second.reload()
      await button(second, 'Duyệt').click()
      await see(second.getByText(`Câu ${code}: Đã duyệt.`))
      await second.getByRole('tab', { name: 'Dấu vết' }).click()
      await see(second.getByText('xem câu cùng đáp án').first(), second.getByText('soạn câu này'))
      await shot(second, '04-approved')

      // --- the document is replaced: what that will do is said before, and the item is found afterwards
      await link(second, 'Văn bản nguồn').click()
      await second.getByRole('searchbox', { name: 'Tìm văn bản' }).fill(source.number)
      await second.getByRole('rowheader').filter({ hasText: source.number }).first().getByRole('link').click()
      await see(second.getByText(/, trong đó 1 câu lấy làm căn cứ\.$/))
      await link(second, 'Sửa').click()
      const successor = second.getByRole('combobox', { name: 'Được thay thế bởi' })
      await successor.fill('luat chuyen doi so')
      await see(second.getByRole('listbox').getByRole('option').first())
      await second.keyboard.press('Enter')
      await see(second.getByText(/1 câu hỏi lấy văn bản này làm căn cứ\./))
      const lastDay = second.getByRole('group', { name: 'Hết hiệu lực sau ngày' })
      for (const [part, text] of Object.entries({ Ngày: '31', Tháng: '12', Năm: '2025' }))
        await lastDay.getByLabel(part, { exact: true }).fill(text)
      await shot(second, '05-document')
      await button(second, 'Lưu').click()
      await link(second, 'Xem các câu cần xem lại').click()
      await see(second.getByText('1 câu', { exact: true }), second.getByText('Văn bản hết hiệu lực'))
      await shot(second, '06-flagged')

      // --- the author looks at it and says that it is still true
      await page.goto('/admin/cau-hoi?can-xem-lai=own')
      await page.getByRole('rowheader').filter({ hasText: 'Theo Luật Chuyển đổi số 2025' }).getByRole('link').click()
      await see(page.getByText('Câu này cần được xem lại'))
      await button(page, 'Xác nhận vẫn đúng').click()
      const confirming = page.getByRole('alertdialog', { name: 'Câu này vẫn đúng?' })
      await confirming.getByRole('textbox').fill('Luật mới giữ nguyên nội dung này.')
      await shot(page, '07-confirm', { whole: false })
      await confirming.getByRole('button', { name: 'Xác nhận vẫn đúng' }).click()
      await see(page.getByText('Đã xác nhận câu vẫn đúng.'), page.getByText('Luật mới giữ nguyên nội dung này.'))
      await seeNoMore(page.getByText('Câu này cần được xem lại'))
    },
  )

  stage.scene('two people change one item: nothing that was typed is lost, and the difference is shown', async () => {
    const { page: first } = await stage.visit({ size: LAPTOP, login: 'bantochuc' })
    const { page: second, expectComplaint } = await stage.visit({ size: LAPTOP, login: 'quantri' })
    await first.goto(`${itemUrl}/sua`)
    await second.goto(`${itemUrl}/sua`)
    await field(second, 'Phương án A').fill('Đặt người dân vào trung tâm')
    await field(first, 'Phương án A').fill('Lấy người dân làm trung tâm')
    await button(first, 'Lưu').click()
    await first.waitForURL(`**${itemUrl}`)
    // The API's refusal is part of the story.
    expectComplaint(/409/)
    await button(second, 'Lưu').click()
    await see(second.getByText('Người khác vừa sửa câu này'), second.locator('ins').getByText('dân'))
    expect(await field(second, 'Phương án A').innerText()).toBe('Đặt người dân vào trung tâm')
    await shot(second, '08-conflict')
    await button(second, 'Lưu bản của tôi đè lên').click()
    await second.waitForURL(`**${itemUrl}`)
    await see(second.getByText('Đặt người dân vào trung tâm'))
  })

  stage.scene('an organizer finds, chooses and changes many items by keyboard, and takes it back', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc' })
    const levels = () =>
      stage.query<{ level: string; count: string }>(
        `SELECT level, count(*) FROM item WHERE topic = 'quang-nam' GROUP BY level ORDER BY level`,
      )
    const before = await levels()
    await page.goto('/admin/cau-hoi')
    await choose(page, 'Chủ đề', 'Quảng Nam')
    await button(page, /^Bộ lọc/).click()
    await choose(page, 'Mức độ', 'Vận dụng cao')
    await see(page.getByText('Chủ đề: Quảng Nam'), page.getByText('Mức độ: Vận dụng cao'))
    await settled(page)
    expect(new URL(page.url()).search).toBe('?chu-de=quang-nam&muc-do=apply-high')

    await button(page, 'Lưu bộ lọc này').click()
    await field(page, 'Tên bộ lọc').fill('Quảng Nam khó')
    await page.keyboard.press('Enter')
    await see(link(page, 'Quảng Nam khó'))

    // Three rows: the first by its letter, the others as a range.
    await page.locator('tbody tr').first().focus()
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+X')
    await see(page.getByText('Đã chọn 3 câu'))
    await shot(page, '09-chosen', { whole: false })
    await button(page, 'Sửa hàng loạt').click()
    const dialog = page.getByRole('dialog', { name: 'Sửa 3 câu một lượt' })
    await dialog.getByRole('button', { name: 'Áp dụng cho 3 câu' }).click()
    await see(dialog.getByText('Chưa chọn thay đổi nào.'))
    await dialog.getByRole('combobox', { name: 'Mức độ' }).selectOption('Vận dụng')
    await dialog.getByRole('button', { name: 'Áp dụng cho 3 câu' }).click()
    await see(page.getByText('Đã sửa 3 câu.'))
    expect(await levels()).not.toEqual(before)
    await button(page, 'Hoàn tác').click()
    await see(page.getByText('Đã hoàn tác 3 câu.'))
    expect(await levels()).toEqual(before)
    await button(page, 'Các lần sửa hàng loạt').click()
    await see(
      page.getByRole('dialog').getByText('Mức độ: Vận dụng'),
      page.getByRole('dialog').getByText(/^Đã hoàn tác/),
    )
    await page.keyboard.press('Escape')

    // Letters do nothing once they are turned off; the space bar still chooses.
    await button(page, 'Phím tắt').click()
    await page.getByRole('checkbox', { name: 'Dùng phím tắt một chữ' }).uncheck()
    await page.keyboard.press('Escape')
    await page.locator('tbody tr').first().focus()
    await page.keyboard.press('x')
    expect(await page.getByText(/^Đã chọn/).count()).toBe(0)
    await page.keyboard.press(' ')
    await see(page.getByText('Đã chọn 1 câu'))
  })

  stage.scene('each type can be written, changed into another and back, and read by a phone', async () => {
    const { page } = await stage.visit({ size: PHONE, login: 'bantochuc' })
    await page.goto('/admin/cau-hoi/moi')
    await see(heading(page, 'Soạn câu hỏi'))
    await field(page, 'Phần dẫn').fill('Con số nào đúng?')
    for (const [index, text] of ['7', '8', '9', '10'].entries())
      await field(page, `Phương án ${'ABCD'[index]}`).fill(text)
    await page.getByRole('radio', { name: 'Đáp án đúng là B' }).check()
    const wide: string[] = []
    for (const [type, sign] of [
      ['Nhiều lựa chọn', page.getByRole('checkbox', { name: 'B là đáp án đúng', checked: true })],
      ['Đúng – sai', page.getByRole('radio', { name: 'Sai' })],
      ['Nhóm ý đúng – sai', field(page, 'Ý b')],
      ['Trả lời ngắn', field(page, 'Câu trả lời 1')],
      ['Điền số', field(page, 'Con số đúng')],
      ['Sắp thứ tự', field(page, 'Mục 4')],
      ['Ghép đôi', field(page, 'Vế phải 1')],
      ['Một lựa chọn', page.getByRole('radio', { name: 'Đáp án đúng là B', checked: true })],
    ] as const) {
      await choose(page, 'Dạng câu', type)
      await see(sign)
      if ((await sidewaysScroll(page)) > 0) wide.push(type)
      await photograph(page, `item-bank-360-vi-type-${wide.length}-${type}`)
    }
    expect(wide).toEqual([])
    expect(await field(page, 'Phương án D').innerText()).toBe('10')
  })
})
