import type { Page } from 'playwright-core'
import { sendFile } from '../support/uploads'
import { docxOf } from '../support/zip'
import { see, seeNoMore, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const BANK = 'Đề thi thử của cô Hương'
const shot = (page: Page, name: string, options?: { whole: boolean }) => photograph(page, `import-${name}`, options)

/** Forty questions that do not resemble each other, as a teacher has them in Word; 7, 19 and 33 are faulty. */
const SUBJECTS =
  'chữ ký số|căn cước điện tử|dịch vụ công|hoá đơn điện tử|mật khẩu mạnh|xác thực hai lớp|lừa đảo qua tin nhắn|sao lưu ảnh|điện toán đám mây|trí tuệ nhân tạo|Internet vạn vật|dữ liệu mở|học trực tuyến|sổ sức khoẻ|bản đồ số|thanh toán mã vạch|ví điện tử|thương mại trên mạng|hợp tác xã số|nông nghiệp thông minh|du lịch Hội An|làng nghề Phước Kiều|thư viện số|toà soạn hội tụ|hội nghị truyền hình|chuyển phát nhanh|quyền riêng tư|tin giả|bản quyền phần mềm|rác thải điện tử|nghiện mạng xã hội|bắt nạt trên mạng|lập trình khối|bảng tính|trình chiếu|thư điện tử|họp tổ dân phố|chính quyền xã|tổ công nghệ số cộng đồng|đoàn thanh niên'.split(
    '|',
  )
const PLACES =
  'Tam Kỳ|Hội An|Điện Bàn|Đại Lộc|Duy Xuyên|Quế Sơn|Thăng Bình|Tiên Phước|Núi Thành|Phú Ninh|Nông Sơn|Hiệp Đức|Đông Giang|Tây Giang|Nam Giang|Phước Sơn|Bắc Trà My|Nam Trà My|Cù Lao Chàm|Mỹ Sơn'.split(
    '|',
  )
const FAULTY = [7, 19, 33]
const PAPER = SUBJECTS.flatMap((subject, index) => {
  const number = index + 1
  const options = [`A. Một việc của ${subject}`, 'B. Việc khác', 'C. Không việc nào']
  return [
    `Câu ${number}. ${subject} giúp ích gì cho ${PLACES[index % PLACES.length]} năm ${1990 + index}?`,
    ...(number === 19 ? options.slice(0, 1) : options),
    ...(number === 7 ? [] : [`Đáp án: ${number === 33 ? 'F' : 'A'}`]),
    '',
  ]
})

describeInBrowser('Importing a Word file', () => {
  stage.scene(
    'a teacher imports forty questions, corrects three, takes them back, imports again, another person approves, and two codes are printed',
    async () => {
      const teacher = await stage.client('giaovien')
      const bank = await teacher.get('createBank', { body: { name: BANK } })
      const { page, expectComplaint } = await stage.visit({ size: LAPTOP, login: 'giaovien' })

      // --- from the list to the file
      await page.goto('/admin/cau-hoi')
      await link(page, 'Nhập từ tệp').click()
      await see(heading(page, 'Nhập câu hỏi từ tệp'), page.getByText('Chưa có lần nhập nào'))
      await page.getByText('Viết đề trong Word thế nào').click()
      await settled(page)
      await shot(page, '1280-vi-01-start')
      await page.getByRole('combobox', { name: 'Nhập vào ngân hàng' }).selectOption(BANK)
      await page.getByLabel('Tệp câu hỏi').setInputFiles({
        name: 'De thi thu so 1.docx',
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: docxOf(PAPER),
      })
      await see(heading(page, 'De thi thu so 1.docx'), button(page, 'Tất cả (40)'))
      await see(page.getByText('Chờ bạn chọn'), button(page, 'Dùng được (37)'), button(page, 'Có lỗi (3)'))
      await see(page.getByText('Đã chọn 37 câu'))
      await settled(page)
      await shot(page, '1280-vi-02-read', { whole: false })

      // --- the faulty ones, each in its own words
      await button(page, 'Có lỗi (3)').click()
      await see(page.getByText('Chưa có đáp án.'), page.getByText('Cần ít nhất 2 phương án hoặc ý.'))
      await see(page.getByText(/Đáp án không ứng với phương án nào/))
      await settled(page)
      expect(await page.locator('.exchange-row').count()).toBe(3)
      await shot(page, '1280-vi-03-faulty')
      expect(await violationsOf(page, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })).toEqual(
        [],
      )
      for (const number of FAULTY) {
        await button(page, `Sửa Câu ${number}`).click()
        const row = page
          .locator('.exchange-row')
          .filter({ hasText: `Câu ${number}` })
          .first()
        await see(row.getByRole('textbox', { name: 'Phần dẫn' }))
        if (number === 19) {
          await button(page, 'Thêm phương án').click()
          await row.getByRole('textbox', { name: 'Phương án B' }).fill('Việc khác')
        }
        await row.getByRole('radio', { name: 'Đáp án đúng là A' }).check()
        if (number === FAULTY[0]) await shot(page, '1280-vi-04-correcting')
        await row.getByRole('button', { name: 'Lưu' }).click()
        await see(page.getByText(`Đã sửa Câu ${number}.`))
      }
      await see(page.getByText('Không có câu nào có lỗi'), page.getByText('Đã chọn 40 câu'))

      // --- importing; the first try is refused with what is missing
      expectComplaint(/409 \(Conflict\).*\/run$/)
      await button(page, 'Nhập 40 câu').click()
      const dialog = page.getByRole('dialog')
      await see(dialog.getByText(`Nhập 40 câu vào ${BANK}`))
      await dialog.getByRole('button', { name: 'Nhập', exact: true }).click()
      await see(dialog.getByText(/Có 40 câu chưa rõ chủ đề hoặc mức độ/))
      await dialog.getByRole('combobox', { name: 'Chủ đề chung' }).selectOption('Xã hội số')
      await dialog.getByRole('combobox', { name: 'Mức độ chung' }).selectOption('Thông hiểu')
      await dialog.getByRole('checkbox', { name: 'Gửi duyệt luôn' }).check()
      await shot(page, '1280-vi-05-run', { whole: false })
      await dialog.getByRole('button', { name: 'Nhập', exact: true }).click()
      await see(page.getByText('Đã nhập 40 câu'))
      await button(page, 'Tất cả (40)').click()
      await settled(page)
      await shot(page, '1280-vi-06-imported', { whole: false })
      await link(page, 'Xem các câu đã nhập').click()
      await see(page.getByText('40 câu', { exact: true }))

      // --- taking it back
      await page.goBack()
      await button(page, 'Hoàn tác lần nhập').click()
      await see(page.getByText('Gỡ 40 câu vừa nhập khỏi ngân hàng?'))
      await shot(page, '1280-vi-07-undo', { whole: false })
      await button(page, 'Gỡ khỏi ngân hàng').click()
      await see(page.getByText('Mọi câu của lần nhập này đã được gỡ khỏi ngân hàng.'))
      expect((await teacher.get('items', { query: { bankId: bank.id } })).total).toBe(0)
      await settled(page)
      await shot(page, '1280-vi-08-undone', { whole: false })

      // --- and again
      await button(page, 'Nhập 40 câu').click()
      await dialog.getByRole('combobox', { name: 'Chủ đề chung' }).selectOption('Xã hội số')
      await dialog.getByRole('combobox', { name: 'Mức độ chung' }).selectOption('Thông hiểu')
      await dialog.getByRole('checkbox', { name: 'Gửi duyệt luôn' }).check()
      await dialog.getByRole('button', { name: 'Nhập', exact: true }).click()
      await see(page.getByText('Đã nhập 40 câu'))
      await link(page, 'Nhập câu hỏi từ tệp').click()
      await see(page.getByRole('rowheader', { name: 'De thi thu so 1.docx' }), page.getByText('40 / 40'))
      await settled(page)
      await shot(page, '1280-vi-09-list')

      // --- a second person
      const other = await stage.visit({ size: LAPTOP, login: 'bantochuc' })
      const { rows } = await teacher.get('items', { query: { bankId: bank.id } })
      await other.page.goto(`/admin/cau-hoi/${rows[0]?.id}`)
      await button(other.page, 'Duyệt').click()
      await see(other.page.getByText('Đã duyệt').first())
      expect((await teacher.get('item', { params: { itemId: rows[0]?.id as string } })).state).toBe('approved')

      // --- two codes of a paper, of what is approved now
      const colleague = await stage.client('bantochuc')
      const itemIds = rows.slice(1).map(({ id }) => id)
      await colleague.get('bulkEditItems', { body: { itemIds, change: { act: 'approve' } } })
      await page.goto('/admin/de-in/moi')
      await field(page, 'Tên kỳ thi hoặc bài kiểm tra').fill('Kiểm tra 45 phút')
      await page.getByRole('checkbox', { name: new RegExp(BANK) }).check()
      await button(page, 'Chia theo câu có sẵn').click()
      await field(page, 'Số mã đề').fill('2')
      await button(page, 'Tạo đề').click()
      await see(page.getByText('Đã tạo đề. Tải các tệp ở dưới.'))
      await settled(page)
      await shot(page, '1280-vi-10-printed')
      const [printed] = (await teacher.get('printedPapers')).papers
      expect(printed).toMatchObject({ title: 'Kiểm tra 45 phút', itemCount: 20 })
      expect(printed?.codes).toHaveLength(2)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('button', { name: /^Tải .*PDF/ })
          .first()
          .click(),
      ])
      expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    },
  )

  stage.scene('on a phone: pasted text, what resembles it, and the list as a file', async () => {
    const teacher = await stage.client('giaovien')
    await teacher.get('createBank', { body: { name: 'Ngân hàng di động' } })
    const { page } = await stage.visit({ size: PHONE, login: 'giaovien' })
    await page.goto('/admin/nhap-cau-hoi')
    await page.getByRole('combobox', { name: 'Nhập vào ngân hàng' }).selectOption('Ngân hàng di động')
    await page.getByRole('tab', { name: 'Dán văn bản' }).click()
    await button(page, 'Đọc văn bản').click()
    await see(page.getByText('Hãy dán hoặc gõ ít nhất một câu hỏi.'))
    // The example of the help panel keeps what the panel promises.
    await page.getByText('Viết đề trong Word thế nào').click()
    const example = (await page.locator('.exchange-help pre').textContent()) ?? ''
    await page.getByRole('textbox', { name: 'Văn bản câu hỏi' }).fill(example)
    await button(page, 'Đọc văn bản').click()
    await see(button(page, 'Dùng được (2)'), button(page, 'Có lỗi (0)'), button(page, 'Cần để ý (0)'))
    await link(page, 'Nhập câu hỏi từ tệp').click()
    await page.getByRole('combobox', { name: 'Nhập vào ngân hàng' }).selectOption('Ngân hàng di động')
    await page.getByRole('tab', { name: 'Dán văn bản' }).click()
    const stem = 'Việc nào giúp người dân giữ an toàn tài khoản khi dùng dịch vụ trực tuyến'
    await page
      .getByRole('textbox', { name: 'Văn bản câu hỏi' })
      .fill(
        `Câu 1. ${stem}?\nA. Đặt mật khẩu mạnh\nB. Cho mượn mật khẩu\nĐáp án: A\n\nCâu 2. ${stem} của xã?\nA. Bật xác thực hai lớp\nB. Gửi mã OTP\nĐáp án: A`,
      )
    expect(await page.getByRole('radio', { name: /^Câu hỏi thường/ }).isChecked()).toBe(true)
    await settled(page)
    await shot(page, '360-vi-01-paste')
    expect(await sidewaysScroll(page)).toBe(0)
    await button(page, 'Đọc văn bản').click()
    await see(button(page, 'Gần giống câu khác (1)'), page.getByText('Đã chọn 1 câu'))
    await button(page, 'Gần giống câu khác (1)').click()
    await see(page.getByText('Câu đứng trước trong tệp', { exact: false }))
    await settled(page)
    await shot(page, '360-vi-02-duplicates')
    expect(await sidewaysScroll(page)).toBe(0)
    await button(page, 'Sửa Câu 2').click()
    await see(page.getByRole('textbox', { name: 'Phần dẫn' }))
    await shot(page, '360-vi-03-correcting')
    expect(await sidewaysScroll(page)).toBe(0)
    await button(page, 'Hủy').click()
    await button(page, 'Mọi câu dùng được').click()
    await see(page.getByText('Đã chọn 2 câu'))
    await button(page, 'Nhập 2 câu').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Chủ đề chung' }).selectOption('An toàn mạng')
    await dialog.getByRole('combobox', { name: 'Mức độ chung' }).selectOption('Nhận biết')
    await shot(page, '360-vi-04-run', { whole: false })
    await dialog.getByRole('button', { name: 'Nhập', exact: true }).click()
    await see(page.getByText('Đã nhập 2 câu'))
    await settled(page)
    await shot(page, '360-vi-05-imported', { whole: false })

    await link(page, 'Xem các câu đã nhập').click()
    await button(page, 'Xuất ra tệp').click()
    await see(dialog.getByText(/câu sẽ được xuất/))
    await dialog.getByRole('combobox', { name: 'Định dạng' }).selectOption('Aiken')
    await see(dialog.getByText(/2 câu mất thẻ, năng lực/))
    await shot(page, '360-vi-06-export', { whole: false })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Tải tệp' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^cau-hoi-\d{4}-\d\d-\d\d\.txt$/)
    await seeNoMore(dialog)
  })

  stage.scene('what cannot be read says why, and what takes its time can be given up', async () => {
    const teacher = await stage.client('giaovien')
    const bank = await teacher.get('createBank', { body: { name: 'Ngân hàng kiên nhẫn' } })
    const { page } = await stage.visit({ size: PHONE, login: 'giaovien' })
    const choose = async (name: string, content: string | Buffer) => {
      await page.goto('/admin/nhap-cau-hoi')
      await page.getByRole('combobox', { name: 'Nhập vào ngân hàng' }).selectOption('Ngân hàng kiên nhẫn')
      await page.getByLabel('Tệp câu hỏi').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
    }
    await choose('de.doc', 'x')
    await see(page.getByText(/Đây là tệp Office kiểu cũ/))
    await choose('de.docx', docxOf(PAPER).subarray(0, 900))
    await see(page.getByText('Chưa đọc được tệp này'), link(page, 'Chọn tệp khác'), page.getByText('Không xong'))
    await settled(page)
    await shot(page, '360-vi-07-failed')

    // Two long files are being read: the third one waits for its turn.
    const long = 'a{}\n\n'.repeat(1_000_000)
    for (const name of ['mot.gift', 'hai.gift'])
      await sendFile(teacher, 'uploadImport', { name, content: long }, { bankId: bank.id })
    await choose('Đề chờ đến lượt.docx', docxOf(PAPER))
    await see(page.getByText('Đang đọc và kiểm tra từng câu…'))
    await shot(page, '360-vi-08-reading')
    expect(await violationsOf(page, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })).toEqual([])
    await button(page, 'Bỏ tệp này').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Bỏ tệp này' }).click()
    await see(heading(page, 'Nhập câu hỏi từ tệp'), page.getByText('Đã xoá lần nhập khỏi danh sách.'))
    await see(page.getByRole('rowheader', { name: 'hai.gift' }))
    expect(await page.getByRole('rowheader', { name: 'Đề chờ đến lượt.docx' }).count()).toBe(0)
  })
})
