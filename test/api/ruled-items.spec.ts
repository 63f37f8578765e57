import type { ApiBody } from '@thiso/contracts'
import type { Client } from '../support/client'
import { eventually, useStage } from '../support/stage'
import { approve, itemBody, type MadeItem, makeContest, type Story, takePart } from '../support/story'

const REASON = 'Nghị quyết mới đã thay con số này'

const stage = useStage()
let author: Client
let other: Client
let contestant: Client
let story: Story

const at = (index: number) => story.items[index] as MadeItem
const open = (index: number) => author.get('item', { params: { itemId: at(index).itemId } })
const ruledNotices = async (client: Client) =>
  (await client.get('myNotices')).rows.filter(({ kind }) => kind === 'item-ruled')

async function rule(index: number, content: (itemVersionId: string) => ApiBody<'proposeRuling'>['ruling']) {
  const params = { roundId: story.roundId }
  const { items } = await other.get('rulings', { params })
  const itemVersionId = items.find(({ code }) => code === codes[index])?.itemVersionId as string
  const { id } = await other.get('proposeRuling', { params, body: { ruling: content(itemVersionId), reason: REASON } })
  await author.get('previewRuling', { params: { rulingId: id } })
  return () => author.get('decideRuling', { params: { rulingId: id }, body: { decision: 'approve' } })
}

let codes: string[]

beforeAll(async () => {
  ;[author, other, contestant] = await Promise.all([
    stage.client('organizer'),
    stage.client('administrator'),
    stage.client('contestant'),
  ])
  story = await makeContest(author, { itemCount: 4, opensInS: -120 })
  codes = []
  for (const { itemId } of story.items) codes.push((await author.get('item', { params: { itemId } })).code)
  await takePart(contestant, story, 2)
  await author.get('closeRound', { params: { roundId: story.roundId } })
  await stage.database.pool.query(`UPDATE round SET closes_at = closes_at - interval '30 seconds' WHERE id = $1`, [
    story.roundId,
  ])
  await eventually('the round to be closed', async () => {
    const { status } = await author.call('closeResults', { params: { roundId: story.roundId } })
    return status === 200
  })
})

describe('IB-17: an item whose key did not hold in a round', () => {
  it('is marked in the bank, with round and reason, and its author is told; proposing and previewing do nothing', async () => {
    const apply = await rule(0, (itemVersionId) => ({
      kind: 'key',
      itemVersionId,
      key: { type: 'single-choice', option: (at(0).key + 1) % 4 },
    }))
    expect(await open(0)).toMatchObject({ flag: null, comments: [] })
    expect(await ruledNotices(author)).toEqual([])
    await apply()
    expect(await open(0)).toMatchObject({
      flag: 'ruled',
      // Its own key is the author's to change.
      body: { key: at(0).key },
      comments: [{ act: 'ruled-key', version: 1, authorName: '', text: `Đợt 1: ${REASON}` }],
    })
    expect(await ruledNotices(author)).toMatchObject([
      {
        params: { code: codes[0], round: { vi: 'Đợt 1', en: 'Round 1' }, ruling: 'key', reason: REASON },
        link: `/admin/cau-hoi/${at(0).itemId}`,
      },
    ])
    // Neither who proposed the ruling, nor a participant.
    expect(await ruledNotices(other)).toEqual([])
    expect(await ruledNotices(contestant)).toEqual([])
  })

  it('is found among those to be looked at, by its author also as the own', async () => {
    await (await rule(1, (itemVersionId) => ({ kind: 'strike', itemVersionId })))()
    const found = async (client: Client, flag: 'any' | 'own') =>
      (await client.get('items', { query: { bankId: story.bankId, flag } })).rows.map((row) => [row.code, row.flag])
    const both = [
      [codes[0], 'ruled'],
      [codes[1], 'ruled'],
    ].sort()
    expect((await found(author, 'any')).sort()).toEqual(both)
    expect((await found(author, 'own')).sort()).toEqual(both)
    expect(await found(other, 'own')).toEqual([])
    expect((await ruledNotices(author)).map(({ params }) => 'ruling' in params && params.ruling)).toEqual([
      'strike',
      'key',
    ])
  })

  it('calls for nobody once its content has a new version', async () => {
    const { itemId } = at(0)
    const body = itemBody({ ...at(0), key: (at(0).key + 1) % 4 }, story.bankId, 'Nghị quyết mới')
    expect(await author.get('updateItem', { params: { itemId }, body })).toMatchObject({ version: 2, flag: null })
  })

  it('calls for nobody once somebody has approved it again as it is', async () => {
    const { itemId } = at(1)
    await other.get('actOnItem', { params: { itemId }, body: { act: 'send_back', comment: 'Xem lại câu này.' } })
    expect(await open(1)).toMatchObject({ flag: 'ruled' })
    await approve(author, itemId)
    expect(await open(1)).toMatchObject({ state: 'approved', flag: null })
    const { rows } = await author.get('items', { query: { bankId: story.bankId, flag: 'any' } })
    expect(rows).toEqual([])
  })
})
