import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { DeterministicRandom } from '../../../api/src/kernel/deterministic-random'
import { receiptCode } from '../../../api/src/modules/attempts/domain/receipt-code'
import { Client, type Reply } from '../../support/client'
import type { Person } from '../../support/people'
import { type MadeItem, newHolder, type Paper, type Story } from '../../support/story'

/** One change of one answer as a contestant made it: what was sent, and what the database must hold of it. */
export interface Choice {
  seq: number
  position: number
  answer: string | null
  /** Author index of the option, in the list that the database keeps. */
  response: number[] | null
}

/** The same draws at every run; only the interleaving is up to the machine. */
export const draws = (name: string) => new DeterministicRandom(createHash('sha256').update(name).digest())

/**
 * Somebody who takes a round and keeps a history: each position of the paper is a register, each choice a write with a
 * number of its own. `sent` is what may be in the database, `acked` what must be.
 */
export class Contestant {
  readonly sent = new Map<number, Choice>()
  readonly acked = new Set<number>()
  private lastSeq = 0

  private constructor(
    readonly person: Person,
    readonly client: Client,
    readonly holder: string,
    readonly paper: Paper,
    private readonly items: readonly MadeItem[],
    private readonly random: DeterministicRandom,
  ) {}

  static async start(baseUrl: string, person: Person, story: Story, name: string): Promise<Contestant> {
    const client = new Client(baseUrl, person.token)
    const holder = newHolder()
    const paper = await client.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
    return new Contestant(person, client, holder, paper, story.items, draws(name))
  }

  /** Goes on with a running attempt in a new tab. */
  static async takeOver(
    baseUrl: string,
    person: Person,
    attemptId: string,
    story: Story,
    name: string,
  ): Promise<Contestant> {
    const client = new Client(baseUrl, person.token)
    const holder = newHolder()
    const paper = await client.get('takeOverAttempt', { params: { attemptId }, body: { holder } })
    return new Contestant(person, client, holder, paper, story.items, draws(name))
  }

  get attemptId(): string {
    return this.paper.attempt.attemptId
  }

  /** The next change of mind: any place, any of its options, or blank again. */
  choose(): Choice {
    const position = 1 + this.random.below(this.paper.items.length)
    const { options, stem } = this.paper.items[position - 1] as Paper['items'][number]
    const at = this.random.below(options.length + 1)
    const shown = options[at]
    const choice = {
      seq: ++this.lastSeq,
      position,
      answer: shown?.token ?? null,
      response: shown ? [this.itemOf(stem.vi).options.indexOf(shown.text.vi)] : null,
    }
    this.sent.set(choice.seq, choice)
    return choice
  }

  async save(choices: readonly Choice[], client = this.client): Promise<Reply<'saveResponses'>> {
    const reply = await client.call('saveResponses', {
      params: { attemptId: this.attemptId },
      body: { holder: this.holder, responses: choices.map(({ seq, position, answer }) => ({ seq, position, answer })) },
    })
    if (reply.status === 200) for (const seq of reply.body.savedSeqs) this.acked.add(seq)
    return reply
  }

  submit(client = this.client): Promise<Reply<'submitAttempt'>> {
    return client.call('submitAttempt', {
      params: { attemptId: this.attemptId },
      body: { holder: this.holder, responses: [] },
    })
  }

  /** Right answers among these events, reckoned without the code that is under test. */
  pointsOf(events: readonly StoredEvent[]): number {
    return this.paper.items.filter(({ position, stem }) => {
      const last = events.filter((event) => event.position === position).sort((a, b) => b.seq - a.seq)[0]
      return last?.response?.[0] === this.itemOf(stem.vi).key
    }).length
  }

  private itemOf(stem: string): MadeItem {
    const item = this.items.find((each) => each.stem === stem)
    if (!item) throw new Error(`the paper shows an item that nobody made: ${stem}`)
    return item
  }
}

interface StoredEvent {
  attemptId: string
  seq: number
  position: number
  response: number[] | null
}

interface StoredAttempt {
  id: string
  state: string
  points: number | null
  submittedAt: Date | null
  receiptCode: string | null
}

/**
 * Compares the histories with the database.
 * @returns every way in which they do not fit, and how much was compared: a check of nothing must not pass for one
 */
export async function checkHistories(pool: Pool, contestants: readonly Contestant[]) {
  const ids = [contestants.map(({ attemptId }) => attemptId)]
  const { rows: events } = await pool.query<StoredEvent>(
    `SELECT attempt_id AS "attemptId", seq, position, response FROM response_event WHERE attempt_id = ANY($1::uuid[]) ORDER BY seq`,
    ids,
  )
  const { rows: attempts } = await pool.query<StoredAttempt>(
    `SELECT id, state, points, submitted_at AS "submittedAt", receipt_code AS "receiptCode" FROM attempt WHERE id = ANY($1::uuid[])`,
    ids,
  )
  const faults: string[] = []
  let ackedCount = 0
  for (const contestant of contestants) {
    const { attemptId } = contestant
    const fault = (what: string) => faults.push(`${attemptId}: ${what}`)
    const own = events.filter((event) => event.attemptId === attemptId)
    const bySeq = new Map<number, StoredEvent>()
    for (const event of own) {
      if (bySeq.has(event.seq)) fault(`${event.seq} is stored twice`)
      bySeq.set(event.seq, event)
      const sent = contestant.sent.get(event.seq)
      if (!sent) fault(`${event.seq} is stored and was never sent`)
      else if (textOf(sent) !== textOf(event)) fault(`stored ${textOf(event)}, sent ${textOf(sent)}`)
    }
    ackedCount += contestant.acked.size
    for (const seq of contestant.acked) if (!bySeq.has(seq)) fault(`${seq} was acknowledged and is lost`)
    const attempt = attempts.find(({ id }) => id === attemptId)
    if (!attempt) fault('the attempt is lost')
    if (attempt?.state !== 'submitted' || !attempt.submittedAt) continue
    const points = contestant.pointsOf(own)
    if (attempt.points !== points) fault(`${attempt.points} points, by its events ${points}`)
    const code = receiptCode({ attemptId, submittedAt: attempt.submittedAt.toISOString(), events: own })
    if (attempt.receiptCode !== code) fault(`receipt ${attempt.receiptCode}, by its events ${code}`)
  }
  const submittedCount = attempts.filter(({ state }) => state === 'submitted').length
  return { faults, ackedCount, storedCount: events.length, submittedCount }
}

const textOf = ({ seq, position, response }: Pick<Choice, 'seq' | 'position' | 'response'>) =>
  JSON.stringify({ seq, position, response })
