import type { ApiBody } from '@thiso/contracts'
import { useStage } from '../support/stage'
import { makeContest, type Story, takePart } from '../support/story'

const stage = useStage()

/** Time passes: the round's window is moved back instead of waiting. */
async function passes(story: Pick<Story, 'roundId'>, seconds: number): Promise<void> {
  await stage.database.pool.query(
    `UPDATE round SET opens_at = opens_at - make_interval(secs => $2), closes_at = closes_at - make_interval(secs => $2),
       revision = revision + 1 WHERE id = $1`,
    [story.roundId, seconds],
  )
  await new Promise((resolve) => setTimeout(resolve, 1_200))
}

describe('RD-3: the review of a round that is over', () => {
  it('keeps back the keys of items that another round still needs, and says until when', async () => {
    const staff = await stage.client('organizer')
    const first = await makeContest(staff, { lengthS: 3_600 })
    const second = await makeContest(staff)
    const opensAt = Date.now() + 86_400_000
    const next = await staff.get('createRound', {
      params: { contestId: second.contestId },
      body: {
        ...first.roundBody,
        opensAt: new Date(opensAt).toISOString(),
        closesAt: new Date(opensAt + 3_600_000).toISOString(),
      },
    })
    await staff.get('publishRound', { params: { roundId: next.id } })
    const person = await stage.client('contestant')
    const { attemptId } = await takePart(person, first, 5)
    await passes(first, 3_700)

    const held = await person.get('attemptResult', { params: { attemptId } })
    expect(held.score).toMatchObject({ points: 5 })
    expect(held).toMatchObject({ review: [], topics: [] })
    expect(held.held?.itemCount).toBe(8)
    expect(Date.parse(held.held?.until ?? '')).toBeGreaterThanOrEqual(opensAt + 3_600_000)
    for (const { explanation } of first.items) expect(JSON.stringify(held)).not.toContain(explanation)

    await passes({ roundId: next.id }, 86_400 + 3_700)
    const told = await person.get('attemptResult', { params: { attemptId } })
    expect(told.held).toBeNull()
    expect(told.review).toHaveLength(8)
    expect(told.review?.filter(({ isRight }) => isRight)).toHaveLength(5)
  })

  it('does not come before the score', async () => {
    const staff = await stage.client('organizer')
    const story = await makeContest(staff, { resultPolicy: 'after_publish', lengthS: 3_600 })
    const person = await stage.client('contestant')
    const { attemptId } = await takePart(person, story, 5)
    await passes(story, 3_700)
    expect(await person.get('attemptResult', { params: { attemptId } })).toMatchObject({
      score: null,
      review: null,
      topics: null,
      held: null,
    })
    const { version } = await staff.get('closeResults', { params: { roundId: story.roundId } })
    await staff.get('publishResults', { params: { roundId: story.roundId }, body: { versionId: version.id } })
    const told = await person.get('attemptResult', { params: { attemptId } })
    expect(told.score).toMatchObject({ points: 5 })
    expect(told.review?.filter(({ isRight }) => isRight)).toHaveLength(5)
  })
})

describe('RL-1: a reviewed item', () => {
  it('says what is right after the rulings, and that there was one', async () => {
    const [first, second] = [await stage.client('organizer'), await stage.client('organizer')]
    const story = await makeContest(first, { lengthS: 3_600 })
    const person = await stage.client('contestant')
    const { attemptId } = await takePart(person, story, 5)
    await passes(story, 3_700)
    await first.get('closeResults', { params: { roundId: story.roundId } })
    const { rows } = await stage.database.pool.query<{ form: { itemVersionId: string }[] }>(
      `SELECT form FROM attempt WHERE id = $1`,
      [attemptId],
    )
    const versionAt = (position: number) => rows[0]?.form[position - 1]?.itemVersionId as string
    const before = await person.get('attemptResult', { params: { attemptId } })
    const wrong = before.review?.[7]
    const given = wrong?.options.findIndex(({ isChosen }) => isChosen) ?? -1
    const made = story.items.find(({ stem }) => stem === wrong?.stem.vi)
    const option = made?.options.indexOf(wrong?.options[given]?.text.vi ?? '') ?? -1
    const rule = async (ruling: ApiBody<'proposeRuling'>['ruling']) => {
      const params = { roundId: story.roundId }
      const { id } = await first.get('proposeRuling', { params, body: { ruling, reason: 'Câu có hai đáp án đúng' } })
      await second.get('decideRuling', { params: { rulingId: id }, body: { decision: 'approve' } })
    }
    await rule({ kind: 'also-right', itemVersionId: versionAt(8), key: { type: 'single-choice', option } })
    await rule({ kind: 'all-right', itemVersionId: versionAt(7) })
    await rule({ kind: 'strike', itemVersionId: versionAt(6) })
    const { review, topics } = await person.get('attemptResult', { params: { attemptId } })
    expect(review?.map(({ ruling }) => ruling)).toEqual([
      null,
      null,
      null,
      null,
      null,
      'strike',
      'all-right',
      'also-right',
    ])
    expect(review?.[7]).toMatchObject({ isRight: true, share: 1 })
    expect(review?.[7]?.options.filter(({ isKey }) => isKey)).toHaveLength(2)
    expect(review?.[6]).toMatchObject({ isRight: true, share: 1 })
    expect(topics?.reduce((total, { itemCount }) => total + itemCount, 0)).toBe(7)
  })
})

describe('RD-7: which attempt counts', () => {
  it.each([
    ['best', [null, null], [false, true]],
    ['first', [true, false], [true, false]],
  ] as const)('is told with the scores where the %s one counts', async (counted, hidden, told) => {
    const staff = await stage.client('organizer')
    const story = await makeContest(staff, {
      resultPolicy: 'after_close',
      lengthS: 3_600,
      rules: { attempts: { period: 'round', counted, waitS: 0, unseenFirst: false } },
    })
    const person = await stage.client('contestant')
    const ids = [await takePart(person, story, 3), await takePart(person, story, 6)].map(({ attemptId }) => attemptId)
    const counts = async () => {
      const { attempts } = await person.get('myAttempts')
      const inList = ids.map((id) => attempts.find(({ attemptId }) => attemptId === id)?.isCounted)
      const alone = await Promise.all(
        ids.map(async (attemptId) => (await person.get('attemptResult', { params: { attemptId } })).isCounted),
      )
      expect(alone).toEqual(inList)
      return inList
    }
    expect(await counts()).toEqual(hidden)
    await passes(story, 3_700)
    expect(await counts()).toEqual(told)
  })
})

describe('AM-3: when scores show', () => {
  it('follows the rules under which an attempt was taken', async () => {
    const staff = await stage.client('organizer')
    const story = await makeContest(staff, { resultPolicy: 'at_once', lengthS: 3_600 })
    const person = await stage.client('contestant')
    const { attemptId } = await takePart(person, story, 5)
    await stage.database.pool.query(
      `WITH next AS (UPDATE round SET result_policy = 'after_publish', rules_version = rules_version + 1, revision = revision + 1
         WHERE id = $1 RETURNING *)
       INSERT INTO round_rules (round_id, version, rules, time_limit_s, attempt_limit, result_policy)
       SELECT id, rules_version, rules, time_limit_s, attempt_limit, result_policy FROM next`,
      [story.roundId],
    )
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect((await person.get('attemptResult', { params: { attemptId } })).score).toMatchObject({ points: 5 })
    const later = await stage.client('contestant')
    const second = await takePart(later, story, 4)
    expect((await later.get('attemptResult', { params: { attemptId: second.attemptId } })).score).toBeNull()
  })
})
