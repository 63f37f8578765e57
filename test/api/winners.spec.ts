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
    const choice = { params: { winnerId: winnerOf(await show(), 0).id }, body: { choice: 'masked' as const } }
    expect(await people[1]?.refusal('choosePrizeName', choice)).toBe('WINNER.NAME_FIXED')
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

  it('locked tiers move only with a reason and two new signatures; the old certificate then says so', async () => {
    const bao = winnerOf(await show(), 2)
    await organizer.get('endWinner', {
      params: { winnerId: bao.id },
      body: { outcome: 'ineligible', reason: 'Thi hộ' },
    })
    const { revision, state, changes } = await show()
    expect([state, changes.map(({ name, to }) => [name, to !== null])]).toEqual(['published', [['V. M. Tú', true]]])
    const call = { params: list(), body: { revision } }
    expect(await organizer.refusal('proposeWinners', call)).toBe('WINNER.REASON_NEEDED')
    const done = await organizer.get('proposeWinners', {
      params: list(),
      body: { revision, reason: 'Thay người thi hộ' },
    })
    expect(done.state).toBe('proposed')
    expect(named(done)[1]).toEqual(['second', ['L. T. Mai handed-over', 'V. M. Tú proposed']])
    const guest = stage.guest()
    expect(await guest.get('certificate', { params: { code: bao.certificateCode as string } })).toMatchObject({
      isValid: false,
    })
    // Who stays published is still public meanwhile.
    const shown = await guest.get('publicWinners', { params: { roundId: story.roundId } })
    expect(shown.lists[0]?.prizes.flatMap(({ winners }) => winners.map(({ name }) => name))).toEqual([
      NAMES[1],
      'L. T. Mai',
    ])
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

  it('standings follow the published results', async () => {
    const csv = (await bytesOf(`/api/admin/rounds/${story.roundId}/standings.csv`)).toString('utf8')
    expect(
      csv
        .split('\r\n')
        .slice(1, 6)
        .map((line) => line.split(',')[1]),
    ).toEqual(NAMES)
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
