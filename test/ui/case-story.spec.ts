import { addPeople } from '../support/people'
import { see, settled, sidewaysScroll } from './support/act'
import { violationsOf } from './support/axe'
import { describeInBrowser } from './support/chromium'
import { button, heading } from './support/places'
import { LAPTOP, PHONE, photograph, useStage } from './support/stage'

const stage = useStage()
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const ASKED =
  'Bài của bạn giống bài một bạn khác ở nhiều câu. Bạn kể lại giúp: bạn làm bài ở đâu, có ai làm cùng không?'
const ANSWER = 'Em làm bài ở phòng máy của trường, bạn ngồi cạnh có trao đổi với em mấy câu.'

describeInBrowser('A case from opening to appeal', () => {
  let roundId = ''
  let caseId = ''
  let person = { login: '', accountId: '', attemptId: '', otherId: '' }
  let fresh: string[] = []

  beforeAll(async () => {
    roundId = stage.places.closedRoundId
    await (await stage.client('bantochuc')).get('closeResults', { params: { roundId } })
    const [one, two] = await stage.query<{ login: string; accountId: string; attemptId: string }>(
      `SELECT a.login, a.id AS "accountId", t.id AS "attemptId" FROM attempt t JOIN account a ON a.id = t.account_id
       WHERE t.round_id = $1 AND t.state = 'submitted' AND a.role = 'contestant' ORDER BY t.points DESC, t.id LIMIT 2`,
      [roundId],
    )
    if (!one || !two) throw new Error('the demo has no closed round with two people')
    person = { ...one, otherId: two.attemptId }
    fresh = (await addPeople(stage.database.pool, 2, { role: 'organizer', name: (n) => `Phan Văn Xét ${n}` })).map(
      ({ login }) => login,
    )
  })

  const rank = async () => {
    const [row] = await stage.query<{ rank: number | null; reason: string | null }>(
      `SELECT r.rank, r.unranked_reason AS reason FROM result_row r JOIN result_version v ON v.id = r.version_id
       WHERE v.scope_id = $1 AND r.account_id = $2 ORDER BY v.number DESC LIMIT 1`,
      [roundId, person.accountId],
    )
    return row
  }
  const act = async (login: string, name: string, fill: (page: Awaited<ReturnType<typeof open>>) => Promise<void>) => {
    const page = await open(login)
    await button(page, name).first().click()
    await fill(page)
    await page.getByRole('dialog').getByRole('button', { name }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    return page
  }
  const open = async (login: string) => {
    const { page } = await stage.visit({ size: LAPTOP, login, isStill: true })
    await page.goto(`/admin/vu-viec/${caseId}`)
    await see(heading(page, 'Căn cứ'))
    await settled(page)
    return page
  }

  stage.scene('CA-2: an organizer opens it about what was seen, and asks the person', async () => {
    const { page } = await stage.visit({ size: LAPTOP, login: 'bantochuc', isStill: true })
    await page.goto(`/admin/dot/${roundId}/vu-viec`)
    await button(page, 'Lập vụ việc').click()
    await page.getByRole('dialog').getByLabel('Vì sao cần xem xét').waitFor()
    await photograph(page, 'case-1280-vi-open', { whole: false })
    await page.keyboard.press('Escape')
    const opened = await (await stage.client('bantochuc')).get('openCase', {
      params: { roundId },
      body: {
        attemptId: person.attemptId,
        withAttemptIds: [person.otherId],
        reason: 'Hai bài giống nhau',
        note: 'Giám sát phòng máy thấy hai bạn trao đổi lúc 9 giờ 15.',
      },
    })
    caseId = opened.caseId
    await act('bantochuc', 'Báo cho thí sinh', async (asking) => {
      await asking.getByRole('dialog').getByLabel('Điều cần hỏi thí sinh').fill(ASKED)
      await photograph(asking, 'case-1280-vi-tell', { whole: false })
    })
    const narrow = (await stage.visit({ size: PHONE, login: 'bantochuc', isStill: true })).page
    await narrow.goto(`/admin/dot/${roundId}/vu-viec`)
    await see(narrow.getByText('Chờ thí sinh trình bày'))
    await photograph(narrow, 'cases-360-vi')
    expect(await sidewaysScroll(narrow)).toBe(0)
  })

  stage.scene('CA-6, CA-14: the person reads it on a phone, keeps a draft, and answers', async () => {
    const { page } = await stage.visit({ size: PHONE, login: person.login, isStill: true })
    await page.goto(`/vu-viec/${caseId}`)
    await see(page.getByText(/Chưa có kết luận nào/), heading(page, 'Vì sao hỏi bạn'))
    await settled(page)
    await photograph(page, 'my-case-360-vi')
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await violationsOf(page, { type: 'tag', values: TAGS })).toEqual([])
    await page.getByLabel('Kể lại bằng lời của bạn').fill(ANSWER)
    await page.reload()
    await see(page.getByLabel('Kể lại bằng lời của bạn'))
    expect(await page.getByLabel('Kể lại bằng lời của bạn').inputValue()).toBe(ANSWER)
    await button(page, 'Gửi câu trả lời').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Gửi câu trả lời' }).click()
    await see(page.getByText(/Bạn đã trả lời lúc/))
  })

  stage.scene('CA-5, CA-12: one proposes, another approves, and results are made anew', async () => {
    expect((await rank())?.rank).not.toBeNull()
    const one = await act('bantochuc', 'Đề nghị kết luận', async (page) => {
      await see(page.getByText(ANSWER))
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: /Loại khỏi kết quả/ })
        .check()
      await page.getByRole('dialog').getByLabel('Lý do theo thể lệ').selectOption('shared-answers')
      await page
        .getByRole('dialog')
        .getByLabel(/bằng lời của bạn/)
        .fill('Thí sinh nhận có trao đổi với bạn ngồi cạnh.')
      await photograph(page, 'case-1280-vi-propose', { whole: false })
    })
    await settled(one)
    await photograph(one, 'case-1280-vi-proposed')
    expect(await violationsOf(one, { type: 'tag', values: TAGS })).toEqual([])
    const two = await act('quantri', 'Phê duyệt', async () => undefined)
    await see(two.getByText(/Kết quả đợt thi đã được tính lại/))
    expect(await rank()).toEqual({ rank: null, reason: 'excluded' })
    const dark = (
      await stage.visit({ size: PHONE, login: fresh[0] as string, theme: 'dark', locale: 'en', isStill: true })
    ).page
    await dark.goto(`/admin/vu-viec/${caseId}`)
    await see(heading(dark, 'Evidence'))
    await settled(dark)
    await photograph(dark, 'case-360-en-dark')
    expect(await sidewaysScroll(dark)).toBe(0)
  })

  stage.scene('CA-8: the person appeals once; two others hear it and change the decision', async () => {
    const { page } = await stage.visit({ size: PHONE, login: person.login, isStill: true, theme: 'dark' })
    await page.goto('/vu-viec')
    await page.getByRole('link', { name: /Vụ việc số/ }).click()
    await see(heading(page, 'Khiếu nại'))
    await settled(page)
    await photograph(page, 'my-case-360-vi-decided')
    await page.getByLabel('Điều bạn muốn được xem lại').fill('Em chỉ hỏi cách đăng nhập, không hỏi đáp án ạ.')
    await button(page, 'Gửi khiếu nại').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Gửi khiếu nại' }).click()
    await see(page.getByText(/Bạn đã khiếu nại lúc/))
    await act(fresh[0] as string, 'Đề nghị trả lời khiếu nại', async (hearing) => {
      await hearing
        .getByRole('dialog')
        .getByRole('radio', { name: /Nhắc nhở/ })
        .check()
      await hearing.getByRole('dialog').getByLabel('Lý do theo thể lệ').selectOption('shared-answers')
      await hearing
        .getByRole('dialog')
        .getByLabel(/bằng lời của bạn/)
        .fill('Trao đổi ngắn, không về đáp án: nhắc nhở là đủ.')
    })
    await act(fresh[1] as string, 'Phê duyệt', async () => undefined)
    expect((await rank())?.rank).not.toBeNull()
    await page.goto(`/vu-viec/${caseId}`)
    await see(heading(page, 'Trả lời khiếu nại'), page.getByText('Nhắc nhở', { exact: true }))
    await settled(page)
    await photograph(page, 'my-case-360-vi-appealed')
    const wide = (await stage.visit({ size: LAPTOP, login: person.login, locale: 'en', isStill: true })).page
    await wide.goto(`/vu-viec/${caseId}`)
    await see(heading(wide, 'Answer to the appeal'))
    await photograph(wide, 'my-case-1280-en-appealed')
  })
})
