import type { BrowserContext, Page } from 'playwright-core'
import { see, settled } from './support/act'
import { describeInBrowser } from './support/chromium'
import { answer, paper } from './support/paper'
import { button, field, link } from './support/places'
import { PHONE, useStage } from './support/stage'

const stage = useStage()

interface Received {
  from: string
  text: string
}

/** Everything that comes to this person's browser: the body of every response, every frame of every socket. */
function record(context: BrowserContext, page: Page): { received: () => Promise<Received[]> } {
  const bodies: Promise<Received | null>[] = []
  const frames: Received[] = []
  context.on('response', (response) => {
    const { pathname } = new URL(response.url())
    // A body may be gone when the page was left meanwhile; what nobody read cannot have told anybody anything.
    bodies.push(
      response.body().then(
        (body) => ({ from: `${response.request().method()} ${pathname}`, text: body.toString('utf8') }),
        () => null,
      ),
    )
  })
  page.on('websocket', (socket) => {
    const from = `socket ${new URL(socket.url()).pathname}`
    socket.on('framereceived', ({ payload }) => frames.push({ from, text: payload.toString() }))
  })
  return { received: async () => [...(await Promise.all(bodies)).filter((body) => body !== null), ...frames] }
}

interface Secrets {
  ids: string[]
  explanations: string[]
}

/** Of every item there is, in every version. */
async function secrets(): Promise<Secrets> {
  const rows = await stage.query<{ itemId: string; versionId: string; explanation: string }>(
    `SELECT v.item_id AS "itemId", v.id AS "versionId", e.value AS explanation
     FROM item_version v JOIN item_key k ON k.item_version_id = v.id, jsonb_each_text(k.explanation) e`,
  )
  return {
    ids: [...new Set(rows.flatMap(({ itemId, versionId }) => [itemId, versionId]))],
    // As a JSON string holds it, without its quotes.
    explanations: rows.map(({ explanation }) => JSON.stringify(explanation).slice(1, -1)).filter((text) => text !== ''),
  }
}

/** Where a secret shows. Names of properties are looked at in data only: code has keys of its own. */
function leaks(all: readonly Received[], { ids, explanations }: Secrets): string[] {
  return all.flatMap(({ from, text }) => {
    const isData = from.includes('/api/') || from.includes('/socket.io/')
    const found = [...ids, ...explanations].filter((secret) => text.includes(secret))
    if (isData && /"(key|keys|isKey|isRight|explanation|sources|itemId|itemVersionId)":/.test(text))
      found.push('a property')
    return found.map((secret) => `${from}: ${secret.slice(0, 60)}`)
  })
}

describeInBrowser('A browser never learns what is right before the round is over', () => {
  stage.scene('in a whole attempt, from signing in to the board', async () => {
    const { page, context } = await stage.visit({ size: PHONE })
    const { received } = record(context, page)
    await page.goto('/')
    await link(page, 'Vào thi').tap()
    await link(page, 'Đăng nhập để thi').tap()
    await field(page, 'Số điện thoại hoặc tên đăng nhập').fill('thisinh')
    await field(page, 'Mật khẩu').fill('rau-tra-que')
    await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).tap()
    await button(page, 'Bắt đầu').tap()
    for (let number = 1; number <= 20; number++) {
      await see(paper.place(page, number))
      await answer(page, number % 3)
      if (number < 20) await paper.next(page).tap()
    }
    await page.reload()
    await see(paper.place(page, 20))
    await button(page, 'Xem lại').tap()
    await button(page, 'Nộp bài').tap()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Nộp bài' }).tap()
    await page.waitForURL('**/ket-qua/*')
    await settled(page)
    const [, attemptId = ''] = /ket-qua\/(.+)$/.exec(page.url()) ?? []
    await link(page, 'Bảng xếp hạng').tap()
    await see(page.getByText('Đang cập nhật trực tiếp'), page.getByRole('region', { name: 'Hạng của tôi' }))
    await page.goto('/toi/lich-su')
    await settled(page)

    const all = await received()
    const from = (pattern: RegExp) => all.filter((one) => pattern.test(one.from) && one.text !== '').length
    expect(from(/POST .*\/attempts$/)).toBe(1)
    expect(from(/PUT .*\/responses$/)).toBeGreaterThanOrEqual(20)
    expect(from(/GET .*\/paper$/)).toBeGreaterThanOrEqual(1)
    expect(from(/GET .*\/result$/)).toBeGreaterThanOrEqual(1)
    expect(from(/^socket /)).toBeGreaterThan(2)
    expect(from(/GET \/assets\/.*\.js$/)).toBeGreaterThan(3)
    expect(leaks(all, await secrets())).toEqual([])

    const [{ answered } = { answered: 0 }] = await stage.query<{ answered: number }>(
      `SELECT answered_count AS answered FROM attempt WHERE id = $1`,
      [attemptId],
    )
    expect(answered).toBe(20)
  })

  stage.scene('and this spec would see it: after the round the same page tells everything', async () => {
    // Items that another round still needs would be kept back (RD-3).
    await stage.query(
      `UPDATE round SET opens_at = opens_at - interval '1 year', closes_at = closes_at - interval '1 year' WHERE closes_at > now()`,
    )
    const { page, context } = await stage.visit({ size: PHONE, login: 'thisinh' })
    const { received } = record(context, page)
    await page.goto(`/ket-qua/${stage.places.attemptId}`)
    await see(page.getByText('Giải thích'))
    const found = leaks(await received(), await secrets())
    expect(found).toContainEqual(expect.stringMatching(/\/result: a property$/))
    expect(found.filter((leak) => !leak.endsWith('a property')).length).toBeGreaterThanOrEqual(20)
  })
})
