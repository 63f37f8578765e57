import type { Client } from '../support/client'
import type { Person } from '../support/people'
import { useStage } from '../support/stage'
import { makeContest, newHolder, responsesFor, type Story } from '../support/story'

const stage = useStage()
type Someone = Client & { person: Person }

const PREDICTION = { target: 'participants', unit: 'people', per: 'person', countsDisqualified: true } as const
let organizer: Someone
let second: Someone
let story: Story
let hoa: Someone
let nam: Someone
const attemptOf = new Map<Someone, string>()

/** What only this person wrote, was given or was told. */
const MARKS = new Map<'hoa' | 'nam', { complaint: string; answer: string; predicted: number; reason: string }>([
  [
    'hoa',
    {
      complaint: 'Câu 2 có hai phương án đúng, theo Hoa.',
      answer: 'Đáp án của Hoa giữ nguyên.',
      predicted: 7_701,
      reason: 'Giấy 11/GXN',
    },
  ],
  [
    'nam',
    {
      complaint: 'Câu 3 hết hiệu lực rồi, theo Nam.',
      answer: 'Trả lời riêng cho Nam.',
      predicted: 8_802,
      reason: 'Giấy 22/GXN',
    },
  ],
])
const markOf = (who: 'hoa' | 'nam') => MARKS.get(who) as NonNullable<ReturnType<typeof MARKS.get>>

async function answerAll(client: Someone, predicted: number, rightCount: number): Promise<void> {
  const holder = newHolder()
  const paper = await client.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  const { attemptId } = paper.attempt
  const responses = [
    { seq: 1, position: 0, answer: String(predicted) },
    ...responsesFor(paper, story.items, rightCount, 2),
  ]
  await client.get('saveResponses', { params: { attemptId }, body: { holder, responses } })
  await client.get('submitAttempt', { params: { attemptId }, body: { holder } })
  attemptOf.set(client, attemptId)
}

beforeAll(async () => {
  organizer = await stage.client('organizer', 'Trần Thị Tổ Chức')
  second = await stage.client('administrator', 'Lý Văn Ký')
  story = await makeContest(organizer, {
    itemCount: 6,
    rules: { prediction: PREDICTION },
    prizes: [{ tier: 'first', count: 1, reward: { vi: 'Xe đạp', en: 'A bicycle' } }],
  })
  hoa = await stage.client('contestant', 'Nguyễn Thị Hoa')
  nam = await stage.client('contestant', 'Trần Văn Nam')
  await stage.database.pool.query(`UPDATE account SET birth_date = '2000-05-01' WHERE role = 'contestant'`)
  const contest = { contestId: story.contestId }
  for (const [who, client] of [
    ['hoa', hoa],
    ['nam', nam],
  ] as const)
    await organizer.get('grantExtraTime', {
      params: contest,
      body: { login: client.person.login, percent: who === 'hoa' ? 30 : 50, reason: markOf(who).reason },
    })
  await organizer.get('addContestEntrants', { params: contest, body: { text: hoa.person.login, isPreview: false } })
  // A later round to which one of them was invited and the other one qualified.
  const later = await organizer.get('createRound', {
    params: contest,
    body: {
      ...story.roundBody,
      name: { vi: 'Chung kết', en: 'Final' },
      opensAt: new Date(Date.parse(story.roundBody.opensAt) + 86_400_000).toISOString(),
      closesAt: new Date(Date.parse(story.roundBody.closesAt) + 86_400_000).toISOString(),
    },
  })
  await organizer.get('addRoundEntrants', {
    params: { roundId: later.id },
    body: { text: nam.person.login, isPreview: false },
  })
  await stage.database.pool.query(
    `INSERT INTO round_entrant (round_id, account_id, kind, from_round_id, added_by) VALUES ($1, $2, 'qualified', $3, $4)`,
    [later.id, hoa.person.accountId, story.roundId, organizer.person.accountId],
  )
  await answerAll(hoa, markOf('hoa').predicted, 6)
  await answerAll(nam, markOf('nam').predicted, 3)
})

describe('ID-8: what a person takes along', () => {
  it('has no results before they are public', async () => {
    const params = { roundId: story.roundId }
    await organizer.get('closeRound', { params })
    await stage.database.pool.query(
      `UPDATE round SET opens_at = now() - interval '1 hour', closes_at = now() - interval '30 seconds', revision = revision + 1 WHERE id = $1`,
      [story.roundId],
    )
    // The round is remembered for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    const { version } = await organizer.get('closeResults', { params })
    const before = await hoa.get('myData')
    expect([before.results, before.prizes, before.complaints]).toEqual([[], [], []])
    await organizer.get('publishResults', { params, body: { versionId: version.id, withTies: true } })
  }, 60_000)

  it('has everything that is kept about that person', async () => {
    const list = { contestId: story.contestId, list: story.roundId }
    for (const [who, client, position] of [
      ['hoa', hoa, 2],
      ['nam', nam, 3],
    ] as const) {
      const complaint = await client.get('fileComplaint', {
        params: { attemptId: attemptOf.get(client) as string },
        body: { position, text: markOf(who).complaint },
      })
      await organizer.get('actOnComplaints', {
        params: { roundId: story.roundId },
        body: { ids: [complaint.id], act: 'reject', outcome: markOf(who).answer },
      })
    }
    const proposed = await organizer.get('proposeWinners', { params: list, body: { revision: 0 } })
    const winnerId = proposed.lines[0]?.winners[0]?.id as string
    await organizer.get('checkIdentity', { params: { winnerId }, body: { seen: ['id-card'], lastDigits: '123' } })
    for (const who of [organizer, second]) {
      const { revision } = await organizer.get('winnerList', { params: list })
      await who.get('signWinners', { params: list, body: { revision } })
    }
    const { revision } = await organizer.get('winnerList', { params: list })
    await organizer.get('publishWinners', { params: list, body: { revision } })
    const { lines } = await organizer.get('winnerList', { params: list })
    const code = lines[0]?.winners[0]?.certificateCode as string
    expect(code).toBeTruthy()

    const title = { vi: 'Tìm hiểu chuyển đổi số' }
    const data = await hoa.get('myData')
    expect(data.attempts).toMatchObject([
      {
        attemptId: attemptOf.get(hoa),
        roundName: { vi: 'Đợt 1' },
        attemptNo: 1,
        prediction: markOf('hoa').predicted,
        network: '127.0.0.0/24',
        extraPercent: 30,
        creditMs: 0,
      },
    ])
    expect(data.attempts[0]?.responses).toHaveLength(7)
    expect(data.notices.map(({ kind }) => kind).sort()).toEqual(
      ['complaint-answered', 'prize-confirmed', 'prize-identity-needed'].sort(),
    )
    expect(data.notices.every(({ readAt }) => readAt === null)).toBe(true)
    expect(data.entrants).toMatchObject([
      { kind: 'invited', contestTitle: title, roundName: null, fromRoundName: null },
      { kind: 'qualified', contestTitle: title, roundName: { vi: 'Chung kết' }, fromRoundName: { vi: 'Đợt 1' } },
    ])
    expect(data.extraTimes).toMatchObject([{ contestTitle: title, percent: 30, reason: markOf('hoa').reason }])
    expect(data.complaints).toMatchObject([
      { position: 2, text: markOf('hoa').complaint, state: 'rejected', outcome: markOf('hoa').answer },
    ])
    expect(data.results).toMatchObject([
      {
        contestTitle: title,
        roundName: { vi: 'Đợt 1' },
        version: 1,
        rank: 1,
        points: 6,
        maxPoints: 6,
        rightCount: 6,
        prediction: markOf('hoa').predicted,
        predictionError: markOf('hoa').predicted - 2,
      },
    ])
    expect(data.prizes).toMatchObject([
      {
        tier: 'first',
        roundName: { vi: 'Đợt 1' },
        rank: 1,
        state: 'published',
        identity: { seen: ['id-card'], lastDigits: '123' },
        certificateCode: code,
        certificateWithdrawnAt: null,
      },
    ])
  })

  it('has what was read, and nothing of anybody else, nor what was chosen', async () => {
    await nam.get('readNotices', { body: { until: new Date(Date.now() + 60_000).toISOString() } })
    const [ofHoa, ofNam] = [await hoa.get('myData'), await nam.get('myData')]
    expect(ofNam.notices).toMatchObject([{ kind: 'complaint-answered', readAt: expect.any(String) }])
    expect(ofNam.entrants).toMatchObject([{ kind: 'invited', roundName: { vi: 'Chung kết' } }])
    expect(ofNam.results).toMatchObject([{ rank: 2, points: 3, prediction: markOf('nam').predicted }])
    expect(ofNam.prizes).toEqual([])
    for (const [own, other, text, otherOnes] of [
      ['hoa', 'nam', JSON.stringify(ofHoa), nam],
      ['nam', 'hoa', JSON.stringify(ofNam), hoa],
    ] as const) {
      for (const mark of Object.values(markOf(own))) expect(text).toContain(String(mark))
      const foreign = [...Object.values(markOf(other)), otherOnes.person.fullName, otherOnes.person.login]
      expect(foreign.filter((mark) => text.includes(String(mark)))).toEqual([])
      expect(text).not.toContain(attemptOf.get(otherOnes))
      expect(text).not.toMatch(/"(response|answer|key|option\w*|item\w*)":/)
      for (const name of ['Trần Thị Tổ Chức', 'Lý Văn Ký']) expect(text).not.toContain(name)
    }
  })

  it('is empty, not missing, for somebody who has done nothing', async () => {
    const nobody = await stage.client('contestant', 'Chưa Làm Gì')
    expect(await nobody.get('myData')).toMatchObject({
      attempts: [],
      notices: [],
      entrants: [],
      extraTimes: [],
      complaints: [],
      results: [],
      cases: [],
      prizes: [],
      practice: [],
    })
    expect((await stage.guest().call('myData')).status).toBe(401)
  })
})
