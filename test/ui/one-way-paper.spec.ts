import { addPerson, knowDatabase, signedIn } from '../support/people'
import { makeContest } from '../support/story'
import { see, seeNoMore, settled, sidewaysScroll, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { answer, paper } from './support/paper'
import { button, field, heading } from './support/places'
import { PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

async function roundWith(rules: NonNullable<Parameters<typeof makeContest>[1]>['rules'], itemCount = 3) {
  knowDatabase(stage.api.url, stage.database.pool)
  const staff = await signedIn(stage.api.url, stage.database.pool, 'organizer')
  return makeContest(staff, { itemCount, rules: rules ?? {}, attemptLimit: 3 })
}

const prediction = { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: true } as const

describeInBrowser('AT-12 and AT-15: a one-way paper with a prediction, on a phone', () => {
  stage.scene('goes forward only, moves on by itself, asks for the prediction, and tells what came of it', async () => {
    const { roundId } = await roundWith({
      movement: 'one-way',
      itemClockS: 15,
      prediction,
      scoring: { wrongPenalty: 0.25, blankPenalty: 0, speedBonus: 0.5 },
    })
    const { login } = await addPerson(stage.database.pool, 'contestant', null, 'Lê Thị Một Chiều')
    const { page } = await stage.visit({ size: PHONE, login })
    const shot = (name: string) => photograph(page, `one-way-360-vi-${name}`)
    await page.goto(`/dot/${roundId}`)
    await see(
      page.getByText(/Bài chỉ đi tới: mỗi lúc hiện một câu/),
      page.getByText(/Mỗi câu có đồng hồ riêng 15 giây/),
      page.getByText(/Câu sai bị trừ 25%/),
      page.getByText(/có bao nhiêu người trả lời đúng tất cả các câu trong đợt này\?/),
      page.getByText(/mạng lúc bắt đầu và mạng khác đều ở dạng rút gọn/),
    )
    await shot('01-rules')
    await button(page, 'Bắt đầu').tap()
    await see(paper.place(page, 1, 3), page.getByText('Giờ của câu này'))
    await answer(page, 1)
    expect(await sidewaysScroll(page)).toBe(0)
    await shot('02-place')

    // After a reload the same place is open, with its answer.
    await page.reload()
    await see(paper.place(page, 1, 3), page.getByRole('radio', { checked: true }))
    await button(page, 'Câu sau').tap()
    await see(paper.place(page, 2, 3))
    await seeNoMore(paper.back(page))

    // A blank is asked about once; then the clock of the place runs out and the page goes on by itself.
    await button(page, 'Câu sau').tap()
    await see(heading(page, 'Bỏ trống câu này?'))
    await button(page, 'Ở lại câu này').tap()
    await see(paper.place(page, 3, 3))
    await answer(page, 0)
    await button(page, 'Xong câu cuối').tap()

    await see(heading(page, 'Câu dự đoán'))
    await field(page, 'Số bạn dự đoán').fill('nhiều lắm')
    await field(page, 'Số bạn dự đoán').press('Enter')
    await see(page.getByText('Hãy nhập một số từ 0 đến 10.000.000, chỉ gồm chữ số.'))
    await field(page, 'Số bạn dự đoán').fill('12.500')
    await field(page, 'Số bạn dự đoán').press('Enter')
    await see(paper.saved(page))
    await shot('03-prediction')
    await button(page, 'Tiếp tục').tap()
    await see(heading(page, 'Đã qua hết các câu'), page.getByText('Bạn dự đoán: 12.500.'))
    await button(page, 'Nộp bài').tap()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Nộp bài' }).tap()
    await see(heading(page, 'Bài của bạn'), page.getByText('12.500'))
    await settled(page)
    await shot('04-result')
    const [row] = await stage.query<{ prediction: number; state: string }>(
      `SELECT prediction, state FROM attempt WHERE round_id = $1`,
      [roundId],
    )
    expect(row).toEqual({ prediction: 12_500, state: 'submitted' })
  })

  stage.scene(
    'a free paper that must be whole: the refusal leads to the blanks, the pause is told and stops the clock',
    async () => {
      const { roundId } = await roundWith({ allRequired: true, prediction }, 2)
      const { login } = await addPerson(stage.database.pool, 'contestant', null, 'Trần Văn Đủ Cả')
      const { page, expectComplaint } = await stage.visit({ size: PHONE, login })
      expectComplaint(/status of 409/)
      await page.goto(`/dot/${roundId}`)
      await see(page.getByText(/Phải trả lời hết mới nộp được/))
      await button(page, 'Bắt đầu').tap()
      await see(paper.place(page, 1, 2))
      await answer(page, 1)
      await paper.road(page).tap()
      await see(heading(page, 'Câu dự đoán'))
      await button(page, 'Tiếp tục').tap()
      await button(page, 'Nộp bài').tap()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Nộp bài' }).tap()
      await see(page.getByText(/Còn trống: câu 2\./))

      await stage.query(`UPDATE round SET paused_at = now(), closes_at = closes_at + interval '7 days' WHERE id = $1`, [
        roundId,
      ])
      await until(
        async () =>
          (
            await stage.query(
              `SELECT 1 FROM attempt WHERE round_id = $1 AND accept_until > now() + interval '7 days'`,
              [roundId],
            )
          ).length > 0,
      )
      await page.reload()
      await see(page.getByText('Ban tổ chức tạm dừng, đồng hồ đứng yên. Câu trả lời của bạn vẫn được lưu.'))
      const clock = page.getByRole('timer')
      const before = await clock.textContent()
      await page.waitForTimeout(2_200)
      expect(await clock.textContent()).toBe(before)
      await photograph(page, 'paused-360-vi')
      await stage.query(`UPDATE round SET paused_at = NULL, closes_at = closes_at - interval '7 days' WHERE id = $1`, [
        roundId,
      ])
    },
  )
})
