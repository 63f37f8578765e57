import { randomBytes } from 'node:crypto'
import type { ApiBody, ApiOutput } from '@thiso/contracts'
import {
  type CognitiveLevel,
  DEFAULT_ROUND_RULES,
  type ResultPolicy,
  type RoundRules,
  type Topic,
} from '@thiso/contracts/vocab'
import type { Client } from './client'
import { colleagueOf } from './people'

export interface MadeItem {
  itemId: string
  topic: Topic
  level: CognitiveLevel
  stem: string
  options: string[]
  key: number
  explanation: string
}

export interface Story {
  contestId: string
  roundId: string
  bankId: string
  items: MadeItem[]
  roundBody: ApiBody<'createRound'>
}

export interface StoryOptions {
  itemCount?: number
  /** How many of them a paper has; all of them when left out. */
  paperCount?: number
  timeLimitS?: number
  attemptLimit?: number
  resultPolicy?: ResultPolicy
  /** Seconds from now; the past opens at once. */
  opensInS?: number
  lengthS?: number
  nameDisplay?: 'full' | 'masked' | 'code'
  /** What the round's rules have beside the usual. */
  rules?: Partial<RoundRules>
  prizes?: ApiBody<'createContest'>['prizes']
}

const CELLS: { topic: Topic; level: CognitiveLevel }[] = [
  { topic: 'concepts', level: 'recall' },
  { topic: 'cyber-safety', level: 'understand' },
]

/** A published contest with a published round, made as organizers make it. */
export async function makeContest(staff: Client, options: StoryOptions = {}): Promise<Story> {
  const { itemCount = 8, paperCount = itemCount, timeLimitS = 600, opensInS = -5, lengthS = 7_200 } = options
  const mark = randomBytes(4).toString('hex')
  const bank = await staff.get('createBank', { body: { name: `Ngân hàng ${mark}` } })
  const items = await makeItems(staff, bank.id, itemCount, mark)
  const contest = await staff.get('createContest', {
    body: {
      slug: `cuoc-thi-${mark}`,
      title: { vi: 'Tìm hiểu chuyển đổi số', en: 'Digital transformation quiz' },
      summary: { vi: 'Cuộc thi trực tuyến', en: 'An online contest' },
      about: { vi: 'Thể lệ cuộc thi', en: 'Rules of the contest' },
      organizerName: { vi: 'Tỉnh đoàn Quảng Nam', en: 'Quảng Nam Youth Union' },
      prizes: options.prizes ?? [{ tier: 'first', count: 1, reward: { vi: 'Giấy khen', en: 'Certificate' } }],
      nameDisplay: options.nameDisplay ?? 'full',
      unitsAsOf: '2021-06-30',
    },
  })
  await staff.get('publishContest', { params: { contestId: contest.id }, body: { isPublished: true } })
  const { serverTime } = await staff.get('serverTime')
  const opensAt = Date.parse(serverTime) + opensInS * 1000
  const roundBody: ApiBody<'createRound'> = {
    name: { vi: 'Đợt 1', en: 'Round 1' },
    opensAt: new Date(opensAt).toISOString(),
    closesAt: new Date(opensAt + lengthS * 1000).toISOString(),
    timeLimitS,
    attemptLimit: options.attemptLimit ?? 2,
    resultPolicy: options.resultPolicy ?? 'at_once',
    bankIds: [bank.id],
    blueprint: CELLS.map((cell, index) => ({
      ...cell,
      count: Math.floor(paperCount / CELLS.length) + (index < paperCount % CELLS.length ? 1 : 0),
    })).filter((cell) => cell.count > 0),
    rules: { ...DEFAULT_ROUND_RULES, ...options.rules },
  }
  const round = await staff.get('createRound', { params: { contestId: contest.id }, body: roundBody })
  await staff.get('publishRound', { params: { roundId: round.id } })
  return { contestId: contest.id, roundId: round.id, bankId: bank.id, items, roundBody }
}

/** Approved items whose stems tell them apart; alternating between the two cells of the blueprint. */
export async function makeItems(staff: Client, bankId: string, count: number, mark: string): Promise<MadeItem[]> {
  const items: MadeItem[] = []
  for (let n = 1; n <= count; n++) {
    const { topic, level } = CELLS[(n - 1) % CELLS.length] as (typeof CELLS)[number]
    const item = {
      topic,
      level,
      stem: `Câu ${mark}-${n}: đâu là phương án đúng?`,
      options: ['một', 'hai', 'ba', 'bốn'].map((word) => `Phương án ${word} của câu ${mark}-${n}`),
      key: n % 4,
      explanation: `GIAITHICH-${mark}-${n}`,
    }
    const { id } = await staff.get('createItem', { body: itemBody(item, bankId, `NGUON-${mark}-${n}`) })
    await approve(staff, id)
    items.push({ ...item, itemId: id })
  }
  return items
}

/** A made item as it is sent. */
export function itemBody(
  { topic, level, stem, options, key, explanation }: Omit<MadeItem, 'itemId'>,
  bankId: string,
  source: string,
): ApiBody<'createItem'> {
  return {
    bankId,
    topic,
    level,
    body: { type: 'single-choice', stem, options, key },
    explanation,
    citations: [{ documentId: null, title: source, url: '', locator: '', role: 'reference' }],
    validFrom: null,
    validTo: null,
  }
}

/** An item through its life up to approval by a second person. */
export async function approve(author: Client, itemId: string): Promise<void> {
  const params = { itemId }
  await author.get('actOnItem', { params, body: { act: 'submit' } })
  await (await colleagueOf(author)).get('actOnItem', { params, body: { act: 'approve' } })
}

export type Paper = ApiOutput<'startAttempt'>
export type ResponseBody = ApiBody<'saveResponses'>['responses'][number]

export const newHolder = () => randomBytes(12).toString('base64url')

/** The token of an item's right option, or of a wrong one, on this paper. */
export function tokenFor(paper: Paper, position: number, items: readonly MadeItem[], isRight: boolean): string {
  const place = paper.items[position - 1]
  const item = items.find(({ stem }) => stem === place?.stem.vi)
  if (!place || !item) throw new Error(`no item at place ${position}`)
  const right = item.options[item.key]
  const option = place.options.find(({ text }) => (text.vi === right) === isRight)
  if (!option) throw new Error(`place ${position} has no such option`)
  return option.token
}

/** Responses for a whole paper: the first `rightCount` places right, the rest wrong. */
export function responsesFor(
  paper: Paper,
  items: readonly MadeItem[],
  rightCount: number,
  firstSeq = 1,
): ResponseBody[] {
  return paper.items.map(({ position }, index) => ({
    seq: firstSeq + index,
    position,
    answer: tokenFor(paper, position, items, position <= rightCount),
  }))
}

/** Starts, answers and submits. */
export async function takePart(client: Client, story: Pick<Story, 'roundId' | 'items'>, rightCount: number) {
  const holder = newHolder()
  const paper = await client.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  const { attemptId } = paper.attempt
  await client.get('saveResponses', {
    params: { attemptId },
    body: { holder, responses: responsesFor(paper, story.items, rightCount) },
  })
  const receipt = await client.get('submitAttempt', { params: { attemptId }, body: { holder } })
  return { attemptId, holder, paper, receipt }
}
