/// <reference types="jest" />
import { bodyOf, checkBodyOf, emptyContest, isSlug, missingIn, nextPrize, nextTable, slugOf } from './contest-draft'

it('proposes a short address from a Vietnamese title', () => {
  expect(slugOf('Tìm hiểu về chuyển đổi số: Quảng Nam, năm 2026')).toBe('tim-hieu-ve-chuyen-doi-so-quang-nam-nam-2026')
  expect(slugOf('  “Đường số” – Đợt 1! ')).toBe('duong-so-dot-1')
  expect(slugOf('!!!')).toBe('')
})

it('never proposes an address that the API would refuse, however long the title', () => {
  for (let length = 3; length < 90; length++) {
    const slug = slugOf('đổi mới '.repeat(12).slice(0, length))
    expect(slug.length).toBeLessThanOrEqual(60)
    expect(isSlug(slug)).toBe(true)
  }
})

it('names every gap by its path in the body', () => {
  const draft = { ...emptyContest(''), title: { vi: '  ', en: '' } }
  draft.prizes = [{ ...draft.prizes[0]!, count: null }]
  expect(missingIn(draft)).toEqual({
    'title.vi': 'required',
    'summary.vi': 'required',
    'about.vi': 'required',
    'organizerName.vi': 'required',
    slug: 'slug',
    unitsAsOf: 'day',
    'prizes.0.count': 'count',
    'prizes.0.reward.vi': 'required',
  })
})

it('adds the tier that is still missing, then consolation prizes', () => {
  const { prizes } = emptyContest('2026-01-01')
  const fourth = nextPrize(prizes)
  expect(fourth.tier).toBe('consolation')
  expect(nextPrize([...prizes, fourth]).tier).toBe('consolation')
  expect(nextPrize(prizes.slice(1)).tier).toBe('first')
})

it('sends no field of its own', () => {
  const [prize] = bodyOf(emptyContest('2026-01-01')).prizes
  expect(Object.keys(prize!).sort()).toEqual(['count', 'reward', 'scope', 'table', 'tier'])
})

it('keeps what a prize is for and the rules when a contest is edited', () => {
  const draft = emptyContest('2026-01-01')
  draft.prizes = [{ ...draft.prizes[0]!, scope: 'total', table: 'A' }]
  draft.rules = { ...draft.rules, complaintHours: 24, tables: [nextTable([]), nextTable([nextTable([])])] }
  expect(bodyOf(draft)).toMatchObject({
    prizes: [{ scope: 'total', table: 'A' }],
    rules: { complaintHours: 24, tables: [{ code: 'A' }, { code: 'B' }] },
  })
})

it('asks for the check of its rules while the rest is still empty, but not with half-typed tables', () => {
  const draft = emptyContest('2026-01-01')
  expect(checkBodyOf(draft)).toMatchObject({ rules: draft.rules, unitsAsOf: '2026-01-01', title: { vi: '…' } })
  expect(checkBodyOf({ ...draft, prizes: [{ ...draft.prizes[0]!, count: null }] })?.prizes[0]?.count).toBe(1)
  const table = { ...nextTable([]), code: '' }
  expect(checkBodyOf({ ...draft, rules: { ...draft.rules, tables: [table] } })).toBeNull()
  expect(checkBodyOf({ ...draft, unitsAsOf: '' })).toBeNull()
})
