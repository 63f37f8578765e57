import type { ApiBody } from '@thiso/contracts'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { type DrawLine, drawAll, listRoot } from '../../api/src/modules/results/domain/draw-list'
import { commitmentTo } from '../../api/src/modules/results/domain/verifiable-draw'
import type { Client } from '../support/client'
import type { Person } from '../support/people'
import { eventually, useStage } from '../support/stage'
import { makeContest, newHolder, type Story, takePart } from '../support/story'

const stage = useStage()
type Someone = Client & { person: Person }

/** Round 657413 of the beacon, with the signature that it published. */
const BEACON = {
  round: 657_413,
  signature: 'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
  randomness: 'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587',
}
const RIGHT = [8, 8, 8, 5, 5, 2]

let [first, second] = [] as unknown as [Someone, Someone]
let story: Story
let people: Someone[]
let attemptIds: string[]

beforeAll(async () => {
  ;[first, second] = [
    await stage.client('organizer', 'Lê Văn Một'),
    await stage.client('administrator', 'Trần Thị Hai'),
  ]
  story = await makeContest(first, { itemCount: 8 })
  const body = {
    ...story.roundBody,
    rules: { ...DEFAULT_ROUND_RULES, ranking: [{ by: 'right-items' as const }, { by: 'draw' as const }] },
  }
  await first.get('updateRound', { params: { roundId: story.roundId }, body })
  await eventually('the commitment', async () => (await publicDraw()).commitment)
  people = []
  attemptIds = []
  for (const right of RIGHT) {
    const person = await stage.client('contestant', `Thí Sinh ${right}`)
    attemptIds.push((await takePart(person, story, right)).attemptId)
    people.push(person)
  }
  // Somebody who never hands in.
  const absent = await stage.client('contestant', 'Bỏ Dở')
  await absent.get('startAttempt', { params, body: { holder: newHolder() } })
})

const params = {
  get roundId() {
    return story.roundId
  },
}
const scope = {
  get scopeId() {
    return story.roundId
  },
}
const publicLines = async () =>
  (await (await stage.guest().send('GET', `/api/rounds/${story.roundId}/draw/list.txt`)).text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as DrawLine)
const publicDraw = () => stage.guest().get('draw', { params })
const overview = () => first.get('results', { params })
const rowsOf = async (versionId: string) =>
  (await first.get('resultRows', { params: { versionId }, query: { size: 100 } })).rows
const latest = async () =>
  (await overview()).versions[0] as NonNullable<Awaited<ReturnType<typeof overview>>['versions'][number]>

describe('RS-1, RS-8: closing', () => {
  it('waits for the end of the round', async () => {
    expect(await first.refusal('closeResults', { params })).toBe('RESULTS.TOO_EARLY')
    await first.get('closeRound', { params })
    expect(await first.refusal('closeResults', { params })).toBe('RESULTS.TOO_EARLY')
    expect(
      await first.refusal('proposeRuling', {
        params,
        body: { ruling: { kind: 'exclude', accountId: people[0]?.person.accountId as string }, reason: 'Quá sớm' },
      }),
    ).toBe('RESULTS.NOT_CLOSED')
  })

  it('asked for by two people at once, and again, makes one version', async () => {
    await eventually('the end of the grace', async () => {
      const { readyAt } = await overview()
      const { serverTime } = await first.get('serverTime')
      return Date.parse(serverTime) > Date.parse(readyAt as string)
    })
    const made = await Promise.all([first, second, first, second].map((who) => who.get('closeResults', { params })))
    made.push(await first.get('closeResults', { params }))
    expect(new Set(made.map(({ version }) => version.id)).size).toBe(1)
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
    const { versions, runningCount } = await overview()
    expect(versions).toHaveLength(1)
    expect(runningCount).toBe(0)
    expect(versions[0]).toMatchObject({
      number: 1,
      state: 'provisional',
      cause: 'closing',
      participantCount: RIGHT.length + 1,
      perfectCount: 3,
      differences: { count: 0 },
      tiedCount: 5,
      isDrawn: false,
    })
    expect(
      (await rowsOf(versions[0]?.id as string)).map(({ rank, rightCount, isTied }) => [rank, rightCount, isTied]),
    ).toEqual([
      [1, 8, true],
      [1, 8, true],
      [1, 8, true],
      [4, 5, true],
      [4, 5, true],
      [6, 2, false],
      [7, 0, false],
    ])
  })

  it('a version and its rows cannot be changed, removed or emptied', async () => {
    for (const statement of [
      `UPDATE result_row SET points = 99`,
      `DELETE FROM result_row`,
      `TRUNCATE result_row`,
      `UPDATE result_version SET input_hash = 'x'`,
      `UPDATE result_version SET state = 'final', published_at = now(), participant_count = 0`,
      `DELETE FROM result_version`,
      `TRUNCATE result_version CASCADE`,
    ])
      await expect(stage.database.pool.query(statement)).rejects.toThrow('append-only')
  })

  it('rows are found by words and by shared places', async () => {
    const versionId = (await latest()).id
    const found = await first.get('resultRows', { params: { versionId }, query: { q: 'thi sinh 5', tied: 'true' } })
    // Digits may stand in a log-in too, which is made by chance.
    const named = found.rows.filter(({ name }) => name.includes('5'))
    expect([named.length, found.rows.every(({ isTied }) => isTied)]).toEqual([2, true])
  })
})

describe('DW: the draw among equals', () => {
  it('DW-8: is asked for before publishing, names a moment to come, and waits for it', async () => {
    const { id: versionId } = await latest()
    expect(await first.refusal('publishResults', { params, body: { versionId } })).toBe('RESULTS.TIES_REMAIN')
    expect(await first.refusal('enterDraw', { params: scope, body: { entry: BEACON.signature } })).toBe(
      'DRAW.WRONG_STATE',
    )
    expect(await stage.guest().refusal('drawList', { params })).toBe('DRAW.LIST_LATER')
    expect((await publicDraw()).ties).toBeNull()
    const { serverTime } = await first.get('serverTime')
    const at = (ms: number) => new Date(Date.parse(serverTime) + ms).toISOString()
    const today = new Date(Date.parse(serverTime) + 7 * 3_600_000).toISOString().slice(0, 10)
    expect(await first.refusal('nameDraw', { params: scope, body: { kind: 'beacon', at: at(10_000) } })).toBe(
      'DRAW.TOO_SOON',
    )
    expect(
      await first.refusal('nameDraw', { params: scope, body: { kind: 'lottery', name: 'XSMB', day: today } }),
    ).toBe('DRAW.TOO_SOON')
    const both = await Promise.all(
      [first, second].map((who) => who.call('nameDraw', { params: scope, body: { kind: 'beacon', at: at(120_000) } })),
    )
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    const draw = await publicDraw()
    expect(draw).toMatchObject({
      state: 'named',
      listCount: RIGHT.length + 1,
      secret: null,
      seed: null,
      hasList: true,
      kind: 'round',
    })
    // The list is there before anybody knows the randomness; what shares a place stands on the page, in the order of the list.
    expect(draw.ties?.entries.map(({ rank, name, order }) => [rank, name, order])).toEqual(
      [1, 1, 1, 4, 4].map((rank) => [rank, null, null]),
    )
    expect(draw.ties?.count).toBe(5)
    expect(listRoot(await publicLines()).toString('hex')).toBe(draw.listRoot)
    expect(await first.refusal('enterDraw', { params: scope, body: { entry: BEACON.signature } })).toBe('DRAW.NOT_DUE')
    await expect(
      stage.database.pool.query(`UPDATE result_draw SET source = '{}' WHERE scope_id = $1`, [story.roundId]),
    ).rejects.toThrow('append-only')
  })

  it('DW-5, DW-9: takes the signature of that round only, from two people', async () => {
    // Nobody can wait for a round whose signature the spec knows: the named one is put back by the database's owner.
    const client = await stage.database.pool.connect()
    await client.query(`SET session_replication_role = replica`)
    await client.query(`UPDATE result_draw SET source = $2 WHERE scope_id = $1`, [
      story.roundId,
      JSON.stringify({ kind: 'beacon', round: BEACON.round, dueAt: '2023-03-24T00:00:00.000Z' }),
    ])
    await client.query(`SET session_replication_role = DEFAULT`)
    client.release()
    const wrong = BEACON.signature.replace(/^b/, 'a')
    expect(await first.refusal('enterDraw', { params: scope, body: { entry: wrong } })).toBe('DRAW.WRONG_SIGNATURE')
    await first.get('enterDraw', { params: scope, body: { entry: BEACON.signature.toUpperCase() } })
    expect((await publicDraw()).secret).toBeNull()
    expect(await first.refusal('confirmDraw', { params: scope, body: { entry: BEACON.signature } })).toBe(
      'DRAW.SECOND_PERSON_NEEDED',
    )
    const done = await Promise.all(
      [1, 2].map(() => second.call('confirmDraw', { params: scope, body: { entry: BEACON.signature } })),
    )
    expect(done.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect(await latest()).toMatchObject({ number: 2, cause: 'draw', isDrawn: true, state: 'provisional' })
    expect(await first.refusal('enterDraw', { params: scope, body: { entry: BEACON.signature } })).toBe(
      'DRAW.WRONG_STATE',
    )
  })

  it('DW-10: can be repeated by anybody from what is public', async () => {
    const { id: versionId } = await latest()
    const both = await Promise.all(
      [1, 2].map(() => first.call('publishResults', { params, body: { versionId, withTies: true } })),
    )
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const draw = await publicDraw()
    expect(draw).toMatchObject({ state: 'drawn', randomness: BEACON.randomness, hasList: true })
    const secret = Buffer.from(draw.secret as string, 'hex')
    expect(commitmentTo(story.roundId, secret).toString('hex')).toBe(draw.commitment)
    const text = await (await fetch(`${stage.api.url}/api/rounds/${story.roundId}/draw/list.txt`)).text()
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as DrawLine)
    expect(listRoot(lines).toString('hex')).toBe(draw.listRoot)
    const again = drawAll({ scope: story.roundId, secret, randomness: Buffer.from(BEACON.randomness, 'hex'), lines })
    expect(again.seed.toString('hex')).toBe(draw.seed)
    const rows = await rowsOf(versionId)
    expect(new Map(rows.map(({ code, drawOrder }) => [code, drawOrder]))).toEqual(new Map(again.orderOf))
    for (const { code, order } of draw.ties?.entries ?? []) expect(order).toBe(again.orderOf.get(code))
    expect(text).not.toMatch(/Thí Sinh/)
    // Equal people stand in the drawn order and share their rank.
    const orders = rows.filter(({ rank }) => rank === 1).map(({ drawOrder }) => drawOrder as number)
    expect(orders).toEqual([...orders].sort((a, b) => a - b))
    expect(
      await first.refusal('nameDraw', { params: scope, body: { kind: 'lottery', name: 'XSMB', day: '2099-01-01' } }),
    ).toBe('DRAW.WRONG_STATE')
  })
})

describe('DR-6: what is published', () => {
  it('tells later rounds how the items did on first attempts', async () => {
    const rows = await eventually(
      'the records of the items',
      async () => {
        const { rows: found } = await stage.database.pool.query<{ count: number; share: number }>(
          `SELECT first_count AS count, first_share AS share FROM round_item WHERE round_id = $1 AND first_count IS NOT NULL`,
          [story.roundId],
        )
        return found.length > 0 && found
      },
      40_000,
    )
    // Eight items for each of those who took part, one of whom left everything blank.
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(8 * (RIGHT.length + 1))
    const gained = rows.reduce((sum, { count, share }) => sum + count * share, 0)
    expect(gained).toBeCloseTo(
      RIGHT.reduce((sum, right) => sum + right, 0),
      6,
    )
  })
})

describe('RS-10: publishing', () => {
  it('happened once, and leaves one entry in the log', async () => {
    const { publishedAt, complaintDeadline, versions } = await overview()
    expect(Date.parse(complaintDeadline as string) - Date.parse(publishedAt as string)).toBe(72 * 3_600_000)
    expect(versions.map(({ state }) => state)).toEqual(['final', 'provisional'])
    const { rows } = await stage.database.pool.query(
      `SELECT act, count(*)::int AS count FROM audit_entry WHERE act LIKE 'results.%' GROUP BY act ORDER BY act`,
    )
    expect(rows).toEqual([
      { act: 'results.closed', count: 1 },
      { act: 'results.published', count: 1 },
    ])
    expect((await first.get('closeResults', { params })).version.id).toBe(versions[0]?.id)
  })
})

describe('RL: rulings', () => {
  const itemAt = async (position: number) => {
    const { rows } = await stage.database.pool.query<{ id: string }>(
      `SELECT form->($2::int)->>'itemVersionId' AS id FROM attempt WHERE id = $1`,
      [attemptIds[3], position - 1],
    )
    return rows[0]?.id as string
  }

  it('refuse what is not of the round, and keys that do not fit', async () => {
    const itemVersionId = await itemAt(8)
    const { items } = await first.get('rulings', { params })
    expect(items.find((item) => item.itemVersionId === itemVersionId)).toMatchObject({ key: { type: 'single-choice' } })
    const refusal = (ruling: Parameters<typeof propose>[1]) =>
      first.refusal('proposeRuling', { params, body: { ruling, reason: 'Xem lại đáp án' } })
    expect(await refusal({ kind: 'strike', itemVersionId: story.bankId })).toBe('RULING.UNKNOWN_SUBJECT')
    expect(await refusal({ kind: 'exclude', accountId: first.person.accountId })).toBe('RULING.UNKNOWN_SUBJECT')
    expect(await refusal({ kind: 'key', itemVersionId, key: { type: 'single-choice', option: 7 } })).toBe(
      'RULING.KEY_MISMATCH',
    )
    expect(await refusal({ kind: 'key', itemVersionId, key: { type: 'true-false', isTrue: true } })).toBe(
      'RULING.KEY_MISMATCH',
    )
  })

  const propose = (who: Someone, ruling: ApiBody<'proposeRuling'>['ruling']) =>
    who.get('proposeRuling', { params, body: { ruling, reason: 'Câu có hai đáp án đúng' } })
  const decide = (who: Someone, rulingId: string, decision: 'approve' | 'reject' | 'withdraw', reason = '') =>
    who.call('decideRuling', { params: { rulingId }, body: { decision, reason } })

  it('RL-3, RL-4: are previewed without a trace, approved by another person, applied once, and those who moved are told', async () => {
    // The eighth place of who had five right: wrong there; right for everybody makes it six.
    const ruling = await propose(first, { kind: 'all-right', itemVersionId: await itemAt(8) })
    const before = await latest()
    const preview = await second.get('previewRuling', { params: { rulingId: ruling.id } })
    expect((await latest()).id).toBe(before.id)
    expect(preview.moveCount).toBeGreaterThan(0)
    // A point more for whoever had it wrong; the others move at most because they are passed.
    for (const { pointsBefore, pointsAfter, rankBefore, rankAfter } of preview.moves)
      expect([
        [1, true],
        [1, false],
        [0, true],
      ]).toContainEqual([(pointsAfter as number) - (pointsBefore as number), rankBefore !== rankAfter])
    expect(
      await first.refusal('decideRuling', { params: { rulingId: ruling.id }, body: { decision: 'approve' } }),
    ).toBe('RULING.SECOND_PERSON_NEEDED')
    const both = await Promise.all([1, 2].map(() => decide(second, ruling.id, 'approve')))
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    const after = await latest()
    expect(after).toMatchObject({
      number: before.number + 1,
      cause: 'ruling',
      state: 'final',
      reason: 'Câu có hai đáp án đúng',
    })
    const [rowsBefore, rowsAfter] = [await rowsOf(before.id), await rowsOf(after.id)]
    const placeOf = (rows: typeof rowsAfter) =>
      new Map(rows.map(({ accountId, points, rank }) => [accountId, `${rank} ${points}`]))
    const moved = rowsAfter.filter(
      (row) => placeOf(rowsBefore).get(row.accountId) !== placeOf(rowsAfter).get(row.accountId),
    )
    expect(new Set(moved.map(({ accountId }) => accountId))).toEqual(
      new Set(preview.moves.map(({ accountId }) => accountId)),
    )
    // Whoever had everything right keeps everything.
    expect(rowsAfter.filter(({ rightCount }) => rightCount === 8)).toHaveLength(3)
    const { rows } = await stage.database.pool.query<{ account_id: string }>(
      `SELECT account_id FROM notice WHERE kind = 'result-changed'`,
    )
    expect(new Set(rows.map((row) => row.account_id))).toEqual(new Set(preview.moves.map(({ accountId }) => accountId)))
    // The order of the draw stays.
    const orderOf = (list: typeof rowsAfter) => new Map(list.map(({ accountId, drawOrder }) => [accountId, drawOrder]))
    expect(orderOf(rowsAfter)).toEqual(orderOf(rowsBefore))
  })

  it('RL-4: say which prize would go to whom, by the order that proposes winners', async () => {
    const list = { contestId: story.contestId, list: story.roundId }
    const shown = await first.get('winnerList', { params: list })
    const [winner] = shown.lines[0]?.winners ?? []
    const [next] = shown.lines[0]?.next ?? []
    const nameOf = new Map(people.map(({ person }) => [person.accountId, person.fullName]))
    const out = await propose(first, { kind: 'exclude', accountId: winner?.accountId as string })
    const looked = await second.get('previewRuling', { params: { rulingId: out.id } })
    expect(looked.isSigned).toBe(false)
    expect(looked.prizes.map(({ roundId, roundName, tier }) => [roundId, roundName?.vi, tier])).toEqual([
      [story.roundId, 'Đợt 1', 'first'],
    ])
    expect(looked.prizes[0]?.people.sort((a, b) => a.after.localeCompare(b.after))).toEqual([
      { fullName: nameOf.get(next?.accountId as string), before: 'none', after: 'has' },
      { fullName: nameOf.get(winner?.accountId as string), before: 'has', after: 'none' },
    ])
    // Who is next may not win: passed over with the reason, and the one behind gains.
    await stage.database.pool.query(
      `UPDATE account SET birth_date = current_date - interval '12 years' WHERE id = $1`,
      [next?.accountId],
    )
    const passed = await second.get('previewRuling', { params: { rulingId: out.id } })
    expect(passed.skipped.map(({ fullName, reasons }) => [fullName, reasons.map(({ reason }) => reason)])).toEqual([
      [nameOf.get(next?.accountId as string), ['no-guardian-consent']],
    ])
    const gaining = passed.prizes[0]?.people.find(({ after }) => after === 'has')
    expect(gaining?.fullName).toBe(nameOf.get(shown.lines[0]?.next[1]?.accountId as string))
    await stage.database.pool.query(`UPDATE account SET birth_date = '1990-01-01' WHERE id = $1`, [next?.accountId])
    expect((await decide(first, out.id, 'withdraw')).status).toBe(200)
  })

  it('about a person take the rank and give it back', async () => {
    const accountId = people[0]?.person.accountId as string
    const out = await propose(first, { kind: 'exclude', accountId })
    expect((await decide(second, out.id, 'approve')).status).toBe(200)
    const excluded = (await rowsOf((await latest()).id)).find((row) => row.accountId === accountId)
    expect(excluded).toMatchObject({ rank: null, unrankedReason: 'excluded', rightCount: 8 })
    expect(excluded?.drawOrder).toBeGreaterThan(0)
    const back = await propose(second, { kind: 'reinstate', accountId })
    expect((await decide(first, back.id, 'approve')).status).toBe(200)
    expect((await rowsOf((await latest()).id)).find((row) => row.accountId === accountId)).toMatchObject({ rank: 1 })
  })

  it('that are withdrawn or rejected change nothing', async () => {
    const [a, b] = [
      await propose(first, { kind: 'strike', itemVersionId: await itemAt(1) }),
      await propose(first, { kind: 'strike', itemVersionId: await itemAt(2) }),
    ]
    const { id } = await latest()
    expect((await decide(second, a.id, 'withdraw')).status).toBe(409)
    expect((await decide(first, a.id, 'withdraw')).status).toBe(200)
    expect(await second.refusal('decideRuling', { params: { rulingId: b.id }, body: { decision: 'reject' } })).toBe(
      'RULING.REASON_NEEDED',
    )
    expect((await decide(second, b.id, 'reject', 'Câu hỏi không sai')).status).toBe(200)
    expect(await second.refusal('decideRuling', { params: { rulingId: b.id }, body: { decision: 'approve' } })).toBe(
      'RULING.DECIDED',
    )
    expect((await latest()).id).toBe(id)
  })
})

describe('CP: complaints', () => {
  const file = (who: Someone, attemptId: string, position: number) =>
    who.call('fileComplaint', { params: { attemptId }, body: { position, text: 'Tôi cho rằng đáp án chưa đúng.' } })

  it('CP-1, CP-2: are filed about the own paper, one at a time for each item', async () => {
    const [own, other] = [people[3], people[4]] as [Someone, Someone]
    const [attemptId, otherAttempt] = [attemptIds[3], attemptIds[4]] as [string, string]
    const both = await Promise.all([1, 2].map(() => file(own, attemptId, 6)))
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect((await file(own, otherAttempt, 1)).status).toBe(404)
    expect((await file(own, attemptId, 9)).status).toBe(400)
    expect((await file(own, attemptId, 0)).status).toBe(200)
    expect((await file(other, otherAttempt, 1)).status).toBe(200)
    const { complaints, canFile } = await own.get('attemptComplaints', { params: { attemptId } })
    expect([complaints.length, canFile]).toEqual([2, true])
    expect(await other.refusal('withdrawComplaint', { params: { complaintId: complaints[0]?.id as string } })).toBe(
      'COMPLAINT.NOT_FOUND',
    )
  })

  it('CP-3, CP-4: are answered together, once, and told', async () => {
    const { groups } = await first.get('complaints', { params })
    const all = groups.flatMap((group) => group.complaints)
    expect(all).toHaveLength(3)
    expect(all.filter(({ personName }) => personName !== null).map(({ position }) => position)).toEqual([0])
    expect(groups.filter(({ code }) => code !== null).every(({ stem }) => stem?.includes('Câu'))).toBe(true)
    const ids = all.filter(({ position }) => position === 6).map(({ id }) => id)
    expect((await first.get('actOnComplaints', { params, body: { ids, act: 'take' } })).count).toBe(1)
    expect(await first.refusal('actOnComplaints', { params, body: { ids, act: 'reject', outcome: '' } })).toBe(
      'COMPLAINT.OUTCOME_NEEDED',
    )
    // A ruling that was taken back, or is about somebody else, answers nothing.
    const about = { kind: 'exclude' as const, accountId: people[0]?.person.accountId as string }
    const ruling = await first.get('proposeRuling', { params, body: { ruling: about, reason: 'Nghi thi hộ' } })
    const uphold = { params, body: { ids, act: 'uphold' as const, outcome: 'Chấp nhận.', rulingId: ruling.id } }
    expect(await first.refusal('actOnComplaints', uphold)).toBe('COMPLAINT.RULING_UNFIT')
    await first.get('decideRuling', { params: { rulingId: ruling.id }, body: { decision: 'withdraw' } })
    expect(await first.refusal('actOnComplaints', uphold)).toBe('COMPLAINT.RULING_UNFIT')
    const { rulings } = await first.get('rulings', { params })
    const other = rulings.find(({ state, accountId }) => state === 'approved' && accountId !== null)
    expect(other).toBeDefined()
    const foreign = { ...uphold, body: { ...uphold.body, rulingId: other?.id as string } }
    expect(await first.refusal('actOnComplaints', foreign)).toBe('COMPLAINT.RULING_UNFIT')
    const body = { ids, act: 'reject' as const, outcome: 'Đáp án đúng theo văn bản.' }
    const both = await Promise.all([first, second].map((who) => who.call('actOnComplaints', { params, body })))
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    const mine = await (people[3] as Someone).get('myComplaints')
    expect(mine.complaints.find(({ position }) => position === 6)).toMatchObject({
      state: 'rejected',
      outcome: 'Đáp án đúng theo văn bản.',
    })
    const { rows } = await stage.database.pool.query(`SELECT account_id FROM notice WHERE kind = 'complaint-answered'`)
    expect(rows).toEqual([{ account_id: people[3]?.person.accountId }])
    // After the answer there may be another one, and it can be withdrawn.
    const again = await (people[3] as Someone).get('fileComplaint', {
      params: { attemptId: attemptIds[3] as string },
      body: { position: 6, text: 'Xin xem lại lần nữa.' },
    })
    const withdrawn = await (people[3] as Someone).get('withdrawComplaint', { params: { complaintId: again.id } })
    expect(withdrawn.state).toBe('withdrawn')
  })

  it('CP-1: are taken until the deadline', async () => {
    await stage.database.pool.query(
      `UPDATE round SET results_published_at = now() - interval '73 hours' WHERE id = $1`,
      [story.roundId],
    )
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(
      await (people[5] as Someone).refusal('fileComplaint', {
        params: { attemptId: attemptIds[5] as string },
        body: { position: 1, text: 'Tôi gửi đơn muộn.' },
      }),
    ).toBe('COMPLAINT.NOT_TAKEN')
  })
})

describe('RS-9: the running total', () => {
  it('adds up what is published, and says when a round has newer results', async () => {
    const contest = { contestId: story.contestId }
    expect(await first.refusal('closeTotal', { params: contest })).toBe('RESULTS.NO_TOTAL')
    await stage.database.pool.query(
      `UPDATE contest SET rules = jsonb_set(rules, '{total}', '{"bestRounds":null,"ranking":[{"by":"points"},{"by":"draw"}]}') WHERE id = $1`,
      [story.contestId],
    )
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    const made = await Promise.all([first, second].map((who) => who.get('closeTotal', { params: contest })))
    expect(new Set(made.map(({ version }) => version.id)).size).toBe(1)
    const { version } = made[0] as NonNullable<(typeof made)[number]>
    const round = await latest()
    expect(version).toMatchObject({
      number: 1,
      cause: 'total',
      sources: [{ roundId: story.roundId, versionId: round.id }],
    })
    const [totals, rows] = [await rowsOf(version.id), await rowsOf(round.id)]
    expect(new Map(totals.map(({ accountId, points, rank }) => [accountId, [points, rank]]))).toEqual(
      new Map(rows.map(({ accountId, points, rank }) => [accountId, [points, rank]])),
    )
    const published = await first.get('publishTotal', {
      params: contest,
      body: { versionId: version.id, withTies: true },
    })
    expect([published.versions[0]?.state, published.isOutdated]).toEqual(['final', false])
    const ruling = await first.get('proposeRuling', {
      params,
      body: {
        ruling: { kind: 'exclude', accountId: people[5]?.person.accountId as string },
        reason: 'Thi hộ người khác',
      },
    })
    await second.get('decideRuling', { params: { rulingId: ruling.id }, body: { decision: 'approve' } })
    expect((await first.get('total', { params: contest })).isOutdated).toBe(true)
    const next = await first.get('closeTotal', { params: contest })
    expect(next.version).toMatchObject({ number: 2, state: 'final', participantCount: RIGHT.length })
  })
})

describe('DW-7: the commitment of a draw', () => {
  it('is made before anybody takes part and stays; what is missing then is not made up for', async () => {
    const own = await makeContest(first, { itemCount: 2 })
    const there = { params: { roundId: own.roundId } }
    const commitment = async () => (await stage.guest().get('draw', there)).commitment
    // Every change of a round is a moment at which commitments are looked after.
    const change = (vi: string) =>
      first.get('updateRound', { ...there, body: { ...own.roundBody, name: { vi, en: vi } } })
    const lose = () => stage.database.pool.query(`DELETE FROM result_draw WHERE scope_id = $1`, [own.roundId])
    const made = await eventually('the commitment', commitment)
    await change('Tên mới')
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await commitment()).toBe(made)

    await lose()
    expect(await commitment()).toBeNull()
    await change('Tên mới nữa')
    expect(await eventually('another commitment, with another secret', commitment)).not.toBe(made)

    await lose()
    await takePart(await stage.client('contestant', 'Người Đầu Tiên'), own, 1)
    await change('Sau khi có người thi')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(await commitment()).toBeNull()
  })
})
