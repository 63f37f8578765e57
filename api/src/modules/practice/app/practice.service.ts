import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { AnswerLine, ItemQuestion, ItemResponse, Topic } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { Clock } from '../../../kernel/clock.js'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { RateLimits } from '../../../platform/live/rate-limits.js'
import { placeOf, readAnswer, shownForm } from '../../contests/index.js'
import { type DeliveryItem, gradeResponse, ItemsService } from '../../item-bank/index.js'
import { chooseNext, isWanted } from '../domain/choose-next.js'
import { progressOf } from '../domain/progress.js'
import { afterAnswer, verdictOf } from '../domain/schedule.js'
import { PracticeRepository, type Showing } from '../infra/practice.repository.js'
import { OpenItems } from './open-items.js'

/** What somebody would like to practise. */
export interface Wish {
  topic?: Topic | undefined
  mode: 'due' | 'any'
}

/** Another tab, or an item that is taken out of practice at this very moment, makes a choice void; more in a row than this is trouble. */
const TRIES = 8

/** Practising, one item after the other. The key of an item is read when an answer is in, never before (PR-3). */
@Injectable()
export class PracticeService {
  constructor(
    private readonly practice: PracticeRepository,
    private readonly open: OpenItems,
    private readonly items: ItemsService,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** PR-7: how far somebody has come. */
  async progress(accountId: string) {
    const [{ items, embargoedCount }, cards] = await Promise.all([this.open.list(), this.practice.cardsOf(accountId)])
    const answered = cards.map((card) => ({ ...card, dueAt: card.dueAt.getTime() }))
    const topics = progressOf(items, answered, this.clock.now())
    return { dueCount: topics.reduce((total, { dueCount }) => total + dueCount, 0), topics, embargoedCount }
  }

  /** What is kept of somebody's practice. */
  historyOf(accountId: string) {
    return this.practice.historyOf(accountId)
  }

  /**
   * PR-4, PR-5: what to show somebody: the showing that waits for its answer if it is still good for what is wished for, otherwise a new
   * one.
   * @returns null when nothing is left to practise for now
   */
  async next(accountId: string, wish: Wish) {
    await this.limits.take('practiceByAccount', accountId)
    for (let tries = 0; tries < TRIES; tries++) {
      const shown = await this.tryNext(accountId, wish)
      if (shown !== 'again') return shown
    }
    throw new ProblemError('SERVER.BUSY')
  }

  private async tryNext(accountId: string, { topic, mode }: Wish) {
    const [{ items }, cards, unanswered, lastItemId] = await Promise.all([
      this.open.list(),
      this.practice.cardsOf(accountId),
      this.practice.unansweredOf(accountId),
      this.practice.lastAnswered(accountId),
    ])
    const now = this.clock.now()
    const candidates = items.filter((item) => topic === undefined || item.topic === topic)
    const recalls = new Map(cards.map((card) => [card.itemId, { ...card, dueAt: card.dueAt.getTime() }]))

    const versions = new Set(candidates.map(({ itemVersionId }) => itemVersionId))
    const waiting = unanswered.filter(
      ({ itemId, itemVersionId }) => versions.has(itemVersionId) && isWanted(recalls.get(itemId), mode, now),
    )
    for (const showing of waiting) {
      const item = await this.stillShown(showing)
      if (item) return { showing, item, isRepeat: recalls.has(showing.itemId) }
    }

    const choice = chooseNext(randomness(), candidates, [...recalls.values()], { lastItemId, mode, now })
    if (!choice) return null
    const row = await this.open.findNow(choice.candidate.itemId)
    const [item] = row ? await this.items.deliver([row.itemVersionId]) : []
    if (!row || !item) return 'again'
    const showing = newShowing(row.itemId, item)
    const known = unanswered.map(({ id }) => id)
    const isKept = await this.practice.show(accountId, showing, known, new Date(now))
    return isKept ? { showing, item, isRepeat: choice.isRepeat } : 'again'
  }

  /**
   * PR-3, PR-4: takes the answer to a showing and says when the item comes back. The same answer sent again is told the same.
   * @throws ProblemError PRACTICE.CARD_NOT_FOUND: somebody else's, answered otherwise, or an item that may not be practised any more;
   *   ATTEMPT.UNKNOWN_OPTION: no answer to this showing
   */
  async answer(accountId: string, showingId: string, line: AnswerLine | null) {
    await this.limits.take('practiceByAccount', accountId)
    const showing = await this.practice.find(accountId, showingId)
    const item = showing && (await this.stillShown(showing))
    if (!showing || !item) throw new ProblemError('PRACTICE.CARD_NOT_FOUND')
    const place = placeOfShowing(showing)
    const response = readAnswer(place, line)
    if (response === undefined) throw new ProblemError('ATTEMPT.UNKNOWN_OPTION')
    const now = this.clock.now()
    const outcome = await this.practice.answer(
      { accountId, showingId, itemId: showing.itemId, response, answeredAt: new Date(now) },
      async (memory, manager) => {
        const [row] = await this.items.keys([showing.itemVersionId], manager)
        if (!row) throw new Error(`no key for item version ${showing.itemVersionId}`)
        const share = gradeResponse(row.key, response)
        const next = afterAnswer(memory, verdictOf(share), now)
        return { share, isRight: share >= 1, memory: next.memory, dueAt: new Date(next.dueAt) }
      },
    )
    if (outcome.kind === 'unknown' || !isSame(outcome.response, response))
      throw new ProblemError('PRACTICE.CARD_NOT_FOUND')
    const [row] = await this.items.keys([showing.itemVersionId])
    if (!row) throw new Error(`no key for item version ${showing.itemVersionId}`)
    return { place, item, row, response, nextDueAt: outcome.dueAt }
  }

  /** PR-2: what a showing shows, if its item may still be practised at this moment and still reads as it was shown. */
  private async stillShown(showing: Showing): Promise<DeliveryItem | null> {
    const row = await this.open.findNow(showing.itemId)
    if (row?.itemVersionId !== showing.itemVersionId) return null
    const [item] = await this.items.deliver([showing.itemVersionId])
    return item && digestOf(item.question) === showing.form.shown ? item : null
  }
}

/** The tokens of a showing, which is a paper of one place. */
export function placeOfShowing({ id, itemVersionId, form }: Showing) {
  return placeOf(Buffer.from(form.secret, 'base64url'), id, 1, { ...form, itemVersionId })
}

function newShowing(itemId: string, { itemVersionId, question }: DeliveryItem): Showing {
  const { type, options, choices } = question
  const counts = { itemVersionId, type, optionCount: options.length, choiceCount: choices.length }
  const { itemVersionId: _, ...order } = shownForm(randomness(), counts)
  const secret = randomBytes(32).toString('base64url')
  return { id: randomUUID(), itemId, itemVersionId, form: { ...order, secret, shown: digestOf(question) } }
}

function digestOf(question: ItemQuestion): string {
  return createHash('sha256').update(canonicalJson(question)).digest('base64url')
}

/** Rules take their chance from outside; here it is the system's. */
function randomness(): DeterministicRandom {
  return new DeterministicRandom(randomBytes(32))
}

function isSame(a: ItemResponse | null, b: ItemResponse | null): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
