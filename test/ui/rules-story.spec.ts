import type { Page } from 'playwright-core'
import { Client } from '../support/client'
import { addPerson } from '../support/people'
import { see, seeNoMore, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** A moment as an organizer types it: Vietnam's time, to the minute. */
function typed(fromNowMs: number): string {
  const at = new Date(Date.now() + fromNowMs + 7 * 3_600_000).toISOString()
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} ${at.slice(11, 16)}`
}

/** The part of the rules under that title, folded out. */
async function part(page: Page, title: string) {
  const found = page.locator('details').filter({ has: page.locator('.ad-rule-title', { hasText: title }) })
  if ((await found.getAttribute('open')) === null) await found.locator('summary').click()
  return found
}

/** The page in the other width and the other language: a picture each, nothing that axe or a thumb would stumble over. */
async function lookAround(page: Page, path: string, name: string, login: string): Promise<void> {
  for (const locale of ['vi', 'en'] as const)
    for (const size of [PHONE, LAPTOP]) {
      const other = (await stage.visit({ size, locale, login, isStill: true })).page
      await other.goto(path)
      await settled(other)
      await photograph(other, `rules-${size.width}-${locale}-${name}`)
      expect(await sidewaysScroll(other)).toBe(0)
      expect(await violationsOf(other, { type: 'tag', values: TAGS })).toEqual([])
      await other.context().close()
    }
  await page.bringToFront()
}

describeInBrowser('EL-6, EL-7, AM-1 to AM-4: unusual rules, and changing them', () => {
  let contestId = ''
  let roundId = ''

  beforeAll(async () => {
    const organizer = await stage.client('bantochuc')
    const text = (vi: string, en: string) => ({ vi, en })
    const contest = await organizer.get('createContest', {
      body: {
        slug: 'hoi-thi-the-le',
        title: text('Hội thi tìm hiểu chuyển đổi số trong trường học', 'School contest on digital transformation'),
        summary: text('Một hội thi có thể lệ riêng.', 'A contest with rules of its own.'),
        about: text('Dành cho học sinh.', 'For pupils.'),
        organizerName: text('Tỉnh đoàn Quảng Nam', 'Quảng Nam Youth Union'),
        prizes: [{ tier: 'first', count: 1, reward: text('2.000.000 đồng', '2,000,000 VND') }],
        nameDisplay: 'masked',
        unitsAsOf: '2021-12-31',
      },
    })
    contestId = contest.id
    await organizer.get('publishContest', { params: { contestId }, body: { isPublished: true } })
  })

  stage.scene('an organizer says who may take part, and sees beside the setting what cannot be', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/cuoc-thi/${contestId}/sua`)
    await see(heading(page, 'Ai được dự thi'))
    const [least, most] = [field(page, 'Từ tuổi').first(), field(page, 'Đến tuổi').first()]
    await least.fill('18')
    await most.fill('11')
    await see(page.getByText('Tuổi thấp nhất lớn hơn tuổi cao nhất.'))
    expect(await least.getAttribute('aria-invalid')).toBe('true')
    await photograph(page, 'rules-1280-vi-01-contest-refused')
    await least.fill('11')
    await most.fill('18')
    await seeNoMore(page.getByText('Tuổi thấp nhất lớn hơn tuổi cao nhất.'))

    await page.getByRole('combobox', { name: 'Đơn vị được dự thi' }).fill('hoi an')
    await page
      .getByRole('option', { name: /^Thành phố Hội An/ })
      .first()
      .click()
    await see(page.getByRole('list', { name: 'Đơn vị được dự thi: đã chọn' }).getByText('Thành phố Hội An'))

    await button(page, 'Thêm bảng').click()
    const table = page.getByRole('group', { name: 'Bảng 1' })
    await table.getByRole('checkbox', { name: 'Tỉnh', exact: true }).check()
    await see(page.getByText(/^Không ai vào được bảng “A”/))
    await table.getByRole('checkbox', { name: 'Tỉnh', exact: true }).uncheck()
    for (const kind of ['Cấp xã', 'Trường học']) await table.getByRole('checkbox', { name: kind, exact: true }).check()
    await seeNoMore(page.getByText(/^Không ai vào được bảng “A”/))

    await page.getByRole('checkbox', { name: 'Có tổng điểm qua các đợt thi' }).check()
    await button(page, 'Đúng → nhanh → nộp sớm').click()
    await button(page, 'Bỏ: Bốc thăm công khai').click()
    await see(page.getByText(/Thứ tự xếp hạng phải kết thúc bằng bốc thăm/))
    await button(page, 'Bốc thăm công khai').click()
    await seeNoMore(page.getByText(/Thứ tự xếp hạng phải kết thúc bằng bốc thăm/))
    await photograph(page, 'rules-1280-vi-02-contest-form')
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await button(page, 'Lưu thay đổi').click()
    await see(heading(page, 'Các phần của cuộc thi'), link(page, 'Tổng qua các đợt'), link(page, 'Thêm giờ'))
    await lookAround(page, `/admin/cuoc-thi/${contestId}`, '03-contest', 'bantochuc')
    await lookAround(page, `/admin/cuoc-thi/${contestId}/sua`, '04-contest-form', 'bantochuc')
  })

  stage.scene('sets a round with unusual rules, and an impossible one is refused where it stands', async () => {
    const { page, expectComplaint } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    expectComplaint(/status of 400/)
    await page.goto(`/admin/cuoc-thi/${contestId}/dot/moi`)
    await field(page, /^Tên đợt thi Tiếng Việt/).fill('Vòng trường')
    await field(page, /^Tên đợt thi Tiếng Anh|^Tên đợt thi.*Anh/).fill('School round')
    await field(page, /^Giờ mở/).fill(typed(40 * 86_400_000))
    await field(page, /^Giờ đóng/).fill(typed(42 * 86_400_000))
    await page.getByRole('checkbox', { name: 'Ngân hàng câu hỏi Chuyển đổi số' }).check()
    await field(page, 'Tổng số câu muốn có').fill('10')
    await button(page, 'Chia theo câu có sẵn').click()
    await see(page.getByText('Đủ câu: mỗi đề 10 câu, lấy được ở mọi ô của ma trận.'))

    const paper = await part(page, 'Cách làm bài')
    await paper.getByRole('radio', { name: /^Lần lượt, không quay lại/ }).check()
    await paper.getByRole('textbox', { name: 'Thời gian mỗi câu' }).fill('200')
    const refusal = paper.getByText(
      /^Giờ của các câu cộng lại là 2[. ]?000 giây, nhiều hơn thời gian làm bài 900 giây\.$/,
    )
    await see(refusal)
    await photograph(page, 'rules-1280-vi-05-round-refused')
    await button(page, 'Tạo đợt thi (bản nháp)').click()
    await see(page.getByText(/Có quy định không thực hiện được\./))
    await see(refusal)
    await paper.getByRole('textbox', { name: 'Thời gian mỗi câu' }).fill('60')
    await seeNoMore(refusal)

    const scoring = await part(page, 'Trừ điểm, thưởng tốc độ')
    await scoring.getByRole('textbox', { name: 'Câu sai bị trừ' }).fill('25')
    const ranking = await part(page, 'Xếp hạng')
    await ranking.getByRole('button', { name: 'Đúng → dự đoán → nộp sớm' }).click()
    await ranking.getByRole('textbox', { name: /^Bảng xếp hạng đóng băng/ }).fill('30')
    const prediction = await part(page, 'Câu dự đoán')
    expect(await prediction.getByRole('checkbox', { name: 'Hỏi một câu dự đoán' }).isChecked()).toBe(true)
    await prediction.getByRole('radio', { name: 'Bao nhiêu dự thi' }).check()
    await see(
      page.getByText('Các câu hiện lần lượt, mỗi câu tối đa 1 phút; đã sang câu sau thì không quay lại câu trước.'),
      page.getByText('Trả lời sai bị trừ 25% số điểm của câu.'),
    )
    await photograph(page, 'rules-1280-vi-06-round-form')
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await button(page, 'Tạo đợt thi (bản nháp)').click()
    await see(heading(page, 'Vòng trường'), heading(page, 'Xem lại, diễn tập rồi công bố'), link(page, 'Diễn tập'))
    roundId = page.url().split('/').at(-1) as string
    const [row] = await stage.query<{ rules: Record<string, unknown> }>(`SELECT rules FROM round WHERE id = $1`, [
      roundId,
    ])
    expect(row?.rules).toMatchObject({
      movement: 'one-way',
      itemClockS: 60,
      scoring: { wrongPenalty: 0.25 },
      prediction: { target: 'participants', unit: 'people' },
      ranking: [{ by: 'right-items' }, { by: 'prediction-error' }, { by: 'submitted-at' }, { by: 'draw' }],
      freezeMinutes: 30,
    })
    await lookAround(page, `/admin/dot/${roundId}`, '07-round-draft', 'bantochuc')
  })

  stage.scene(
    'after the first attempt proposes a change in the same form, with before and after in words',
    async () => {
      const organizer = await stage.client('bantochuc')
      await organizer.get('publishRound', { params: { roundId } })
      await organizer.get('openRound', { params: { roundId } })
      const book = await organizer.get('rulebook', { params: { contestId } })
      await organizer.get('publishRulebook', { params: { contestId }, body: { revision: book.revision } })
      const [unit] = await stage.query<{ id: string }>(`SELECT id FROM unit WHERE code = 'QNM.HOIAN.CAMCHAU'`)
      const { token, accountId } = await addPerson(stage.database.pool, 'contestant', unit?.id ?? null, 'Lý Thị Thể Lệ')
      await stage.query(`UPDATE account SET birth_date = CURRENT_DATE - interval '15 years' WHERE id = $1`, [accountId])
      const contestant = new Client(stage.api.url, token)
      await contestant.get('startAttempt', { params: { roundId }, body: { holder: 'mot-thi-sinh-goi-thang-api' } })

      const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
      await page.goto(`/admin/dot/${roundId}`)
      await see(heading(page, 'Đợt thi đang mở'), link(page, 'Theo dõi trực tiếp'), link(page, 'Đồng hồ'))
      await lookAround(page, `/admin/dot/${roundId}`, '08-round-open', 'bantochuc')
      await link(page, 'Sửa').click()
      await see(page.getByText('Đã có người bắt đầu làm bài'))
      await photograph(page, 'rules-1280-vi-09-round-locked', { whole: false })
      await link(page, 'Đề nghị sửa thể lệ').click()
      await see(heading(page, 'Đề nghị sửa thể lệ của đợt thi'), page.getByText(/^Chưa có gì thay đổi\./))
      await field(page, /^Giờ đóng/).fill(typed(50 * 86_400_000))
      await see(page.getByText(/^Giờ đóng chỉ sớm hơn được\./))
      await field(page, /^Giờ đóng/).fill(typed(41 * 86_400_000))
      await field(page, /^Thời gian làm bài/).fill('20')
      const scoring = await part(page, 'Trừ điểm, thưởng tốc độ')
      await scoring.getByRole('textbox', { name: 'Câu sai bị trừ' }).fill('0')
      const changes = page.locator('.ad-changes')
      await see(changes.getByText('15 phút', { exact: true }), changes.getByText('20 phút', { exact: true }))
      await see(changes.getByText('25% số điểm của câu'), changes.getByText('không bị trừ'))
      expect(await changes.locator('dt').allInnerTexts()).toEqual(['Giờ đóng', 'Câu sai bị trừ', 'Thời gian làm bài'])
      await button(page, 'Gửi đề nghị sửa').click()
      await see(page.getByText('Viết lý do ít nhất 10 ký tự.'))
      await field(page, /^Lý do/).fill('Nhiều trường báo đường truyền chậm trong buổi sáng')
      await photograph(page, 'rules-1280-vi-10-amend')
      expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      await lookAround(page, `/admin/dot/${roundId}/sua-the-le`, '10-amend-empty', 'bantochuc')
      await button(page, 'Gửi đề nghị sửa').click()
      await see(heading(page, 'Sửa thể lệ'), page.getByText(/Bạn đã đề nghị, nên cần một người khác duyệt\.$/))
    },
  )

  stage.scene('a second organizer approves, and everybody reads before and after', async () => {
    const { page } = await stage.visit({ size: PHONE, login: 'quantri', isStill: true })
    await page.goto(`/admin/cuoc-thi/${contestId}`)
    await see(page.getByText('1 chờ duyệt'))
    await link(page, 'Sửa thể lệ').click()
    await see(page.getByText('25% số điểm của câu'))
    await lookAround(page, `/admin/cuoc-thi/${contestId}/sua-the-le`, '11-amendments', 'quantri')
    await button(page, 'Duyệt').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Duyệt', exact: true }).click()
    await see(page.getByText('Đã duyệt.'), page.getByText('Đã duyệt', { exact: true }))
    const [row] = await stage.query<{ limit: number; penalty: string }>(
      `SELECT time_limit_s AS limit, rules->'scoring'->>'wrongPenalty' AS penalty FROM round WHERE id = $1`,
      [roundId],
    )
    expect(row).toEqual({ limit: 1_200, penalty: '0' })

    for (const [locale, size] of [
      ['vi', PHONE],
      ['en', LAPTOP],
    ] as const) {
      const reader = (await stage.visit({ size, locale, isStill: true })).page
      await reader.goto(`/the-le/${contestId}`)
      await settled(reader)
      const vi = locale === 'vi'
      await see(
        reader.getByText(vi ? 'Thời gian làm bài' : 'Time for a paper', { exact: true }),
        reader.getByText(vi ? '20 phút' : '20 minutes', { exact: true }),
        reader.getByText(/Nhiều trường báo đường truyền chậm trong buổi sáng/),
      )
      expect(await sidewaysScroll(reader)).toBe(0)
      await photograph(reader, `rules-${size.width}-${locale}-12-public`)
    }
  })

  stage.scene('the common rules are amended likewise, and extra time is given and taken back', async () => {
    const { page, expectComplaint } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    expectComplaint(/status of 404/)
    await page.goto(`/admin/cuoc-thi/${contestId}/sua`)
    await see(page.getByText(/Đã có người dự thi: ai được dự/))
    await link(page, 'Đề nghị sửa').click()
    await see(heading(page, 'Đề nghị sửa quy định chung và giải thưởng'))
    await field(page, 'Số giải').first().fill('3')
    const changes = page.locator('.ad-changes')
    await see(changes.getByText('3 × giải Nhất: 2.000.000 đồng'), changes.getByText('1 × giải Nhất: 2.000.000 đồng'))
    await field(page, /^Lý do/).fill('Nhà tài trợ tặng thêm hai giải Nhất')
    await lookAround(page, `/admin/cuoc-thi/${contestId}/sua-the-le/moi`, '13-amend-contest', 'bantochuc')
    await photograph(page, 'rules-1280-vi-13-amend-contest-changed')
    await button(page, 'Gửi đề nghị sửa').click()
    await see(page.getByText('Cả cuộc thi'), page.getByText('Chờ duyệt', { exact: true }))

    const { login } = await addPerson(stage.database.pool, 'contestant', null, 'Nguyễn Thị Thêm Giờ')
    await page.goto(`/admin/cuoc-thi/${contestId}/them-gio`)
    await see(page.getByText('Chưa ai được thêm giờ'))
    await field(page, 'Tài khoản của thí sinh').fill('khong-co-ai-ten-nay')
    await field(page, 'Ai quyết định, theo giấy tờ nào').fill('Hội đồng thi, công văn 12/CV-TĐ')
    await button(page, 'Cho thêm giờ').click()
    await see(page.getByRole('alert'))
    await field(page, 'Tài khoản của thí sinh').fill(login)
    await see(page.getByText('Vòng trường: 20 phút thành 25 phút.'))
    await button(page, 'Cho thêm giờ').click()
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Nguyễn Thị Thêm Giờ' }) })
    await see(row.getByText('25%'))
    await lookAround(page, `/admin/cuoc-thi/${contestId}/them-gio`, '14-extra-time', 'bantochuc')
    await row.getByRole('button', { name: /^Rút lại/ }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Rút lại' }).click()
    await see(page.getByText('Chưa ai được thêm giờ'))
  })

  stage.scene('units that are amended stand there by name, before and after', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'quantri', isStill: true })
    await page.goto(`/admin/cuoc-thi/${contestId}/sua-the-le`)
    await button(page, 'Từ chối').click()
    await see(page.getByText('Bị từ chối', { exact: true }))
    await page.goto(`/admin/cuoc-thi/${contestId}/sua-the-le/moi`)
    await page.getByRole('combobox', { name: 'Đơn vị được dự thi' }).fill('tam ky')
    await page
      .getByRole('option', { name: /^Thành phố Tam Kỳ/ })
      .first()
      .click()
    await field(page, /^Lý do/).fill('Thành phố Tam Kỳ xin tham gia hội thi')
    await button(page, 'Gửi đề nghị sửa').click()
    await see(page.getByText('Chờ duyệt', { exact: true }))

    const second = (await stage.visit({ size: PHONE, login: 'bantochuc', isStill: true })).page
    await second.goto(`/admin/cuoc-thi/${contestId}/sua-the-le`)
    await see(second.getByText('Thành phố Tam Kỳ', { exact: true }))
    await button(second, 'Duyệt').click()
    await second.getByRole('alertdialog').getByRole('button', { name: 'Duyệt', exact: true }).click()
    await see(second.getByText('Đã duyệt.'))
    for (const [locale, size] of [
      ['vi', PHONE],
      ['en', LAPTOP],
    ] as const) {
      const reader = (await stage.visit({ size, locale, isStill: true })).page
      await reader.goto(`/the-le/${contestId}`)
      await settled(reader)
      const list = reader.locator('.rb-amendments')
      await see(list.getByText('Thành phố Tam Kỳ', { exact: true }), list.getByText('Thành phố Hội An').first())
      expect(await sidewaysScroll(reader)).toBe(0)
      await list.scrollIntoViewIfNeeded()
      await photograph(reader, `rules-${size.width}-${locale}-15-public-units`)
    }
  })

  stage.scene(
    'a final for the best is set up by settings alone; what the banks lack is said at the blueprint',
    async () => {
      const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
      await page.goto(`/admin/cuoc-thi/${contestId}/dot/moi`)
      await field(page, /^Tên đợt thi Tiếng Việt/).fill('Chung kết')
      await field(page, /^Tên đợt thi Tiếng Anh|^Tên đợt thi.*Anh/).fill('Final')
      const cell = page.getByRole('textbox', { name: /^Khái niệm, Nhận biết/ })
      await cell.fill('100')
      const lack = page.getByText(/^Ngân hàng đã chọn không đủ cho ma trận này: thiếu \d+ câu/)
      await see(lack)
      expect(await cell.getAttribute('aria-invalid')).toBe('true')
      await photograph(page, 'rules-1280-vi-16-unfed')
      await cell.fill('1')
      await seeNoMore(lack)

      const entry = await part(page, 'Ai vào đợt này')
      await entry.getByRole('radio', { name: /^Người vượt qua đợt trước/ }).check()
      await entry.getByRole('textbox', { name: 'Số lượng' }).fill('2')
      await see(
        page.getByText(
          'Được vào đợt này: 2 người xếp hạng cao nhất trong kết quả chính thức của Vòng trường, xét riêng từng bảng; ai đồng hạng ở vị trí cuối cùng cũng được vào.',
        ),
      )
      await button(page, 'Tạo đợt thi (bản nháp)').click()
      await see(heading(page, 'Chung kết'), page.getByText(/^Được vào đợt này: 2 người/))
      const finalId = page.url().split('/').at(-1) as string
      const [row] = await stage.query<{ entry: unknown }>(`SELECT rules->'entry' AS entry FROM round WHERE id = $1`, [
        finalId,
      ])
      expect(row?.entry).toEqual({ kind: 'qualified', fromRoundId: roundId, by: 'top', amount: 2 })
      await lookAround(page, `/admin/dot/${finalId}`, '17-final', 'bantochuc')
    },
  )
})
