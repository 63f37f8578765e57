import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

describeInBrowser('A blueprint', () => {
  stage.scene('takes types and points beside the matrix, and tells how equally hard its papers are', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${stage.places.comingRoundId}/sua`)
    await see(heading(page, 'Các đề khó như nhau đến đâu?'))
    const details = page.locator('summary', { hasText: 'Điểm và dạng câu' })
    await details.click()
    await button(page, 'Thêm ô theo dạng câu').click()
    const row = page.getByRole('group', { name: 'Ô theo dạng câu số 1' })
    await row.getByLabel('Dạng câu', { exact: true }).selectOption('single-choice')
    await row.getByLabel('Điểm mỗi câu', { exact: true }).fill('2,5')
    // More than any bank of the demo has.
    await row.getByLabel('Số câu', { exact: true }).fill('100')
    await see(page.getByText(/Thiếu \d+ câu .*, mức .*, Một lựa chọn/))
    await row.getByLabel('Số câu', { exact: true }).fill('1')
    await see(page.getByText(/Đủ câu: mỗi đề \d+ câu/))
    await settled(page)
    await photograph(page, 'blueprint-1280-vi', { whole: true })
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])

    await button(page, 'Lưu thay đổi').click()
    await see(page.getByText(/Một lựa chọn: 1 câu, mỗi câu 2,5 điểm/))
    await page.setViewportSize(PHONE)
    await settled(page)
    expect(await sidewaysScroll(page)).toBe(0)
    await photograph(page, 'blueprint-round-360-vi', { whole: true })
    await page.goto(`/admin/dot/${stage.places.comingRoundId}/sua`)
    await see(page.getByRole('group', { name: 'Ô theo dạng câu số 1' }))
    await settled(page)
    expect(await sidewaysScroll(page)).toBe(0)
    await photograph(page, 'blueprint-360-vi', { whole: true })
  })
})

describeInBrowser('The bell', () => {
  stage.scene('says how much is unread, and nothing once it has been read', async () => {
    const { page } = await stage.visit({ size: PHONE, login: 'thisinh', isStill: true })
    await stage.query(
      `INSERT INTO notice (id, account_id, kind, params, link)
       SELECT gen_random_uuid(), id, kind, params::jsonb, '/toi/lich-su' FROM account CROSS JOIN (VALUES
         ('result-changed', '{"round":{"vi":"Đợt 1","en":"Round 1"},"rankBefore":7,"rankAfter":3}'),
         ('clock-credit', '{"round":{"vi":"Đợt 2","en":"Round 2"},"creditS":300}')) AS told(kind, params)
       WHERE login = 'thisinh'`,
    )
    await page.goto('/')
    await link(page, 'Thông báo, 2 chưa đọc').click()
    await see(
      heading(page, 'Thông báo'),
      page.getByText('Đợt 1: kết quả được tính lại, bạn từ hạng 7 chuyển sang hạng 3.'),
    )
    await see(link(page, 'Thông báo'))
    await settled(page)
    expect(await sidewaysScroll(page)).toBe(0)
    await photograph(page, 'notices-360-vi')
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    const { unreadCount } = await (await stage.client('thisinh')).get('myNotices')
    expect(unreadCount).toBe(0)
  })
})
