import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { useStage } from '../support/stage'
import { makeContest, takePart } from '../support/story'

const stage = useStage()

describe('EL-8: who was taken off a list', () => {
  it('is not brought back by later results, until somebody adds the person again', async () => {
    const staff = await stage.client('organizer')
    const story = await makeContest(staff, { lengthS: 3_600 })
    const people = [await stage.client('contestant'), await stage.client('contestant')] as const
    for (const [index, person] of people.entries()) await takePart(person, story, 6 - index)
    const { rows } = await stage.database.pool.query<{ closes_at: Date }>(
      `UPDATE round SET opens_at = opens_at - interval '3700 seconds', closes_at = closes_at - interval '3700 seconds',
         revision = revision + 1 WHERE id = $1 RETURNING closes_at`,
      [story.roundId],
    )
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    const opensAt = (rows[0]?.closes_at.getTime() ?? 0) + 86_400_000
    const body = (amount: number) => ({
      ...story.roundBody,
      name: { vi: 'Chung kết', en: 'Final' },
      opensAt: new Date(opensAt).toISOString(),
      closesAt: new Date(opensAt + 3_600_000).toISOString(),
      rules: {
        ...DEFAULT_ROUND_RULES,
        entry: { kind: 'qualified' as const, fromRoundId: story.roundId, by: 'top' as const, amount },
      },
    })
    const final = await staff.get('createRound', { params: { contestId: story.contestId }, body: body(2) })
    const params = { roundId: final.id }
    const { version } = await staff.get('closeResults', { params: { roundId: story.roundId } })
    await staff.get('publishResults', { params: { roundId: story.roundId }, body: { versionId: version.id } })
    const onList = async () => {
      const { rows: entrants } = await staff.get('roundEntrants', { params })
      return people.map(({ person }) => entrants.some(({ accountId }) => accountId === person.accountId))
    }
    expect(await onList()).toEqual([true, true])

    await staff.get('removeRoundEntrant', { params: { ...params, accountId: people[0].person.accountId } })
    await staff.get('updateRound', { params, body: body(3) })
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(await onList()).toEqual([false, true])
    const { rows: told } = await people[0].get('myNotices')
    expect(told.filter(({ kind }) => kind === 'qualified')).toHaveLength(1)

    const { login } = people[0].person
    await staff.get('addRoundEntrants', { params, body: { text: login, isPreview: false } })
    expect(await onList()).toEqual([true, true])
  })
})
