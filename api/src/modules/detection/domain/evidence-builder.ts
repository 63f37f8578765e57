import { createHash } from 'node:crypto'
import type { ItemKey, ItemType } from '@thiso/contracts/vocab'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { AnswerCodes, type AnswerRules } from './answer-codes.js'
import { OMITTED } from './answer-model.js'
import type { EvidenceAttempt, EvidenceItem, ProcessCount, RoundEvidence } from './evidence.js'
import { secondsAtPlaces } from './place-times.js'

/** An ended attempt as it is recorded; instants in ms since 1970. What is JSON is read by whoever works on it. */
export interface EvidenceRow {
  attemptId: string
  accountId: string
  attemptNo: number
  unitId: string | null
  startedAtMs: number
  submittedAtMs: number
  /** Item versions by place. */
  itemVersionIds: string[]
  /** Lines of number, tab, position, tab, arrival in ms, tab and the response as JSON ('' for blank again), in any order. */
  log: string
  /** Of one-way papers: [position, opened at in ms], by position. */
  openings: [number, number][] | null
  /** What was taken out of its clock: [from, to] in ms. */
  takenOut: [number, number][] | null
  network: string | null
  /** The name of the tab that held it last. Two accounts with one name have sat before the same tab of the same browser. */
  holder: string
  extraPercent: number
}

/** What is known of a person beside the answers; it stays in the search, no signal carries it. */
export interface PersonRow {
  accountId: string
  nameFolded: string
  birthDate: string | null
  createdAtMs: number
}

/** An item as the search gets it. */
export interface SearchedItem {
  itemVersionId: string
  type: ItemType
  optionCount: number
  /** By any of which a response may be right: what holds after rulings, the item's own or the ruled one first. */
  keys: [ItemKey, ...ItemKey[]]
  /** How long reading it takes, in whole seconds (IB-12). */
  readingSeconds: number
  variantSet: string
}

export interface SearchedRound {
  roundId: string
  opensAt: number
  closesAt: number
  items: readonly SearchedItem[]
}

/**
 * Evidence out of what is recorded, attempt by attempt, so that no more than a page of records is ever held. Whoever adds the same records
 * in the same order gets the same evidence and the same hash.
 */
export class EvidenceBuilder {
  private readonly codes: AnswerCodes[]
  private readonly placeOf: Map<string, number>
  private readonly personOf = new Map<string, number>()
  private readonly attempts: EvidenceAttempt[] = []
  private readonly hash = createHash('sha256')

  constructor(
    private readonly round: SearchedRound,
    rules: AnswerRules,
  ) {
    this.codes = round.items.map(({ keys, optionCount }) => new AnswerCodes(keys, optionCount, rules))
    this.placeOf = new Map(round.items.map(({ itemVersionId }, index) => [itemVersionId, index]))
    this.hash.update(canonicalJson({ ...round, items: round.items.map((item) => ({ ...item })) }))
  }

  /** @throws Error for an item that is not of the round's pool */
  add(row: EvidenceRow, process: readonly ProcessCount[] = []): void {
    this.hash.update(canonicalJson({ ...row, process }))
    const given = row.itemVersionIds.map(() => null as string | null)
    const numbers = new Int32Array(row.itemVersionIds.length).fill(-1)
    const changes = readLog(row.log)
    for (const { seq, position, json } of changes) {
      // AT-4: of each place the highest number counts.
      const place = position - 1
      if (place < 0 || place >= given.length || seq <= (numbers[place] as number)) continue
      numbers[place] = seq
      given[place] = json
    }
    const items = Int32Array.from(row.itemVersionIds, (id) => {
      const item = this.placeOf.get(id)
      if (item === undefined) throw new Error(`item version ${id} is not in the pool of round ${this.round.roundId}`)
      return item
    })
    const person = this.personOf.get(row.accountId) ?? this.personOf.size
    this.personOf.set(row.accountId, person)
    this.attempts.push({
      id: row.attemptId,
      person,
      attemptNo: row.attemptNo,
      unit: row.unitId,
      startedAt: row.startedAtMs,
      submittedAt: row.submittedAtMs,
      items,
      answers: Int32Array.from(items, (item, place) => this.codes[item]?.codeOf(given[place] ?? null) ?? OMITTED),
      seconds: secondsAtPlaces(items.length, row.startedAtMs, changes, row.openings, row.takenOut ?? []),
      network: row.network,
      device: row.holder,
      process,
    })
  }

  /** Everybody who was added, by place. */
  get accountIds(): string[] {
    return [...this.personOf.keys()]
  }

  /** @param people of all `accountIds`, in any order; whoever is missing has no facts */
  build(people: readonly PersonRow[]): { evidence: RoundEvidence; hash: string } {
    const known = new Map(people.map((person) => [person.accountId, person]))
    const { roundId, opensAt, closesAt, items } = this.round
    const facts = this.accountIds.map((accountId) => {
      const person = known.get(accountId)
      return {
        accountId,
        nameFolded: person?.nameFolded ?? '',
        birthDate: person?.birthDate ?? null,
        createdAt: person?.createdAtMs ?? 0,
      }
    })
    this.hash.update(canonicalJson(facts))
    return {
      evidence: {
        roundId,
        opensAt,
        closesAt,
        items: items.map((item, index) => ({
          ...evidenceItem(item),
          wrongAnswers: this.codes[index]?.wrongCount ?? 1,
        })),
        people: facts,
        attempts: this.attempts,
      },
      hash: this.hash.digest('hex'),
    }
  }
}

function evidenceItem({
  itemVersionId,
  type,
  optionCount,
  readingSeconds,
  variantSet,
}: SearchedItem): Omit<EvidenceItem, 'wrongAnswers'> {
  const guess = type === 'true-false' ? 1 / 2 : type === 'single-choice' ? 1 / Math.max(2, optionCount) : 0
  return { itemVersionId, type, guess, readingSeconds, variantSet }
}

/** Lines of number, tab, position, tab, arrival, tab, response. */
function readLog(log: string): { seq: number; position: number; receivedAt: number; json: string }[] {
  if (log === '') return []
  return log.split('\n').map((line) => {
    const first = line.indexOf('\t')
    const second = line.indexOf('\t', first + 1)
    const third = line.indexOf('\t', second + 1)
    return {
      seq: Number(line.slice(0, first)),
      position: Number(line.slice(first + 1, second)),
      receivedAt: Number(line.slice(second + 1, third)),
      json: line.slice(third + 1),
    }
  })
}
