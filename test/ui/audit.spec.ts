import { readFile } from 'node:fs/promises'
import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, heading } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

describeInBrowser('HC-10: the audit log in the panel', () => {
  stage.scene('is found by days, checked and taken along by an administrator', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'quantri', isStill: true })
    await page.goto('/admin/nhat-ky')
    await see(heading(page, 'Nhật ký'), heading(page, 'Kiểm tra và tải về'))
    const typeDay = async (label: string, [day, month, year]: [string, string, string]) => {
      const field = page.getByRole('group', { name: label })
      await field.getByRole('textbox').nth(0).fill(day)
      await field.getByRole('textbox').nth(1).fill(month)
      await field.getByRole('textbox').nth(2).fill(year)
    }
    await typeDay('Từ ngày', ['01', '01', '2020'])
    await typeDay('Đến hết ngày', ['31', '12', '2020'])
    await see(page.getByText('0 việc'))
    expect(new URL(page.url()).search).toBe('?tu=2020-01-01&den=2020-12-31')
    await typeDay('Đến hết ngày', ['31', '12', '2019'])
    await see(page.getByText('Ngày cuối phải không trước ngày đầu.'))
    await button(page, 'Bỏ tìm kiếm').first().click()
    await see(page.getByText(/^[1-9][\d.]* việc/))

    await button(page, 'Kiểm tra cả chuỗi').click()
    await see(page.getByText(/^Khớp cả [\d.]+ dòng/))
    await settled(page)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await photograph(page, 'audit-1280-vi')
    const download = page.waitForEvent('download')
    await button(page, 'Tải CSV').click()
    const file = await download
    expect(file.suggestedFilename()).toBe('nhat-ky.csv')
    expect(await readFile(await file.path(), 'utf8')).toContain('Đầu chuỗi')
  })

  stage.scene('fits a phone in English, and an organizer reads it without these acts', async () => {
    for (const [size, locale] of [
      [PHONE, 'vi'],
      [PHONE, 'en'],
      [LAPTOP, 'en'],
    ] as const) {
      const { page } = await stage.visit({ size, locale, login: 'quantri', isStill: true })
      await page.goto('/admin/nhat-ky?tu=2020-01-01')
      const words = locale === 'vi' ? /^Tệp có những dòng đang lọc/ : /^The file has the entries shown by the filter/
      await see(page.getByText(words))
      await button(page, locale === 'vi' ? 'Kiểm tra cả chuỗi' : 'Check the whole chain').click()
      await see(page.getByText(locale === 'vi' ? /^Khớp cả / : /^All [\d,.]+ entries fit/))
      await settled(page)
      await photograph(page, `audit-${size.width}-${locale}`)
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    }
    const { page: other } = await stage.visit({ size: PHONE, login: 'bantochuc', isStill: true })
    await other.goto('/admin/nhat-ky')
    await see(heading(other, 'Nhật ký'), other.getByText(/^[1-9][\d.]* việc/))
    expect(await other.getByText('Kiểm tra cả chuỗi').count()).toBe(0)
  })
})
