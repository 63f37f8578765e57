import type { Client } from '../support/client'
import type { Person } from '../support/people'
import { useStage } from '../support/stage'
import { makeContest, type Story, takePart } from '../support/story'
import { unzipped } from '../support/unzip'

const stage = useStage()
type Someone = Client & { person: Person }
let organizer: Someone
let second: Someone
let story: Story
/** By points, best first; two right items fewer each. */
const people: Someone[] = []
const NAMES = ['Nguyễn Thị Hoa', 'Trần Văn Nam', 'Lê Thị Mai', 'Phạm Quốc Bảo', 'Võ Minh Tú']

const list = () => ({ contestId: story.contestId, list: story.roundId })
const show = () => organizer.get('winnerList', { params: list() })
type Shown = Awaited<ReturnType<typeof show>>
const named = ({ lines }: Shown) =>
  lines.map(({ tier, winners }) => [tier, winners.map(({ name, state }) => `${name} ${state}`)])
const winnerOf = ({ lines }: Shown, index: number) => {
  const winner = lines.flatMap(({ winners }) => winners)[index]
  if (!winner) throw new Error(`no winner ${index}`)
  return winner
}
const checkAll = async () => {
  for (const { id, state } of (await show()).lines.flatMap(({ winners }) => winners))
    if (state === 'proposed')
      await organizer.get('checkIdentity', { params: { winnerId: id }, body: { seen: ['id-card'], lastDigits: '123' } })
}

beforeAll(async () => {
  organizer = await stage.client('organizer', 'Trần Thị Tổ Chức')
  second = await stage.client('organizer', 'Lý Văn Ký')
  story = await makeContest(organizer, {
    nameDisplay: 'masked',
    prizes: [
      { tier: 'first', count: 1, reward: { vi: 'Xe đạp', en: 'A bicycle' } },
      { tier: 'second', count: 2, reward: { vi: 'Giấy khen', en: 'A certificate' } },
    ],
  })
  for (const [index, name] of NAMES.entries()) {
    const client = await stage.client('contestant', name)
    people.push(client)
    await takePart(client, story, 8 - index)
  }
  await stage.database.pool.query(`UPDATE account SET birth_date = '2000-05-01' WHERE role = 'contestant'`)
})

describe('WN-8: before there are results', () => {
  it('the list is only a view, and nothing can be proposed or signed', async () => {
    expect(await show()).toMatchObject({ state: null, revision: 0, newest: null })
    const call = { params: list(), body: { revision: 0 } }
    expect(await organizer.refusal('proposeWinners', call)).toBe('WINNER.NO_RESULTS')
    expect(await organizer.refusal('signWinners', call)).toBe('WINNER.NOT_READY')
    expect(await organizer.refusal('publishWinners', call)).toBe('WINNER.WRONG_STATE')
    expect((await show()).state).toBeNull()
  })

  it('contestants have no way in', async () => {
    expect(await people[0]?.refusal('winnerList', { params: list() })).toBe('AUTH.NOT_ALLOWED')
  })
})

describe('WN-8 to WN-13: from results to a prize in the hand', () => {
  beforeAll(async () => {
    const params = { roundId: story.roundId }
    await organizer.get('closeRound', { params })
    await stage.database.pool.query(
      `UPDATE round SET opens_at = now() - interval '1 hour', closes_at = now() - interval '30 seconds', revision = revision + 1 WHERE id = $1`,
      [story.roundId],
    )
    // The round is remembered for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    const { version } = await organizer.get('closeResults', { params })
    await organizer.get('publishResults', { params, body: { versionId: version.id, withTies: true } })
  }, 60_000)

  it('WN-11: provisional results propose nobody, and show nobody’s papers', async () => {
    const provisional = await makeContest(organizer, {
      prizes: [{ tier: 'first', count: 1, reward: { vi: 'Cúp', en: 'A cup' } }],
    })
    await takePart(people[4] as Someone, provisional, 3)
    await organizer.get('closeRound', { params: { roundId: provisional.roundId } })
    await stage.database.pool.query(
      `UPDATE round SET opens_at = now() - interval '1 hour', closes_at = now() - interval '30 seconds', revision = revision + 1 WHERE id = $1`,
      [provisional.roundId],
    )
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    const { version } = await organizer.get('closeResults', { params: { roundId: provisional.roundId } })
    const params = { contestId: provisional.contestId, list: provisional.roundId }
    const shown = await organizer.get('winnerList', { params })
    expect([shown.state, shown.obstacles]).toEqual([null, ['nothing-proposed', 'results-not-final']])
    const body = { revision: 0 }
    expect(await organizer.refusal('proposeWinners', { params, body })).toBe('WINNER.RESULTS_NOT_FINAL')
    const told = await people[4]?.get('myNotices', { query: {} })
    expect(told?.rows.filter(({ kind }) => kind === 'prize-identity-needed')).toEqual([])
    // A list that an older release made from provisional results: its winners are not looked at either.
    const { rows } = await stage.database.pool.query<{ id: string }>(
      `WITH list AS (INSERT INTO winner_list (id, contest_id, kind, round_id, version_id, proposed_by)
         VALUES (gen_random_uuid(), $1, 'round', $2, $3, $4) RETURNING id)
       INSERT INTO winner (id, list_id, account_id, line_key, tier, reward, rank, order_no, points)
       SELECT gen_random_uuid(), id, $5, 'x', 'first', '{}', 1, 1, 3 FROM list RETURNING id`,
      [provisional.contestId, provisional.roundId, version.id, organizer.person.accountId, people[4]?.person.accountId],
    )
    const winner = { winnerId: rows[0]?.id as string }
    const look = { params: winner, body: { reason: 'Đối chiếu CCCD' } }
    expect(await organizer.refusal('winnerIdentity', look)).toBe('WINNER.RESULTS_NOT_FINAL')
    const check = { params: winner, body: { seen: ['id-card' as const] } }
    expect(await organizer.refusal('checkIdentity', check)).toBe('WINNER.RESULTS_NOT_FINAL')
  })

  it('the newest results are proposed, with masked names; winners are told to show who they are', async () => {
    const done = await organizer.get('proposeWinners', { params: list(), body: { revision: 0 } })
    expect(done).toMatchObject({ state: 'proposed', revision: 1, newest: { number: 1, isFinal: true }, changes: [] })
    expect(named(done)).toEqual([
      ['first', ['N. T. Hoa proposed']],
      ['second', ['T. V. Nam proposed', 'L. T. Mai proposed']],
    ])
    expect(done.lines[0]?.next.map(({ name }) => name)).toEqual(['P. Q. Bảo', 'V. M. Tú'])
    expect(done.obstacles).toEqual(['identities'])
    const notices = await people[0]?.get('myNotices', { query: {} })
    expect(notices?.rows[0]).toMatchObject({ kind: 'prize-identity-needed', link: '/toi/giai' })
  })

  it('proposing again changes nothing', async () => {
    const again = await second.get('proposeWinners', { params: list(), body: { revision: 0 } })
    expect(again.revision).toBe(1)
  })

  it('WN-11: a full name is read with a reason, which stays in the log', async () => {
    const { id } = winnerOf(await show(), 0)
    expect(await organizer.refusal('winnerIdentity', { params: { winnerId: id }, body: { reason: '' } })).toBe(
      'REQUEST.INVALID',
    )
    const seen = await organizer.get('winnerIdentity', { params: { winnerId: id }, body: { reason: 'Đối chiếu CCCD' } })
    expect(seen).toMatchObject({ fullName: NAMES[0], birthDate: '2000-05-01' })
    const { rows } = await organizer.get('auditEntries', { query: { q: `winner:${id}` } })
    expect(rows[0]).toMatchObject({ act: 'winner.unmasked', detail: { reason: 'Đối chiếu CCCD' } })
  })

  it('no more than three digits of a number are taken, and nothing is signed before everybody was seen', async () => {
    const { id } = winnerOf(await show(), 0)
    const params = { winnerId: id }
    const body = { seen: ['id-card' as const], lastDigits: '049012345678' }
    expect(await organizer.refusal('checkIdentity', { params, body })).toBe('REQUEST.INVALID')
    const { revision } = await show()
    expect(await organizer.refusal('signWinners', { params: list(), body: { revision } })).toBe('WINNER.NOT_READY')
    await checkAll()
    expect((await show()).obstacles).toEqual([])
  })

  it('who declines gives the place to the next, each moving up; nothing moves before people take it over', async () => {
    const first = winnerOf(await show(), 0)
    await organizer.get('endWinner', {
      params: { winnerId: first.id },
      body: { outcome: 'declined', reason: 'Xin nhường giải' },
    })
    const waiting = await show()
    expect(waiting.obstacles).toContain('changes')
    expect(waiting.changes).toHaveLength(2)
    expect(named(waiting)).toEqual([
      ['first', []],
      ['second', ['T. V. Nam identity-checked', 'L. T. Mai identity-checked']],
    ])
    const done = await organizer.get('proposeWinners', { params: list(), body: { revision: waiting.revision } })
    // Nam's papers were seen already; Bảo is new.
    expect(named(done)).toEqual([
      ['first', ['T. V. Nam identity-checked']],
      ['second', ['L. T. Mai identity-checked', 'P. Q. Bảo proposed']],
    ])
    expect(done.lines[0]?.winners[0]?.replacesName).toBe('N. T. Hoa')
    expect(done.skipped).toMatchObject([{ name: 'N. T. Hoa', reasons: [{ reason: 'declined' }] }])
    expect(done.ended.map(({ state, reason }) => [state, reason])).toContainEqual(['declined', 'Xin nhường giải'])
    await checkAll()
    // WN-17: each is told what the prize was and is.
    const told = async (index: number) => (await people[index]?.get('myNotices', { query: {} }))?.rows[0]
    expect(await told(0)).toMatchObject({
      kind: 'prize-changed',
      params: { before: 'first', after: null, reason: 'Xin nhường giải' },
    })
    expect(await told(1)).toMatchObject({
      kind: 'prize-changed',
      params: { before: 'second', after: 'first', reason: null },
    })
  })

  it('a winner chooses the name; nobody else can', async () => {
    const mine = await people[1]?.get('myPrizes')
    const prize = mine?.prizes[0]
    expect(prize).toMatchObject({ tier: 'first', fullName: NAMES[1], maskedName: 'T. V. Nam', needsGuardian: false })
    const params = { winnerId: prize?.id as string }
    expect(await people[2]?.refusal('choosePrizeName', { params, body: { choice: 'full' } })).toBe('WINNER.NOT_FOUND')
    await people[1]?.get('choosePrizeName', { params, body: { choice: 'full' } })
  })

  it('two people sign, not one twice; of two at the same moment both count once', async () => {
    const { revision } = await show()
    const body = { revision }
    const [one, other] = await Promise.all([
      organizer.call('signWinners', { params: list(), body }),
      second.call('signWinners', { params: list(), body }),
    ])
    // The second of the two acted on a list that had just changed.
    expect([one.status, other.status].sort()).toEqual([200, 409])
    const [signer, late] = one.status === 200 ? [organizer, second] : [second, organizer]
    const after = await show()
    expect(after).toMatchObject({ state: 'signed-once', signatures: [{}] })
    const now = { params: list(), body: { revision: after.revision } }
    expect(await signer.refusal('signWinners', now)).toBe('WINNER.OTHER_SIGNER_NEEDED')
    // The same click sent again is done already.
    expect((await signer.get('signWinners', { params: list(), body })).state).toBe('signed-once')
    const done = await late.get('signWinners', now)
    expect(done.state).toBe('confirmed')
    expect(
      named(done)
        .flat(2)
        .filter((text) => /confirmed$/.test(text)),
    ).toHaveLength(3)
    expect(done.signatures.map(({ isMe }) => isMe)).toContain(true)
  })

  it('publishing is done once, however often it is asked for', async () => {
    const { revision } = await show()
    const both = await Promise.all([
      organizer.call('publishWinners', { params: list(), body: { revision } }),
      second.call('publishWinners', { params: list(), body: { revision } }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const guest = stage.guest()
    const shown = await guest.get('publicWinners', { params: { roundId: story.roundId } })
    expect(
      shown.lists.map(({ kind, prizes }) => [kind, prizes.map(({ winners }) => winners.map(({ name }) => name))]),
    ).toEqual([['round', [[NAMES[1]], ['L. T. Mai', 'P. Q. Bảo']]]])
    expect(JSON.stringify(shown)).not.toContain(NAMES[2])
    const notices = await people[1]?.get('myNotices', { query: {} })
    expect(notices?.rows[0]).toMatchObject({ kind: 'prize-confirmed' })
    // Only to be named less: nobody is named in full after the list was signed and read.
    const choice = { params: { winnerId: winnerOf(await show(), 1).id }, body: { choice: 'full' as const } }
    expect(await people[2]?.refusal('choosePrizeName', choice)).toBe('WINNER.NAME_FIXED')
  })

  it('a certificate’s code says what it stands for, under the published name', async () => {
    const code = winnerOf(await show(), 1).certificateCode as string
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/)
    const guest = stage.guest()
    const typed = code.toLowerCase().replaceAll('-', ' ')
    expect(await guest.get('certificate', { params: { code: typed } })).toMatchObject({
      code,
      isValid: true,
      name: 'L. T. Mai',
      tier: 'second',
      contestTitle: { vi: 'Tìm hiểu chuyển đổi số' },
    })
    for (const wrong of ['0000-0000-00000', 'khong-co'])
      expect(await guest.refusal('certificate', { params: { code: wrong } })).toBe('CERTIFICATE.NOT_FOUND')
  })

  it('a prize goes by proxy only with consent in writing; it is handed over once', async () => {
    const params = { winnerId: winnerOf(await show(), 1).id }
    const body = { at: '2026-12-20T02:00:00Z', receiver: 'Lê Văn Anh', isProxy: true, hasWrittenConsent: false }
    expect(await organizer.refusal('handOverPrize', { params, body })).toBe('REQUEST.INVALID')
    await organizer.get('handOverPrize', {
      params,
      body: { ...body, hasWrittenConsent: true, note: 'Anh ruột nhận thay' },
    })
    await second.get('handOverPrize', { params, body: { ...body, hasWrittenConsent: true, receiver: 'Ai khác' } })
    expect(winnerOf(await show(), 1)).toMatchObject({
      state: 'handed-over',
      handOver: { receiver: 'Lê Văn Anh', isProxy: true, note: 'Anh ruột nhận thay', byName: 'Trần Thị Tổ Chức' },
    })
    const declined = { params, body: { outcome: 'declined' as const, reason: 'Quá muộn' } }
    expect(await organizer.refusal('endWinner', declined)).toBe('WINNER.WRONG_STATE')
  })

  it('one person takes nobody’s signed prize: it is asked for, and may be taken back', async () => {
    const bao = winnerOf(await show(), 2)
    const guest = stage.guest()
    const end = { params: { winnerId: bao.id }, body: { outcome: 'ineligible' as const, reason: 'Thi hộ' } }
    const names = async () =>
      (await guest.get('publicWinners', { params: { roundId: story.roundId } })).lists[0]?.prizes.flatMap(
        ({ winners }) => winners.map(({ name }) => name),
      )
    await organizer.get('endWinner', end)
    const asked = await show()
    expect(asked.state).toBe('published')
    expect(asked.leaving).toMatchObject([
      { name: 'P. Q. Bảo', state: 'published', request: { act: 'ineligible', reason: 'Thi hộ', isMine: true } },
    ])
    expect(asked.changes.map(({ name, to }) => [name, to !== null]).sort()).toEqual([
      ['P. Q. Bảo', false],
      ['V. M. Tú', true],
    ])
    expect(await names()).toEqual([NAMES[1], 'L. T. Mai', 'P. Q. Bảo'])
    await second.get('keepWinner', { params: { winnerId: bao.id }, body: { reason: 'Đã xác minh: tự thi' } })
    const kept = await show()
    expect([kept.state, kept.leaving, kept.changes]).toEqual(['published', [], []])
    await organizer.get('endWinner', end)
  })

  it('WN-9: the signed list stays public and its certificates hold until two have signed what follows', async () => {
    const bao = (await show()).leaving[0] as Shown['leaving'][number]
    const guest = stage.guest()
    const certificate = () => guest.get('certificate', { params: { code: bao.certificateCode as string } })
    const names = async () =>
      (await guest.get('publicWinners', { params: { roundId: story.roundId } })).lists[0]?.prizes.flatMap(
        ({ winners }) => winners.map(({ name }) => name),
      )
    const { revision } = await show()
    const call = { params: list(), body: { revision } }
    expect(await organizer.refusal('proposeWinners', call)).toBe('WINNER.REASON_NEEDED')
    const body = { revision, reason: 'Thay người thi hộ' }
    const done = await organizer.get('proposeWinners', { params: list(), body })
    expect([done.state, done.changes]).toEqual(['proposed', []])
    expect(named(done)[1]).toEqual(['second', ['L. T. Mai handed-over', 'V. M. Tú proposed']])
    expect(done.lines[1]?.winners[1]?.replacesName).toBe('P. Q. Bảo')
    await checkAll()
    const once = await organizer.get('signWinners', { params: list(), body: { revision: (await show()).revision } })
    expect(await names()).toEqual([NAMES[1], 'L. T. Mai', 'P. Q. Bảo'])
    expect(await certificate()).toMatchObject({ isValid: true })
    const mine = await people[3]?.get('myPrizes')
    expect(mine?.prizes.map(({ state }) => state)).toEqual(['published'])
    const signed = await second.get('signWinners', { params: list(), body: { revision: once.revision } })
    expect([signed.state, signed.leaving]).toEqual(['confirmed', []])
    expect(await certificate()).toMatchObject({ isValid: false })
    expect(await names()).toEqual([NAMES[1], 'L. T. Mai'])
    const notices = await people[3]?.get('myNotices', { query: {} })
    expect(notices?.rows[0]).toMatchObject({
      kind: 'prize-changed',
      params: { before: 'second', after: null, isCertificateWithdrawn: false, reason: 'Thi hộ' },
    })
    await organizer.get('publishWinners', { params: list(), body: { revision: signed.revision } })
    expect(await names()).toEqual([NAMES[1], 'L. T. Mai', 'V. M. Tú'])
  })

  it('WN-12: a certificate is withdrawn by two people, and its owner is told', async () => {
    const tu = winnerOf(await show(), 2)
    const guest = stage.guest()
    const check = () => guest.get('certificate', { params: { code: tu.certificateCode as string } })
    const call = { params: { winnerId: tu.id }, body: { reason: 'In sai họ tên' } }
    await organizer.get('withdrawCertificate', call)
    expect(await check()).toMatchObject({ isValid: true })
    expect(await organizer.refusal('withdrawCertificate', call)).toBe('WINNER.OTHER_PERSON_NEEDED')
    await second.get('withdrawCertificate', { ...call, body: { reason: 'Đúng là in sai' } })
    expect(await check()).toMatchObject({ isValid: false })
    expect(winnerOf(await show(), 2)).toMatchObject({
      state: 'published',
      certificateWithdrawnReason: 'In sai họ tên',
      request: null,
    })
    const notices = await people[4]?.get('myNotices', { query: {} })
    expect(notices?.rows[0]).toMatchObject({
      kind: 'prize-changed',
      params: { before: 'second', after: 'second', isCertificateWithdrawn: true, reason: 'In sai họ tên' },
    })
  })

  it('WN-10: the consent to a full name is withdrawn at any time: by the winner, or for a guardian by organizers', async () => {
    const nam = winnerOf(await show(), 0)
    const guest = stage.guest()
    const shown = async () => [
      JSON.stringify(await guest.get('publicWinners', { params: { roundId: story.roundId } })).includes(
        NAMES[1] as string,
      ),
      (await guest.get('certificate', { params: { code: nam.certificateCode as string } })).name,
    ]
    expect(await shown()).toEqual([true, NAMES[1]])
    const choose = { params: { winnerId: nam.id }, body: { choice: 'masked' as const } }
    await people[1]?.get('choosePrizeName', choose)
    expect(await shown()).toEqual([false, 'T. V. Nam'])
    // Named in full by the contest's way of naming, without a word of the own.
    const mai = winnerOf(await show(), 1)
    await stage.database.pool.query(`UPDATE winner SET published_name = $2, name_choice = NULL WHERE id = $1`, [
      mai.id,
      NAMES[2],
    ])
    await organizer.get('maskWinner', { params: { winnerId: mai.id }, body: { reason: 'Mẹ em Mai rút đồng ý' } })
    expect(winnerOf(await show(), 1)).toMatchObject({ publishedName: 'L. T. Mai', nameChoice: 'masked' })
    const { rows } = await organizer.get('auditEntries', { query: { q: `winner:${mai.id}` } })
    expect(rows[0]).toMatchObject({ act: 'winner.masked', detail: { reason: 'Mẹ em Mai rút đồng ý' } })
  })

  it('WN-8: who signed first and is no organizer any more has signed nothing', async () => {
    const third = await stage.client('organizer', 'Đỗ Thị Ba')
    const nam = winnerOf(await show(), 0)
    const end = { outcome: 'unreachable' as const, reason: 'Gọi ba lần không được' }
    await organizer.get('endWinner', { params: { winnerId: nam.id }, body: end })
    const body = { revision: (await show()).revision, reason: 'Thay người vắng' }
    await organizer.get('proposeWinners', { params: list(), body })
    await checkAll()
    const sign = async (who: Someone) =>
      who.get('signWinners', { params: list(), body: { revision: (await show()).revision } })
    expect((await sign(third)).state).toBe('signed-once')
    await stage.database.pool.query(`UPDATE account SET role = 'contestant' WHERE id = $1`, [third.person.accountId])
    const again = await sign(second)
    expect([again.state, again.signatures.map(({ byName }) => byName)]).toEqual(['signed-once', ['Lý Văn Ký']])
    expect((await sign(organizer)).state).toBe('confirmed')
    await organizer.get('publishWinners', { params: list(), body: { revision: (await show()).revision } })
  })
})

describe('WN-3, WN-12, WN-14 to WN-16: what leaves as a file', () => {
  const base = () => `/api/admin/contests/${story.contestId}`
  const bytesOf = async (path: string) => {
    const response = await organizer.send('GET', path)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    return Buffer.from(await response.arrayBuffer())
  }
  const PDF = '%PDF'
  const ZIP = 'PK'

  it.each([
    ['winner list', (list: string) => `/winner-lists/${list}/winners`],
    ['participation', () => '/participation'],
  ])('%s as sheet, text and pages', async (_, path) => {
    const csv = (await bytesOf(`${base()}${path(story.roundId)}.csv`)).toString('utf8')
    expect(csv.split('\r\n').length).toBeGreaterThan(2)
    expect((await bytesOf(`${base()}${path(story.roundId)}.xlsx`)).toString('latin1', 0, 2)).toBe(ZIP)
    const pdf = (await bytesOf(`${base()}${path(story.roundId)}.pdf`)).toString('latin1')
    expect(pdf.slice(0, 4)).toBe(PDF)
    expect(pdf).toContain('%%EOF')
  })

  it('WN-11: standings follow the published results, masked; with a reason in full, which stays in the log', async () => {
    const path = `/api/admin/rounds/${story.roundId}/standings.csv`
    const names = async (query: string) =>
      (await bytesOf(`${path}${query}`))
        .toString('utf8')
        .split('\r\n')
        .slice(1, 6)
        .map((line) => line.split(',')[1])
    expect(await names('')).toEqual(['N. T. Hoa', 'T. V. Nam', 'L. T. Mai', 'P. Q. Bảo', 'V. M. Tú'])
    const reason = 'Đối chiếu danh sách của trường'
    expect(await names(`?reason=${encodeURIComponent(reason)}`)).toEqual(NAMES)
    const { rows } = await organizer.get('auditEntries', { query: { q: `round:${story.roundId}` } })
    expect(rows[0]).toMatchObject({ act: 'standings.exported', detail: { names: 'full', reason } })
    // Days of birth and log-ins are of winners only.
    const both = (await bytesOf(`${path}?reason=abc`)).toString('utf8')
    expect(both).not.toContain('01/05/2000')
    for (const { person } of people) expect(both).not.toContain(person.login)
    const winners = async (query: string) =>
      (await bytesOf(`${base()}/winner-lists/${story.roundId}/winners.csv${query}`)).toString('utf8')
    const masked = await winners('')
    expect(masked).toContain('L. T. Mai')
    expect([masked.includes(NAMES[2] as string), masked.includes('01/05/2000')]).toEqual([false, false])
    const full = await winners('?reason=Trao%20gi%E1%BA%A3i')
    expect(full).toContain(`${NAMES[2]},01/05/2000,${people[2]?.person.login}`)
  })

  it('WN-15: minutes bear the day of the second signature, name winners in full and nobody else', async () => {
    const words = async () => {
      const minutes = await bytesOf(`${base()}/winner-lists/${story.roundId}/minutes.docx`)
      return unzipped(minutes, 'word/document.xml')
        .toString('utf8')
        .replace(/<[^>]*>/g, '')
        .replace(/\s/g, ' ')
    }
    await stage.database.pool.query(
      `UPDATE winner_list SET second_signed_at = '2026-11-05T03:00:00Z' WHERE round_id = $1`,
      [story.roundId],
    )
    const signed = await words()
    expect(signed).toContain('ngày 05 tháng 11 năm 2026')
    expect(signed).not.toContain('DỰ THẢO')
    // Mai holds a prize; Hoa declined hers.
    expect([signed.includes(NAMES[2] as string), signed.includes(NAMES[0] as string)]).toEqual([true, false])
    expect(signed).toContain('N. T. Hoa')
    const tu = winnerOf(await show(), 1)
    await organizer.get('endWinner', {
      params: { winnerId: tu.id },
      body: { outcome: 'unreachable', reason: 'Không nghe máy' },
    })
    await organizer.get('proposeWinners', {
      params: list(),
      body: { revision: (await show()).revision, reason: 'Thay người vắng' },
    })
    expect(await words()).toContain('DỰ THẢO')
  })

  it('WN-15: place, decision and who signs are kept with the list; until somebody says them they stay dotted', async () => {
    const words = async () => {
      const minutes = await bytesOf(`${base()}/winner-lists/${story.roundId}/minutes.docx`)
      return unzipped(minutes, 'word/document.xml').toString('utf8')
    }
    expect((await show()).form).toBeNull()
    expect(await words()).toContain('……………, ngày')
    const form = {
      place: 'Hội An, Quảng Nam',
      decision: 'Quyết định số 12/QĐ-BTC',
      signerRole: 'TRƯỞNG BAN',
      signerName: 'Lý Văn Ký',
    }
    const body = { ...form, place: ' ' }
    expect(await organizer.refusal('saveCertificateForm', { params: list(), body })).toBe('REQUEST.INVALID')
    const before = await bytesOf(`${base()}/winner-lists/${story.roundId}/certificates.pdf`)
    const saved = await organizer.get('saveCertificateForm', { params: list(), body: form })
    expect(saved.form).toEqual({ ...form, isOwn: true })
    expect(await words()).toContain('Hội An, Quảng Nam, ngày')
    const after = await bytesOf(`${base()}/winner-lists/${story.roundId}/certificates.pdf`)
    expect(after.equals(before)).toBe(false)
    // Another list of the contest starts from it; a decision is of one list.
    const total = await organizer.get('winnerList', { params: { ...list(), list: 'total' } })
    expect(total.form).toEqual({ ...form, decision: '', isOwn: false })
    const foreign = { params: { contestId: story.contestId, list: story.contestId }, body: form }
    expect(await organizer.refusal('saveCertificateForm', foreign)).toBe('ROUND.NOT_FOUND')
  }, 60_000)

  it('minutes as PDF and Word, certificates, and the report of the contest', async () => {
    for (const format of ['pdf', 'docx']) {
      const start = format === 'pdf' ? PDF : ZIP
      const minutes = await bytesOf(`${base()}/winner-lists/${story.roundId}/minutes.${format}`)
      expect(minutes.toString('latin1', 0, start.length)).toBe(start)
      expect((await bytesOf(`${base()}/report.${format}`)).toString('latin1', 0, start.length)).toBe(start)
    }
    expect((await bytesOf(`${base()}/report.xlsx`)).toString('latin1', 0, 2)).toBe(ZIP)
    const certificates = await bytesOf(`${base()}/winner-lists/${story.roundId}/certificates.pdf`)
    expect(certificates.toString('latin1', 0, 4)).toBe(PDF)
  }, 60_000)

  it('WN-12: without a public address codes lead to where the certificates were asked for; whenever, they are the same', async () => {
    const path = `${base()}/winner-lists/${story.roundId}/certificates.pdf`
    const at = async (host: string) => {
      const address = new URL(path, stage.api.url)
      address.hostname = host
      const response = await fetch(address, { headers: { cookie: `thiso=${organizer.cookies.get('thiso')}` } })
      expect(response.status).toBe(200)
      return Buffer.from(await response.arrayBuffer())
    }
    const [here, again, there] = [await at('127.0.0.1'), await at('127.0.0.1'), await at('localhost')]
    expect(again.equals(here)).toBe(true)
    expect(there.equals(here)).toBe(false)
  }, 60_000)

  it('every file that was taken is in the log', async () => {
    const { rows } = await organizer.get('auditEntries', { query: { q: `contest:${story.contestId}`, size: 100 } })
    for (const act of [
      'winners.exported',
      'participation.exported',
      'winners.minutes_made',
      'certificates.made',
      'certificates.form_saved',
      'contest_report.made',
    ])
      expect(rows.map((row) => row.act)).toContain(act)
  })
})
