import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, field, heading } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'
import { untie } from './support/untied'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

describeInBrowser('From results to a prize in the hand', () => {
  let contestId = ''
  let code = ''

  beforeAll(async () => {
    const organizer = await stage.client('bantochuc')
    const params = { roundId: stage.places.closedRoundId }
    contestId = (await organizer.get('adminRound', { params })).contest.id
    await untie(stage, params.roundId)
    const { version } = await organizer.get('closeResults', { params })
    await organizer.get('publishResults', { params, body: { versionId: version.id, withTies: true } })
  })

  stage.scene('two people sign a list whose winners showed who they are, and publish it', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${stage.places.closedRoundId}/giai`)
    await see(heading(page, 'Quy trình xét giải'))
    await settled(page)
    await photograph(page, 'winners-1280-vi-before')
    await button(page, 'Lập danh sách đề xuất').click()
    await see(page.getByText('Còn người chưa đối chiếu danh tính.'))
    await button(page, 'Đối chiếu danh tính').first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Lý do xem').fill('Gặp trực tiếp tại cơ quan')
    await dialog.getByRole('button', { name: 'Xem họ tên đầy đủ' }).click()
    await see(dialog.getByText('Giấy tờ đã xem'))
    await photograph(page, 'winners-1280-vi-identity', { whole: false })
    await dialog.getByLabel('Căn cước').check()
    await dialog.getByRole('button', { name: 'Đã đối chiếu khớp' }).click()
    await see(page.getByText('Đã đối chiếu', { exact: true }).first())

    // The others' papers, as a second organizer sees them.
    const organizer = await stage.client('bantochuc')
    const list = { contestId, list: stage.places.closedRoundId }
    const shown = await organizer.get('winnerList', { params: list })
    for (const { id, state } of shown.lines.flatMap(({ winners }) => winners))
      if (state === 'proposed')
        await organizer.get('checkIdentity', { params: { winnerId: id }, body: { seen: ['student-card'] } })
    await page.reload()
    await button(page, 'Ký xác nhận danh sách').click()
    await see(page.getByText('Bạn đã ký. Chờ một người khác ký.'))
    await photograph(page, 'winners-1280-vi-signed-once')
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])

    const administrator = await stage.visit({ size: PHONE, login: 'quantri', isStill: true })
    await administrator.page.goto(`/admin/dot/${stage.places.closedRoundId}/giai`)
    await button(administrator.page, 'Ký xác nhận danh sách').click()
    await button(administrator.page, 'Công bố danh sách').click()
    await see(administrator.page.getByText('Đã công bố', { exact: true }).first())
    expect(await sidewaysScroll(administrator.page)).toBe(0)
    await photograph(administrator.page, 'winners-360-vi-published')
    const done = await organizer.get('winnerList', { params: list })
    code = done.lines.flatMap(({ winners }) => winners)[0]?.certificateCode as string
  })

  stage.scene('the form of certificates is kept with the list, in both languages and sizes', async () => {
    const words = {
      vi: { title: 'Mẫu giấy chứng nhận và biên bản', place: /^Nơi ký/, role: /^Chức vụ người ký/, save: 'Lưu mẫu' },
      en: {
        title: 'Certificate and minutes template',
        place: /^Place/,
        role: /^Signer’s title/,
        save: 'Save template',
      },
    } as const
    for (const locale of ['vi', 'en'] as const)
      for (const size of [PHONE, LAPTOP]) {
        const { page } = await stage.visit({ size, locale, login: 'bantochuc', isStill: true })
        await page.goto(`/admin/dot/${stage.places.closedRoundId}/giai`)
        const say = words[locale]
        await see(heading(page, say.title))
        if (locale === 'vi' && size === PHONE) {
          await field(page, say.place).fill('Tam Kỳ')
          await field(page, /^Số và ngày quyết định/).fill('Quyết định số 12/QĐ-BTC ngày 20/11/2026')
          await field(page, say.role).fill('TRƯỞNG BAN')
          await field(page, /^Họ tên người ký/).fill('Lý Văn Ký')
          await button(page, say.save).click()
          await see(page.getByText('Đã lưu mẫu giấy chứng nhận.'))
          await page.reload()
          await see(heading(page, say.title))
        }
        expect(await field(page, say.place).inputValue()).toBe('Tam Kỳ')
        expect(await field(page, say.role).inputValue()).toBe('TRƯỞNG BAN')
        await settled(page)
        expect(await sidewaysScroll(page)).toBe(0)
        await photograph(page, `certificate-form-${size.width}-${locale}`)
        expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      }
  })

  stage.scene('anybody reads who won and whether a certificate holds, on a phone, in both languages', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const { page } = await stage.visit({ size: PHONE, locale, isStill: true })
      await page.goto(`/dot/${stage.places.closedRoundId}/giai`)
      await see(heading(page, locale === 'vi' ? 'Người đoạt giải' : 'Winners'))
      await see(page.getByText(locale === 'vi' ? 'Giải Nhất' : 'First prize').first())
      await settled(page)
      expect(await sidewaysScroll(page)).toBe(0)
      await photograph(page, `public-winners-360-${locale}`)
      await page.goto(`/kiem-tra/${code.toLowerCase()}`)
      await see(page.getByText(locale === 'vi' ? 'Giấy chứng nhận hợp lệ' : 'This certificate is valid'))
      await settled(page)
      expect(await sidewaysScroll(page)).toBe(0)
      await photograph(page, `certificate-360-${locale}`)
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    }
  })

  stage.scene(
    'WN-12: one asks for a certificate back with a reason, another one confirms, and its page says so',
    async () => {
      const path = `/admin/dot/${stage.places.closedRoundId}/giai`
      const { page } = await stage.visit({ size: PHONE, login: 'bantochuc', isStill: true })
      await page.goto(path)
      await button(page, 'Thu hồi giấy chứng nhận').first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Lý do thu hồi').fill('In sai họ tên')
      await photograph(page, 'withdraw-360-vi', { whole: false })
      await dialog.getByRole('button', { name: 'Đề nghị thu hồi' }).click()
      await see(page.getByText(/^Thu hồi giấy chứng nhận: .* Lý do: In sai họ tên$/))
      expect(await button(page, 'Xác nhận thu hồi giấy').count()).toBe(0)
      const { page: other } = await stage.visit({ size: LAPTOP, login: 'quantri', isStill: true })
      await other.goto(path)
      await button(other, 'Xác nhận thu hồi giấy').click()
      await other.getByLabel('Bạn đã kiểm tra điều gì').fill('Đã xem bản in')
      await other.getByRole('dialog').getByRole('button', { name: 'Thu hồi giấy' }).click()
      await see(other.getByText('Giấy chứng nhận đã thu hồi: In sai họ tên'))
      await page.goto(`/kiem-tra/${code}`)
      await see(page.getByText('Giấy chứng nhận đã bị thu hồi'))
    },
  )

  stage.scene(
    'WN-9: who is to leave a published list stays on it, and is shown apart, until two have signed again',
    async () => {
      const path = `/admin/dot/${stage.places.closedRoundId}/giai`
      for (const [locale, size] of [
        ['vi', PHONE],
        ['en', LAPTOP],
      ] as const) {
        const { page } = await stage.visit({ size, locale, login: 'bantochuc', isStill: true })
        await page.goto(path)
        if (locale === 'vi') {
          await button(page, 'Không nhận giải').first().click()
          const dialog = page.getByRole('dialog')
          await dialog.getByLabel('Lý do', { exact: true }).fill('Xin nhường giải')
          await dialog.getByRole('button', { name: 'Ghi nhận' }).click()
          await see(heading(page, 'Thôi nhận giải khi đủ hai chữ ký'))
          await page.getByLabel('Lý do thay đổi').fill('Thay người nhường giải')
          await button(page, 'Cập nhật danh sách').click()
          await see(page.getByText(/Bản đã công bố và giấy chứng nhận giữ nguyên/))
        } else await see(heading(page, 'Leave with the second signature'))
        await settled(page)
        expect(await sidewaysScroll(page)).toBe(0)
        await photograph(page, `winners-${size.width}-${locale}-replacing`)
        expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      }
    },
  )

  stage.scene('WN-7, WN-19: units’ prizes are changed by two from a real contest and open to their parts', async () => {
    for (const size of [LAPTOP, PHONE]) {
      const { page } = await stage.visit({ size, login: 'bantochuc', isStill: true })
      await page.goto(`/admin/cuoc-thi/${contestId}/giai/tap-the`)
      await see(heading(page, 'Cơ cấu giải tập thể'))
      if (size === LAPTOP) {
        await page.getByLabel('Dùng mẫu của cuộc thi đã tổ chức').selectOption('number-and-rate-2019')
        // A place that is given twice is refused at its field.
        await field(page, /^Lý do thay đổi/).fill('Bổ sung giải tập thể theo kế hoạch')
        await page.getByLabel('Thứ hạng', { exact: true }).nth(1).fill('1')
        await see(page.getByText(/Đã có một giải cho hạng 1/))
        expect(await button(page, 'Gửi đề nghị').isDisabled()).toBe(true)
        await photograph(page, 'collective-1280-vi-impossible')
        await page.getByLabel('Thứ hạng', { exact: true }).nth(1).fill('2')
        await button(page, 'Gửi đề nghị').click()
        await see(page.getByText(/Đang có một đề nghị sửa thể lệ chờ duyệt/))
        const administrator = await stage.visit({ size: PHONE, login: 'quantri', isStill: true })
        await administrator.page.goto(`/admin/cuoc-thi/${contestId}/sua-the-le`)
        await see(administrator.page.getByText('Bổ sung giải tập thể theo kế hoạch'))
        await settled(administrator.page)
        await photograph(administrator.page, 'collective-360-vi-amendment')
        await button(administrator.page, 'Duyệt').click()
        await administrator.page.getByRole('alertdialog').getByRole('button', { name: 'Duyệt' }).click()
        await see(administrator.page.getByText('Đã duyệt', { exact: true }).first())
        await page.reload()
        await see(page.getByText(/Đã có người dự thi: cơ cấu này chỉ đổi/))
      }
      await settled(page)
      expect(await sidewaysScroll(page)).toBe(0)
      await photograph(page, `collective-${size.width}-vi`)
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      await button(page, 'Cách tính').first().click()
      await see(page.getByRole('dialog').getByText('Chất lượng', { exact: true }))
      await photograph(page, `collective-${size.width}-vi-parts`, { whole: false })
    }
  })
})
