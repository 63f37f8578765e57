import { randomBytes, randomUUID } from 'node:crypto'
import { see, seeNoMore, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'
import { untie } from './support/untied'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

describeInBrowser('CL-6: what was done to the clock of a round', () => {
  stage.scene('a paused round says so, with the end that holds for now; nothing counts down', async () => {
    const organizer = await stage.client('bantochuc')
    const params = { roundId: stage.places.openRoundId }
    const guest = await stage.visit({ isStill: true })
    await guest.page.goto(`/dot/${params.roundId}`)
    await see(guest.page.getByText('Còn lại đến giờ đóng'))
    expect(await heading(guest.page, 'Những thay đổi trong đợt thi').count()).toBe(0)
    await organizer.get('pauseRound', { params, body: { reason: 'Máy chủ của nhà mạng gặp sự cố' } })
    const before = await organizer.get('adminRound', { params })
    await guest.page.reload()
    await see(
      guest.page.getByText(/^Tạm dừng từ .* Giờ đóng đang là /),
      heading(guest.page, 'Những thay đổi trong đợt thi'),
    )
    await seeNoMore(guest.page.getByText('Còn lại đến giờ đóng'))
    await see(guest.page.getByText('Lý do: Máy chủ của nhà mạng gặp sự cố'))
    await settled(guest.page)
    expect(await sidewaysScroll(guest.page)).toBe(0)
    await photograph(guest.page, 'round-360-vi-paused')
    await guest.page.goto('/')
    await see(guest.page.getByText(/^Đợt thi đang tạm dừng\./))
    await photograph(guest.page, 'home-360-vi-paused')

    await organizer.get('resumeRound', { params })
    const { round } = await organizer.get('adminRound', { params })
    expect(Date.parse(round.closesAt)).toBeGreaterThan(Date.parse(before.round.closesAt))
    const closesAt = new Date(Date.parse(round.closesAt) + 3_600_000).toISOString()
    await organizer.get('extendRound', { params, body: { closesAt, reason: 'Bão số 4, nhiều xã mất điện' } })
    const { serverTime } = await organizer.get('serverTime')
    const at = (ms: number) => new Date(Date.parse(serverTime) - ms).toISOString()
    await organizer.get('grantCredit', {
      params: { ...params, creditId: randomUUID() },
      body: { from: at(120_000), to: at(60_000), scope: { kind: 'all' }, reason: 'Trang thi không mở được' },
    })
    const amendment = await organizer.get('proposeRoundAmendment', {
      params,
      body: { change: { attemptLimit: round.attemptLimit + 1 }, reason: 'Bù cho người bị mất điện giữa bài' },
    })
    const administrator = await stage.client('quantri')
    await administrator.get('decideAmendment', { params: { amendmentId: amendment.id }, body: { isApproved: true } })
    for (const locale of ['vi', 'en'] as const)
      for (const size of [PHONE, LAPTOP]) {
        const { page } = await stage.visit({ locale, size, isStill: true })
        await page.goto(`/dot/${params.roundId}`)
        await see(heading(page, locale === 'vi' ? 'Những thay đổi trong đợt thi' : 'What changed during the round'))
        const entries = page.getByRole('region', { name: /Những thay đổi|What changed/ }).getByRole('listitem')
        // The newest first.
        await see(
          page
            .getByText('Lý do: Bù cho người bị mất điện giữa bài')
            .or(page.getByText('Reason: Bù cho người bị mất điện giữa bài')),
        )
        expect(await entries.count()).toBe(4)
        expect(await entries.first().textContent()).toContain(locale === 'vi' ? 'Sửa thể lệ' : 'amended')
        expect(await entries.nth(1).textContent()).toContain(locale === 'vi' ? 'Bù giờ' : 'Time given back')
        expect(await entries.last().textContent()).toContain('Máy chủ của nhà mạng gặp sự cố')
        await see(link(page, locale === 'vi' ? 'Đọc toàn văn thể lệ cuộc thi' : 'Read all the rules of the contest'))
        await settled(page)
        expect(await sidewaysScroll(page)).toBe(0)
        await photograph(page, `round-${size.width}-${locale}-history`)
        expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
      }
  })

  stage.scene('the first page says when the next attempt is possible', async () => {
    const { openRoundId } = stage.places
    await stage.query(
      `UPDATE round SET rules = jsonb_set(rules, '{attempts,waitS}', '7200'), revision = revision + 1 WHERE id = $1`,
      [openRoundId],
    )
    const [found] = await stage.query<{ login: string }>(
      `SELECT login FROM account a WHERE role = 'contestant' AND NOT EXISTS (SELECT 1 FROM attempt t WHERE t.account_id = a.id AND t.round_id = $1)
       ORDER BY login LIMIT 1`,
      [openRoundId],
    )
    const login = found?.login as string
    const client = await stage.client(login)
    // A round is remembered for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    const holder = randomBytes(12).toString('base64url')
    const { attempt } = await client.get('startAttempt', { params: { roundId: openRoundId }, body: { holder } })
    await client.get('submitAttempt', { params: { attemptId: attempt.attemptId }, body: { holder } })
    for (const [locale, sentence] of [
      ['vi', /^Lượt tiếp theo bắt đầu được từ /],
      ['en', /^You can start your next attempt from /],
    ] as const)
      for (const size of [PHONE, LAPTOP]) {
        const { page } = await stage.visit({ login, locale, size, isStill: true })
        await page.goto('/')
        await see(page.getByText(sentence))
        await settled(page)
        expect(await sidewaysScroll(page)).toBe(0)
        await photograph(page, `home-${size.width}-${locale}-wait`)
      }
  })

  stage.scene('a closed round leads to its winners once they are published, and to the draw', async () => {
    const { closedRoundId } = stage.places
    const first = await stage.visit({ isStill: true })
    await first.page.goto(`/dot/${closedRoundId}`)
    await see(link(first.page, 'Bốc thăm kiểm chứng được'))
    await settled(first.page)
    expect(await link(first.page, 'Người đoạt giải').count()).toBe(0)
    const [organizer, administrator] = [await stage.client('bantochuc'), await stage.client('quantri')]
    const params = { roundId: closedRoundId }
    const { contest } = await organizer.get('adminRound', { params })
    await untie(stage, params.roundId)
    const { version } = await organizer.get('closeResults', { params })
    await organizer.get('publishResults', { params, body: { versionId: version.id, withTies: true } })
    const list = { contestId: contest.id, list: closedRoundId }
    let shown = await organizer.get('proposeWinners', { params: list, body: { revision: 0 } })
    for (const { id } of shown.lines.flatMap(({ winners }) => winners))
      await organizer.get('checkIdentity', { params: { winnerId: id }, body: { seen: ['id-card'] } })
    for (const who of [organizer, administrator]) {
      shown = await organizer.get('winnerList', { params: list })
      await who.get('signWinners', { params: list, body: { revision: shown.revision } })
    }
    shown = await organizer.get('winnerList', { params: list })
    await organizer.get('publishWinners', { params: list, body: { revision: shown.revision } })
    const { page } = await stage.visit({ isStill: true })
    await page.goto(`/dot/${closedRoundId}`)
    await link(page, 'Người đoạt giải').click()
    await see(heading(page, 'Người đoạt giải'))
    await page.goBack()
    await see(link(page, 'Người đoạt giải'))
    await settled(page)
    expect(await sidewaysScroll(page)).toBe(0)
    await photograph(page, 'round-360-vi-closed-links')
  })
})
