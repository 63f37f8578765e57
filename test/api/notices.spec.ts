import { NOTICE_KINDS, type NoticeKind, type NoticeParams } from '@thiso/contracts/vocab'
import { useStage } from '../support/stage'

const stage = useStage()

const round = { vi: 'Tuần 1', en: 'Week 1' }
const contest = { vi: 'Tìm hiểu chuyển đổi số', en: 'Digital quiz' }

/** One of every kind, as it lies in the table. */
const params: { [K in NoticeKind]: NoticeParams[K] } = {
  'clock-credit': { round, creditS: 90 },
  'attempt-added': { round },
  'round-paused': { round },
  'round-resumed': { round, closesAt: '2026-12-01T00:00:00.000Z' },
  'round-extended': { round, closesAt: '2026-12-01T00:00:00.000Z' },
  'rules-amended': { round, reason: 'Sửa thời gian.' },
  'result-changed': { round, rankBefore: 3, rankAfter: null },
  'complaint-answered': { round },
  'case-hearing': { round, until: '2026-12-01T00:00:00.000Z' },
  'case-decided': { round, until: null },
  'case-appeal-answered': { round },
  'prize-identity-needed': { contest, tier: 'first', until: null },
  'prize-confirmed': { contest, tier: 'consolation' },
  'prize-changed': { contest, before: 'first', after: 'second', isCertificateWithdrawn: false, reason: null },
  qualified: { fromRound: round, round },
  'item-ruled': { code: 'NP-001', round, ruling: 'strike', reason: 'Văn bản đã thay.' },
  'new-device': { device: 'Chrome, Android' },
}

describe('NT-2: notices', () => {
  it('reach their person in every kind, and are read once they were seen', async () => {
    const person = await stage.client()
    const other = await stage.client()
    for (const kind of NOTICE_KINDS)
      await stage.database.pool.query(
        `INSERT INTO notice (id, account_id, kind, params, link) VALUES (gen_random_uuid(), $1, $2, $3, '/toi/lich-su')`,
        [person.person.accountId, kind, JSON.stringify(params[kind])],
      )
    const list = await person.get('myNotices')
    expect(list.rows.map(({ kind, params }) => [kind, params])).toEqual(
      [...NOTICE_KINDS].reverse().map((kind) => [kind, params[kind]]),
    )
    expect([list.total, list.unreadCount, list.rows[0]?.link]).toEqual([
      NOTICE_KINDS.length,
      NOTICE_KINDS.length,
      '/toi/lich-su',
    ])
    const until = list.rows[0]?.createdAt as string
    expect(await other.get('readNotices', { body: { until } })).toEqual({ unreadCount: 0 })
    expect((await person.get('myNotices', { query: { page: 2, size: NOTICE_KINDS.length - 1 } })).rows).toHaveLength(1)
    expect(await person.get('readNotices', { body: { until } })).toEqual({ unreadCount: 0 })
    const after = await person.get('myNotices')
    expect(after.rows.every(({ readAt }) => readAt !== null)).toBe(true)
  })
})
