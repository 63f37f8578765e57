import { COGNITIVE_LEVELS, type CognitiveLevel, TOPICS, type Topic } from '@thiso/contracts/vocab'
import type { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { isMistake, type Memory } from './schedule.js'

/** An item that may be practised now. */
export interface Candidate {
  itemId: string
  topic: Topic
  level: CognitiveLevel
  bankId: string
  /** Variants of one question; '' for none. */
  variantGroup: string
}

/** What a person's answers to an item have come to. */
export interface Recall {
  itemId: string
  /** ms since 1970 */
  dueAt: number
  memory: Pick<Memory, 'state'>
}

export interface Choice<T> {
  candidate: T
  /** Was it answered before? */
  isRepeat: boolean
}

/**
 * PR-5: what to practise next.
 * 1. Mistakes that are due, the longest waiting first; 2. other items that are due, likewise; 3. unless only those are asked for, an item
 * never answered: of the topic, then of the level of which the fewest have been answered, the easier first; which item is left to chance.
 * What was answered last, and its variants, give way to anything else; alone it comes again only when it is due.
 * @param candidates of one topic, or of several: then topics take turns like levels, equals by chance
 * @param recalls of any items, practised now or not
 * @param lastItemId the item answered last
 * @param now ms since 1970
 * @returns null when nothing is left for now
 */
export function chooseNext<T extends Candidate>(
  random: DeterministicRandom,
  candidates: readonly T[],
  recalls: readonly Recall[],
  { lastItemId, mode, now }: { lastItemId: string | null; mode: 'due' | 'any'; now: number },
): Choice<T> | null {
  const recallOf = new Map(recalls.map((recall) => [recall.itemId, recall]))
  const seen = candidates.filter(({ itemId }) => recallOf.has(itemId))
  const wanted = candidates.filter(({ itemId }) => isWanted(recallOf.get(itemId), mode, now))
  const due = wanted
    .flatMap((candidate) => ({ candidate, recall: recallOf.get(candidate.itemId) }))
    .filter((one): one is { candidate: T; recall: Recall } => one.recall !== undefined)
    .sort((a, b) => byUrgency(a.recall, b.recall))
    .map(({ candidate }) => candidate)
  const unseen = wanted.filter(({ itemId }) => !recallOf.has(itemId))
  const last = candidates.find(({ itemId }) => itemId === lastItemId)

  // First without the last one and its variants, then without the last one, then as it is.
  for (const isLeftOut of [
    (candidate: T) => last !== undefined && areKin(candidate, last),
    ({ itemId }: T) => itemId === lastItemId,
    () => false,
  ]) {
    const [repeat] = due.filter((candidate) => !isLeftOut(candidate))
    if (repeat) return { candidate: repeat, isRepeat: true }
    const fresh = chooseUnseen(
      random,
      unseen.filter((candidate) => !isLeftOut(candidate)),
      seen,
    )
    if (fresh) return { candidate: fresh, isRepeat: false }
  }
  return null
}

/** PR-5: may an item be shown to whoever has this recall of it, none before the first answer? */
export function isWanted(recall: Recall | undefined, mode: 'due' | 'any', now: number): boolean {
  return recall ? recall.dueAt <= now : mode === 'any'
}

/** Are they the same item, or variants of one question? */
function areKin(a: Candidate, b: Candidate): boolean {
  return a.itemId === b.itemId || (a.variantGroup !== '' && a.bankId === b.bankId && a.variantGroup === b.variantGroup)
}

function byUrgency(a: Recall, b: Recall): number {
  const [isA, isB] = [isMistake(a.memory), isMistake(b.memory)]
  if (isA !== isB) return isA ? -1 : 1
  return a.dueAt - b.dueAt || (a.itemId < b.itemId ? -1 : 1)
}

function chooseUnseen<T extends Candidate>(
  random: DeterministicRandom,
  unseen: readonly T[],
  seen: readonly T[],
): T | undefined {
  if (unseen.length === 0) return undefined
  const topics = TOPICS.filter((name) => unseen.some(({ topic }) => topic === name))
  const [topic] = random.sample(
    rarest(
      topics,
      seen.map((candidate) => candidate.topic),
    ),
    1,
  )
  const ofTopic = unseen.filter((candidate) => candidate.topic === topic)
  const [level] = rarest(
    COGNITIVE_LEVELS.filter((name) => ofTopic.some((candidate) => candidate.level === name)),
    seen.filter((candidate) => candidate.topic === topic).map((candidate) => candidate.level),
  )
  // By id first, so that the choice does not hang on the order in which the database returned them.
  const cell = ofTopic.filter((candidate) => candidate.level === level).sort((a, b) => (a.itemId < b.itemId ? -1 : 1))
  return random.sample(cell, 1)[0]
}

/** Those of the names that the list holds the least often, in their order. */
function rarest<N>(names: readonly N[], list: readonly N[]): N[] {
  const countOf = (name: N) => list.filter((other) => other === name).length
  const fewest = Math.min(...names.map(countOf))
  return names.filter((name) => countOf(name) === fewest)
}
