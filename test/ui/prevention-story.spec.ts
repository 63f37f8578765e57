import { randomUUID } from 'node:crypto'
import { startApi } from '../support/api-process'
import { Client } from '../support/client'
import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, field, heading } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

describeInBrowser('EX-4 The round builder', () => {
  stage.scene('says how alike papers are, and what the limits of the draw lack, as they are edited', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${stage.places.comingRoundId}/sua`)
    await see(heading(page, 'Hai đề giống nhau đến đâu?'), heading(page, 'Câu hỏi lộ ra đến đâu'))
    await field(page, 'Chia câu hỏi theo ngày').fill('31')
    await see(page.getByText(/ngày ít nhất có \d+ câu, cần \d+/).first())
    await settled(page)
    await photograph(page, 'prevent-lacking-1280-vi', { whole: true })
    await field(page, 'Chia câu hỏi theo ngày').fill('1')
    await see(page.getByText(/Đủ câu: mỗi đề \d+ câu/))
    await field(page, 'Mỗi câu có mặt trong nhiều nhất').fill('1')
    await see(page.getByText('Không giữ được mức trần này').first())
    await field(page, 'Mỗi câu có mặt trong nhiều nhất').fill('100')
    await see(page.getByText(/trung bình [\d,]+ trong \d+ câu/).first())
    await settled(page)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await photograph(page, 'prevent-builder-1280-vi', { whole: true })
    await page.setViewportSize(PHONE)
    await settled(page)
    expect(await sidewaysScroll(page)).toBe(0)
    await photograph(page, 'prevent-builder-360-vi', { whole: true })
  })

  stage.scene('in English, and on the page of the round', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', locale: 'en', isStill: true })
    await page.goto(`/admin/dot/${stage.places.comingRoundId}`)
    await see(heading(page, 'How alike are two papers?'))
    await settled(page)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await photograph(page, 'prevent-round-1280-en', { whole: true })
  })
})

describeInBrowser('EX-5 Where very much comes from a network', () => {
  stage.scene('a phone does a little work and signs up all the same', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.50' }
    const api = await startApi({ DATABASE_URL: stage.database.url, TRUST_PROXY: '1' })
    try {
      const body = {
        login: 'mot.nguoi',
        password: 'rau-tra-que-xanh',
        fullName: 'Trần Thị B',
        birthDate: '2000-01-01',
        unitId: randomUUID(),
        consentVersion: 'none',
        isConsentGiven: true as const,
      }
      for (let n = 0; n < 60; n++) await new Client(api.url).call('signUp', { body, headers })
      const { page, context, expectComplaint } = await stage.visit({ size: PHONE })
      expectComplaint(/429|^asks/)
      // On the way alone, as a proxy writes it: other requests of the page would be asked whether they may carry it.
      await context.route(`${api.url}/api/**`, (route) =>
        route.continue({ headers: { ...route.request().headers(), ...headers } }),
      )
      const sent: (string | undefined)[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('/auth/sign-up')) sent.push(request.headers()['x-thi-so-proof'])
      })
      await page.goto(`${api.url}/dang-ky`)
      await field(page, 'Họ và tên').fill('Lê Thị Thu')
      await page.getByLabel('Ngày', { exact: true }).fill('05')
      await page.getByLabel('Tháng', { exact: true }).fill('09')
      await page.getByLabel('Năm', { exact: true }).fill('2000')
      await page.getByRole('combobox', { name: 'Đơn vị' }).pressSequentially('tien phuoc')
      await page.getByRole('option', { name: /Tiên Cảnh.*Huyện Tiên Phước/ }).tap()
      await field(page, 'Số điện thoại hoặc tên đăng nhập').fill('thu.le.2000')
      await field(page, 'Mật khẩu').fill('rau-tra-que-xanh')
      await page.getByRole('checkbox', { name: 'Tôi đã đọc và đồng ý' }).tap()
      await button(page, 'Tạo tài khoản').tap()
      await page.waitForURL((url) => !url.pathname.startsWith('/dang-ky'))
      expect(sent.map((proof) => proof !== undefined)).toEqual([false, true])
      const rows = await stage.query(`SELECT 1 FROM account WHERE login = 'thu.le.2000'`)
      expect(rows).toHaveLength(1)
      // The page that came up still asks for this and that; its server must not go before it.
      await page.waitForLoadState('networkidle')
      await page.goto('about:blank')
    } finally {
      await api.stop()
    }
  })
})
