import { see, seeNoMore, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { itemPlace, Teacher } from './support/lesson'
import { inspect, offline, option, place, recorded } from './support/lesson-phone'
import { button, field, heading, link } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()

describeInBrowser('CR-50 to CR-57, CR-71: a pupil’s phone in a lesson', () => {
  stage.scene('from the code on the wall to what to study, through a lost network', async () => {
    const teacher = await Teacher.come(stage)
    const items = await teacher.items(3)
    const host = await teacher.lesson(
      items.map(({ itemId }) => itemPlace(itemId)),
      { leadS: 2 },
    )
    const visit = await stage.visit({ size: PHONE })
    const { page, expectComplaint } = visit
    await page.goto('/')
    await link(page, 'Vào lớp bằng mã').first().tap()
    await see(heading(page, 'Vào lớp bằng mã'))
    await inspect(page, '01-pin')
    // As it stands on the wall, with a space; the sixth digit goes on by itself.
    await field(page, 'Mã vào lớp').fill(`${host.pin.slice(0, 3)} ${host.pin.slice(3)}`)
    await page.waitForURL(`**/lop/${host.pin}`)
    await see(heading(page, 'Ôn tập chuyển đổi số'), page.getByText(/bị xóa ngày \d{2}\/\d{2}\/\d{4}/))
    await inspect(page, '02-name')
    expectComplaint(/status of 400 .*\/classroom\/seats/)
    await field(page, 'Tên hiện trên màn hình lớp').fill('con c4c')
    await button(page, /^Vào lớp/).tap()
    await see(page.getByText('Tên này không dùng được trong lớp. Hãy chọn một tên khác.'))
    await inspect(page, '03-name-refused')
    await field(page, 'Tên hiện trên màn hình lớp').fill('Minh Anh')
    await button(page, 'Vào lớp: Minh Anh').tap()
    await see(heading(page, 'Bạn đã vào lớp'))
    await inspect(page, '04-lobby')
    await page.reload()
    await see(heading(page, 'Bạn đã vào lớp'), page.getByText('Minh Anh'))
    expect((await host.view()).seats.map(({ name }) => name)).toEqual(['Minh Anh'])

    await host.act({ kind: 'next' })
    await see(place(page, 1, 3), page.getByText('Đọc câu hỏi, chưa trả lời'))
    await inspect(page, '05-reading')
    const right = items[0]!
    const own = option(page, new RegExp(right.options[right.key]!))
    await see(own)
    await page.waitForFunction(() => document.querySelector('.ls-choice:not([aria-disabled])') !== null)
    await inspect(page, '06-open')
    await own.tap()
    await see(recorded(page))
    await see(heading(page, 'Đúng rồi!'), page.getByText(right.explanation))
    // A voice says first what came of it.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đúng rồi!')
    await inspect(page, '07-right')
    await host.act({ kind: 'board' })
    await see(heading(page, 'Bảng điểm'))
    await inspect(page, '08-board')
    await button(page, 'Vỗ tay').tap()
    await see(page.getByRole('status').getByText('Đã gửi'))

    await host.act({ kind: 'next' })
    await see(place(page, 2, 3))
    await page.waitForFunction(() => document.querySelector('.ls-choice:not([aria-disabled])') !== null)
    await offline(visit, true)
    const wrong = items[1]!
    await option(page, new RegExp(wrong.options[(wrong.key + 1) % 4]!)).tap()
    await see(page.getByText(/Câu trả lời của bạn đang chờ gửi/))
    await photograph(page, 'lesson-phone/09-offline')
    await offline(visit, false)
    await see(heading(page, 'Chưa đúng'))
    await inspect(page, '10-wrong')

    await host.act({ kind: 'next' })
    await see(place(page, 3, 3))
    await host.act({ kind: 'pause' })
    await see(page.getByText('Thầy cô đang tạm dừng. Đồng hồ đứng yên.'))
    await inspect(page, '11-paused')
    const late = await stage.visit({ size: LAPTOP, theme: 'dark' })
    await late.page.goto(`/lop/${host.pin}`)
    await see(late.page.getByText('Buổi chơi đã bắt đầu. Bạn sẽ chơi từ câu tiếp theo.'))
    await inspect(late.page, '14-late-name')
    await field(late.page, 'Tên hiện trên màn hình lớp').fill('Đến Sau')
    await late.page.keyboard.press('Enter')
    await see(place(late.page, 3, 3), late.page.getByText('Câu này bạn không chơi được, và đây là câu cuối.'))
    await inspect(late.page, '15-late-item')
    await host.act({ kind: 'resume' })
    await seeNoMore(page.getByText('Thầy cô đang tạm dừng. Đồng hồ đứng yên.'))
    // Nothing is locked before it has opened.
    await until(async () => Date.parse((await host.view()).step.opensAt ?? '') <= Date.now())
    await host.act({ kind: 'lock' })
    await host.reaches('revealed')
    await see(heading(page, 'Bạn chưa trả lời'), heading(late.page, 'Đáp án'))
    await inspect(late.page, '16-late-reveal')
    await host.act({ kind: 'next' })
    // The class screen tells the podium first, and no phone before it.
    await see(heading(page, 'Nhìn lên màn hình lớp'))
    expect(await page.getByText('Bạn đứng đầu!').count()).toBe(0)
    await inspect(page, '12-look-up')
    await see(heading(page, 'Bạn đứng đầu!'))
    await inspect(page, '12-podium')
    await inspect(late.page, '17-late-podium')
    await host.act({ kind: 'end' })
    await see(heading(page, 'Bạn đúng 1 trên 3 câu'), link(page, 'Luyện tập thêm'))
    await inspect(page, '13-end')
  })

  stage.scene(
    'a name chosen by mistake is given back; a seat goes to another phone when the host says so; who was removed waits to be let in',
    async () => {
      const teacher = await Teacher.come(stage)
      const items = await teacher.items(2)
      const classId = await teacher.schoolClass(['Nguyễn Thị Bình', 'Trần Văn Cường', 'Lê Dũng'])
      const host = await teacher.lesson(
        items.map(({ itemId }) => itemPlace(itemId)),
        { leadS: 0, names: 'roster' },
        classId,
      )
      const [first, second] = await Promise.all([stage.visit({ size: PHONE }), stage.visit({ size: PHONE })])
      await first.page.goto(`/lop/${host.pin}`)
      await see(first.page.getByText('Bạn là ai trong danh sách?'))
      await button(first.page, 'Vào lớp').tap()
      await see(first.page.getByText('Hãy chọn tên của bạn.'))
      await first.page.getByText('Nguyễn Thị Bình').tap()
      await inspect(first.page, '20-roster')
      // A slip of the finger: somebody else's name.
      await first.page.getByText('Trần Văn Cường').tap()
      await button(first.page, 'Vào lớp: Trần Văn Cường').tap()
      await see(heading(first.page, 'Bạn đã vào lớp'))
      await button(first.page, 'Không phải tôi').tap()
      await see(heading(first.page, 'Bạn không phải “Trần Văn Cường”?'))
      await inspect(first.page, '20-not-me')
      await first.page.getByRole('alertdialog').getByRole('button', { name: 'Không phải tôi' }).tap()
      await see(first.page.getByText('Bạn là ai trong danh sách?'), first.page.getByText('Trần Văn Cường'))
      expect((await host.view()).seats.filter(({ isRemoved }) => !isRemoved)).toEqual([])
      await first.page.getByText('Nguyễn Thị Bình').tap()
      await button(first.page, 'Vào lớp: Nguyễn Thị Bình').tap()
      await see(heading(first.page, 'Bạn đã vào lớp'))
      await host.act({ kind: 'next' })
      await option(first.page, new RegExp(items[0]!.options[items[0]!.key]!)).tap()
      await see(heading(first.page, 'Đúng rồi!'))

      // The battery dies.
      await first.page.goto('about:blank')
      await until(async () => (await host.view()).seats.every(({ isHere }) => !isHere))
      await second.page.goto(`/lop/${host.pin}`)
      await second.page.getByText('Nguyễn Thị Bình').tap()
      await button(second.page, 'Vào lớp: Nguyễn Thị Bình').tap()
      await see(heading(second.page, 'Đang hỏi thầy cô'))
      const request = await until(async () => (await host.view()).requests[0])
      // What the host compares before saying yes.
      await see(second.page.getByText(request.code, { exact: true }))
      await inspect(second.page, '21-asked')
      await host.seats({ kind: 'admit', requestId: request.requestId })
      await see(heading(second.page, 'Đúng rồi!'), second.page.getByText('1 câu đúng', { exact: true }))
      expect((await host.view()).seats).toHaveLength(1)

      await first.page.goto('/lop/choi')
      await see(heading(first.page, 'Chỗ này không còn ở máy này'))
      await inspect(first.page, '22-elsewhere')

      const { seat } = request
      await host.seats({ kind: 'remove', seat })
      await see(heading(second.page, 'Bạn không còn trong buổi chơi'))
      await inspect(second.page, '23-removed')
      await button(second.page, 'Vào lại').tap()
      await see(second.page.getByText('Thầy cô chưa cho vào lại.'))
      await second.page.goto(`/lop/${host.pin}`)
      await see(heading(second.page, 'Bạn không còn trong buổi chơi'))
      await host.seats({ kind: 'readmit', seat })
      await see(heading(second.page, 'Đúng rồi!'), second.page.getByText('1 câu đúng', { exact: true }))
      expect(
        await (await teacher.client.call('takeSeat', { body: { pin: host.pin, device: 'x'.repeat(24) } })).code,
      ).toBe('SEAT.NAME_REFUSED')
    },
  )
})
