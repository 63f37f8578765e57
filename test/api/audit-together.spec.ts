import { randomUUID } from 'node:crypto'
import type { Client } from '../support/client'
import type { Person } from '../support/people'
import { useStage } from '../support/stage'
import { itemBody, makeContest, type Story } from '../support/story'

const stage = useStage()
let organizer: Client & { person: Person }
let administrator: Client & { person: Person }
let contestant: Client & { person: Person }
let teacher: Client & { person: Person }
let story: Story
let waiting: Story

beforeAll(async () => {
  organizer = await stage.client('organizer')
  administrator = await stage.client('administrator')
  teacher = await stage.client('teacher')
  contestant = await stage.client('contestant')
  story = await makeContest(organizer)
  waiting = await makeContest(organizer, { opensInS: 3_600 })
})
afterEach(() => stage.database.pool.query(`DROP TRIGGER IF EXISTS refuse ON audit_entry`))

/** What jobs and the signed-in way in write by themselves. */
const OWN_LIFE = /^(session|incident|audit_|log_checkpoint|round_commitment|bundle_|detection_run|migrations)/

/** Every row of every table that acts change, as one text a table. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await stage.database.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE relkind = 'r' AND nspname = 'public' ORDER BY relname`,
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    if (OWN_LIFE.test(name)) continue
    const { rows } = await stage.database.pool.query<{ hash: string | null }>(
      `SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS hash FROM "${name}" t`,
    )
    found[name] = rows[0]?.hash ?? ''
  }
  return found
}

/** From now on the database takes no entry. */
async function refuseEntries(): Promise<void> {
  await stage.database.pool.query(`
    CREATE OR REPLACE FUNCTION refuse_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no entry'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_entry()`)
}

const name = { vi: 'Tên khác', en: 'Another name' }
const reason = 'Vì mất điện cả huyện'
const soon = () => new Date(Date.now() + 5 * 3_600_000).toISOString()
const sheet = () => ({ text: contestant.person.login, isPreview: false })

/** Acts of every kind: of one statement, of a transaction of their own, of several tables. */
const ACTS: [string, () => Promise<{ status: number; code?: string | undefined }>][] = [
  [
    'a contest is published',
    () => organizer.call('publishContest', { params: { contestId: story.contestId }, body: { isPublished: false } }),
  ],
  [
    'a round is made',
    () =>
      organizer.call('createRound', {
        params: { contestId: waiting.contestId },
        body: {
          ...waiting.roundBody,
          name,
          opensAt: soon(),
          closesAt: new Date(Date.now() + 9 * 3_600_000).toISOString(),
        },
      }),
  ],
  [
    'a round is changed',
    () => organizer.call('updateRound', { params: { roundId: waiting.roundId }, body: { ...waiting.roundBody, name } }),
  ],
  ['a round is opened', () => organizer.call('openRound', { params: { roundId: waiting.roundId } })],
  ['a round is paused', () => organizer.call('pauseRound', { params: { roundId: story.roundId }, body: { reason } })],
  [
    'a round ends later',
    () => organizer.call('extendRound', { params: { roundId: story.roundId }, body: { closesAt: soon(), reason } }),
  ],
  ['a round is closed', () => organizer.call('closeRound', { params: { roundId: story.roundId } })],
  [
    'people are put on a list',
    () => organizer.call('addContestEntrants', { params: { contestId: story.contestId }, body: sheet() }),
  ],
  [
    'somebody gets extra time',
    () =>
      organizer.call('grantExtraTime', {
        params: { contestId: story.contestId },
        body: { login: contestant.person.login, percent: 25, reason },
      }),
  ],
  [
    'somebody gets another role',
    () =>
      administrator.call('setRole', {
        params: { accountId: contestant.person.accountId },
        body: { role: 'teacher', reason },
      }),
  ],
  [
    'a password is set anew',
    () => administrator.call('resetPassword', { params: { accountId: contestant.person.accountId } }),
  ],
  [
    'an account is made',
    () =>
      administrator.call('createStaff', {
        body: { login: `moi-${randomUUID().slice(0, 8)}`, fullName: 'Trần Mới', role: 'teacher' },
      }),
  ],
  ['a bank is made', () => organizer.call('createBank', { body: { name: 'Ngân hàng không có' } })],
  [
    'a bank gets another name',
    () => organizer.call('updateBank', { params: { bankId: story.bankId }, body: { name: 'Ngân hàng tên khác' } }),
  ],
  ['a subtopic is made', () => organizer.call('createSubtopic', { body: { topic: 'concepts', parentId: null, name } })],
  [
    'an item is written',
    () =>
      organizer.call('createItem', {
        body: itemBody(
          { ...(story.items[0] as Story['items'][number]), stem: 'Câu hỏi chưa có bao giờ?' },
          story.bankId,
          'Nguồn',
        ),
      }),
  ],
  [
    'a class is made',
    () => teacher.call('createSchoolClass', { body: { name: 'Lớp 9A', grade: 9, schoolYear: 2026 } }),
  ],
  // Last: after it there is nothing left to do to that round.
  ['a round is deleted', () => organizer.call('deleteRound', { params: { roundId: waiting.roundId } })],
]

describe('HC-8: where the entry cannot be written, nothing is done', () => {
  it.each(ACTS)('%s', async (_, act) => {
    const before = await everything()
    await refuseEntries()
    expect((await act()).status).toBe(500)
    expect(await everything()).toEqual(before)
  })

  it('all of these acts are done where it can', async () => {
    for (const [name, act] of ACTS) {
      const { status, code } = await act()
      expect([name, status, code]).toEqual([name, 200, undefined])
    }
  })
})
