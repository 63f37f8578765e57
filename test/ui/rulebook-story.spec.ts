import { see, seeNoMore, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const PURPOSE = 'Căn cứ Kế hoạch số 12 của Tỉnh đoàn.'
const SPONSORS = 'Nhà tài trợ không tham gia soạn câu hỏi.'

describeInBrowser('RB: the thể lệ, from the settings to a reader', () => {
  // The demo has published its thể lệ; this story begins before that.
  beforeAll(() => stage.query(`DELETE FROM rulebook_version`))

  stage.scene('an organizer writes around the settings, publishes, and a visitor reads it on a phone', async () => {
    const { contestId } = stage.places
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc' })
    await page.goto(`/admin/cuoc-thi/${contestId}`)
    await link(page, 'Thể lệ').click()
    await see(heading(page, 'Thể lệ'), heading(page, /^Điều 1\. Tên cuộc thi/), page.getByText('Chưa công bố').first())

    await button(page, /^Viết thêm vào Điều 2\. Mục đích/).click()
    await field(page, 'Đứng trước phần từ cài đặt').fill(PURPOSE)
    // The sheet shows it while it is typed.
    await see(page.getByRole('article').getByText(PURPOSE, { exact: true }).first())
    await button(page, 'Thêm điều').click()
    await button(page, 'Lưu bản đang soạn').click()
    await see(page.getByText('Điều viết thêm cần có tên và nội dung tiếng Việt.'))
    await field(page, /^Tên điều/).fill('Tài trợ')
    await field(page, /^Nội dung/).fill(SPONSORS)
    await see(heading(page, /^Điều 13\. Tài trợ/), heading(page, /^Điều 14\. Hiệu lực/))
    await field(page, 'Số, ký hiệu').fill('12-TL/BTC')
    expect(await violationsOf(page, TAGS)).toEqual([])
    await photograph(page, 'rulebook-write-1280-vi')

    // Leaving would lose it.
    await link(page, /^Tìm hiểu|^Cuộc thi/)
      .first()
      .click()
    await see(heading(page, 'Rời trang khi chưa lưu?'))
    await button(page, 'Ở lại').click()
    await button(page, 'Lưu bản đang soạn').click()
    await see(page.getByText('Mọi thay đổi đã lưu.'))

    await button(page, 'Công bố').click()
    const dialog = page.getByRole('alertdialog')
    await see(dialog.getByText(/Toàn văn thể lệ, gồm lịch và quy định của \d+ đợt thi/))
    await photograph(page, 'rulebook-publish-1280-vi', { whole: false })
    await dialog.getByRole('button', { name: 'Công bố' }).click()
    await see(page.getByText('Đã công bố phiên bản 1').first(), page.getByText(/^Mã băm [0-9a-f]{8}$/))

    // Somebody has taken part: from now on a change is an amendment, and everybody reads it here.
    const organizer = await stage.client('bantochuc')
    const amendment = await organizer.get('proposeRoundAmendment', {
      params: { roundId: stage.places.openRoundId },
      body: { change: { timeLimitS: 1_500 }, reason: 'Kế hoạch ghi 25 phút, hệ thống đặt nhầm 20 phút.' },
    })
    const administrator = await stage.client('quantri')
    await administrator.get('decideAmendment', {
      params: { amendmentId: amendment.id },
      body: { isApproved: true },
    })

    const { page: phone } = await stage.visit({ size: PHONE })
    await phone.goto('/')
    await link(phone, 'Đọc thể lệ').click()
    await settled(phone)
    await see(
      heading(phone, /^Điều 13\. Tài trợ/),
      phone.getByText(PURPOSE),
      phone.getByText(/Phiên bản 1, công bố lúc/),
      phone.getByText(/^[0-9a-f]{64}$/),
    )
    const changes = phone.locator('.rb-changes')
    await see(changes.getByText('Thời gian làm bài'), changes.getByText('20 phút'), changes.getByText('25 phút'))
    await see(phone.getByText('Kế hoạch ghi 25 phút, hệ thống đặt nhầm 20 phút.'))
    expect(await sidewaysScroll(phone)).toBe(0)
    expect(await violationsOf(phone, TAGS)).toEqual([])
    await photograph(phone, 'rulebook-read-360-vi')
    await phone.getByText('Mục lục').first().click()
    await link(phone, /^Điều 9\./)
      .first()
      .click()
    await phone.waitForFunction(() => {
      const top = document.getElementById('dieu-9')?.getBoundingClientRect().top ?? -1
      return top >= 0 && top < 200
    })
    const [file] = await Promise.all([phone.waitForEvent('download'), link(phone, 'Tải PDF').click()])
    expect(file.suggestedFilename()).toBe('the-le.pdf')

    const { page: reader } = await stage.visit({ size: LAPTOP, locale: 'en' })
    await reader.goto(`/the-le/${contestId}`)
    await see(heading(reader, /^Article 1\. Name and organizer/), reader.getByText(/Version 1, published/))
    await photograph(reader, 'rulebook-read-1280-en')
  })

  stage.scene('two organizers write at once: nothing typed is lost, and one of them decides', async () => {
    const { contestId } = stage.places
    const first = await stage.visit({ size: LAPTOP, login: 'bantochuc' })
    const second = await stage.visit({ size: LAPTOP, login: 'quantri', locale: 'en' })
    for (const { page } of [first, second]) {
      await page.goto(`/admin/cuoc-thi/${contestId}/the-le`)
      await settled(page)
    }
    await field(first.page, 'Nơi ban hành').fill('Tam Kỳ')
    await button(first.page, 'Lưu bản đang soạn').click()
    await see(first.page.getByText('Mọi thay đổi đã lưu.'))

    second.expectComplaint(/409/)
    await field(second.page, 'Name of the signer').fill('Nguyễn Thị Thu Hà')
    await button(second.page, 'Save the draft').click()
    await see(second.page.getByText('Somebody else has just saved these rules'))
    expect(await field(second.page, 'Name of the signer').inputValue()).toBe('Nguyễn Thị Thu Hà')
    await photograph(second.page, 'rulebook-race-1280-en', { whole: false })
    await button(second.page, 'Save mine over theirs').click()
    await seeNoMore(second.page.getByText('Somebody else has just saved these rules'))
    await see(second.page.getByText('All changes are saved.'))
    // What the scene before published is behind by now.
    await see(second.page.getByText('What is public is out of date'))
    await second.page.setViewportSize(PHONE)
    expect(await sidewaysScroll(second.page)).toBe(0)
    expect(await violationsOf(second.page, TAGS)).toEqual([])
    await photograph(second.page, 'rulebook-write-360-en')
    const saved = await (await stage.client('quantri')).get('rulebook', { params: { contestId } })
    expect(saved.head).toMatchObject({ signerName: 'Nguyễn Thị Thu Hà', place: '' })
  })

  stage.scene('a round is rehearsed: perfect papers, prizes, load and what to change', async () => {
    for (const [size, locale] of [
      [LAPTOP, 'vi'],
      [PHONE, 'en'],
    ] as const) {
      const say = (vi: string, en: string) => (locale === 'vi' ? vi : en)
      const { page } = await stage.visit({ size, locale, login: 'bantochuc', isDesktop: true })
      await page.goto(`/admin/dot/${stage.places.comingRoundId}`)
      await field(page, say('Số thí sinh dự kiến', 'Contestants expected')).fill('')
      await button(page, say('Diễn tập', 'Rehearse')).click()
      await see(page.getByText(say('Nhập từ 1 đến 1.000.000.', 'Give 1 to 1,000,000.')))
      await field(page, say('Số thí sinh dự kiến', 'Contestants expected')).fill('50000')
      await button(page, say('Diễn tập', 'Rehearse')).click()
      await see(
        page.getByText(say('Người đúng tất cả', 'People with everything right')),
        heading(page, say('Nên đổi gì', 'What to change')),
        button(page, say('Diễn tập lại', 'Rehearse again')),
      )
      await settled(page)
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page, TAGS)).toEqual([])
      await photograph(page, `rehearsal-${size.width}-${locale}`)
    }
  })
})
