import { createHash } from 'node:crypto'
import { DEFAULT_ROUND_RULES, type RoundRules } from '@thiso/contracts/vocab'
import { canonicalJson } from '../kernel/canonical-json.js'
import { DeterministicRandom } from '../kernel/deterministic-random.js'
import { leafHash, MerkleTree } from '../kernel/merkle-tree.js'
import { checkpointText, type Signer, signNote, verifierKey } from '../kernel/signed-note.js'
import { judgeAttempt } from '../modules/attempts/domain/judge-attempt.js'
import type { PoolItem } from '../modules/contests/domain/draw-form.js'
import { gradeResponse } from '../modules/item-bank/domain/grade-response.js'
import { BUNDLE_FORMAT, type BundleLine, lineText, SectionHashes } from '../modules/proof/domain/bundle.js'
import { type PoolLeaf, poolRoot, secretCommitment } from '../modules/proof/domain/pool-commitment.js'
import { notesHash, resultsNoteText } from '../modules/proof/domain/results-note.js'
import { commitmentText } from '../modules/proof/domain/signed-texts.js'
import { effectiveRulings, gradeRuled, isTouched, underRulings } from '../modules/results/domain/rulings.js'
import { drawnLines, NO_DRAW } from './simulated-draw.js'
import { attemptOf, type Plan, plansOf, poolOf, SIM_CLOSES, SIM_LIMIT_S, SIM_OPENS, uuidOf } from './simulated-parts.js'
import { peopleOf, prizesOf, rankedLines, type Taken } from './simulated-people.js'

/** What a simulated round is like. */
export interface Simulation {
  people: number
  /** Items of a paper and of the pool. */
  items?: number
  poolSize?: number
  /** From 1 to 3. */
  attemptsMost?: number
  tables?: readonly string[]
  /** Into how many the pool is dealt. */
  dayPools?: number
  seed?: string
  rules?: Partial<RoundRules>
  isDrawn?: boolean
  /** An item is right for everybody after all, somebody is excluded, and the first attempt of somebody else voided. */
  isRuled?: boolean
  signer?: Signer
  /** The number of an attempt that a forger changed before working everything out. */
  forged?: number
}

export const SIMULATED_SIGNER: Signer = { name: 'thi.example.vn', seed: Buffer.alloc(32, 3) }

/**
 * A whole round that never was, as the bundle that the platform would make of it: papers, chains, scores, ranks, draw and prizes come from
 * the real rules. The same simulation gives the same lines. Attempts are made one by one, twice, and not kept: people's codes follow from
 * what all their attempts came to.
 */
export class SimulatedBundle {
  private readonly hashes = new SectionHashes()
  private readonly checkpoints: string[] = []
  private readonly tree = new MerkleTree()
  private readonly roundId: string
  private readonly secret: Buffer
  private readonly rules: RoundRules
  private readonly signer: Signer
  private readonly origin: string
  private readonly leaves: PoolLeaf[]
  private readonly plans: Plan[]
  private readonly seed: string
  private readonly pool: PoolItem[]

  constructor(private readonly simulation: Simulation) {
    const { seed = 'bundle', tables = [], signer = SIMULATED_SIGNER, poolSize = 300 } = simulation
    this.seed = seed
    this.signer = signer
    this.roundId = uuidOf(`${seed} round`)
    this.secret = createHash('sha256').update(`${seed} secret`).digest()
    this.origin = `${signer.name}/rounds/${this.roundId}`
    this.rules = { ...DEFAULT_ROUND_RULES, ...simulation.rules, tables: [...tables] }
    this.leaves = poolOf(this.secret, poolSize, (name) => uuidOf(`${seed} ${name}`))
    this.pool = this.leaves.map(
      ({ item, topic, level, type, optionCount, choiceCount, exclusionSet, expectedShare }) => ({
        itemVersionId: item,
        topic,
        level,
        type,
        optionCount,
        choiceCount,
        exclusionSet,
        expectedShare,
      }),
    )
    const random = new DeterministicRandom(createHash('sha256').update(seed).digest())
    this.plans = plansOf(simulation.people, simulation.attemptsMost ?? 1, random)
  }

  *lines(): Generator<string> {
    const { isRuled = false, isDrawn = false, people } = this.simulation
    yield* this.opening()
    const made = this.attempts()
    const taken = new Map<number, Taken[]>()
    for (const [index, plan] of this.plans.entries()) {
      const own = made(plan, index).taken
      taken.set(plan.who, [...(taken.get(plan.who) ?? []), own])
    }
    const first = taken.get(0) as Taken[]
    const voided = new Set(isRuled ? first.slice(0, 1).map(({ id }) => id) : [])
    const excluded = isRuled ? people - 1 : null
    const remaining = [...taken].filter(([who, own]) => who !== excluded && own.some(({ id }) => !voided.has(id)))
    const target = this.rules.prediction ? remaining.length : null
    const ruled = { excluded, voided, target }
    const rows = peopleOf(taken, this.rules, this.roundId, ruled)
    const codeOf = new Map(rows.map(({ who, code }) => [who, code]))
    if (isRuled) {
      yield this.put({ kind: 'ruling', n: 1, act: 'all-right', item: (this.leaves[0] as PoolLeaf).item })
      yield this.put({ kind: 'ruling', n: 2, act: 'exclude', person: codeOf.get(people - 1) as string })
      for (const attempt of voided) yield this.put({ kind: 'ruling', n: 3, act: 'void-attempt', attempt })
    }
    const signedAt = [1 / 3, 2 / 3, 1].map((share) => Math.max(1, Math.floor(this.plans.length * share)))
    for (const [index, plan] of this.plans.entries()) {
      const { line } = made(plan, index)
      this.tree.addHash(Buffer.from(line.leaf as string, 'hex'))
      if (signedAt.includes(this.tree.size)) this.sign()
      yield this.put({ ...line, person: codeOf.get(plan.who) as string })
    }
    const lines = rankedLines(rows, this.rules, ruled)
    const draw = isDrawn ? drawnLines(lines, this.roundId, this.seed, this.rules) : [NO_DRAW]
    yield this.put({
      kind: 'version',
      number: 1,
      cause: isDrawn ? 'draw' : 'closing',
      ranking: this.rules.ranking,
      predictionTarget: target,
      participants: lines.length,
      ranked: lines.filter(({ out }) => out === null).length,
      perfect: remaining.filter(([, own]) => own.some(({ id, isPerfect }) => isPerfect && !voided.has(id))).length,
      attempts: this.plans.length,
      tied: lines.filter(({ isTied }) => isTied).length,
    })
    for (const line of lines) yield this.put(line)
    for (const line of draw) yield this.put(line)
    yield* prizesOf(lines, (line) => this.put(line))
    yield* this.notes()
  }

  private *opening(): Generator<string> {
    const items = this.simulation.items ?? 20
    const cell = (topic: 'concepts' | 'cyber-safety', count: number) => ({
      topic,
      level: 'recall' as const,
      type: null,
      count,
      points: 1,
    })
    this.blueprint = [cell('concepts', items - Math.floor(items / 2)), cell('cyber-safety', Math.floor(items / 2))]
    yield this.put({
      kind: 'header',
      format: BUNDLE_FORMAT,
      origin: this.origin,
      contest: uuidOf(`${this.seed} contest`),
      round: this.roundId,
      version: 1,
      edition: 1,
      keys: [verifierKey(this.signer)],
    })
    yield this.put({
      kind: 'round',
      opensAt: SIM_OPENS,
      closesAt: SIM_CLOSES,
      graceMs: 3_000,
      secret: this.secret.toString('hex'),
      commitment: secretCommitment(this.roundId, this.secret).toString('hex'),
      poolRoot: poolRoot(this.leaves).toString('hex'),
      committedAt: SIM_OPENS - 86_400_000,
      blueprint: this.blueprint,
      dayPools: this.simulation.dayPools ?? 1,
      terms: [{ version: 1, rules: this.rules, timeLimitS: SIM_LIMIT_S }],
      rulesVersion: 1,
      pauses: [],
    })
    for (const leaf of this.leaves)
      yield this.put({ kind: 'item', leaf, hash: leafHash(Buffer.from(canonicalJson(leaf))).toString('hex') })
  }

  private blueprint: {
    topic: 'concepts' | 'cyber-safety'
    level: 'recall'
    type: null
    count: number
    points: number
  }[] = []

  private attempts() {
    const { roundId, secret, blueprint, pool, rules, seed } = this
    const { tables = [], isRuled = false, forged = -1, dayPools = 1 } = this.simulation
    const count = this.plans.length
    const keys = new Map(this.leaves.map(({ item, key }) => [item, key]))
    const ruled = isRuled ? [{ kind: 'all-right' as const, itemVersionId: (this.leaves[0] as PoolLeaf).item }] : []
    const { items: rulings } = effectiveRulings(ruled)
    return (plan: Plan, index: number) => {
      const made = attemptOf({
        plan,
        index,
        roundId,
        secret,
        blueprint,
        pool,
        rules,
        keys,
        seed,
        tables,
        dayPools,
        count,
        isForged: index === forged,
      })
      const facts = { ...made.facts, keys, grade: gradeResponse }
      const view = isTouched(facts.form, rulings) ? underRulings(facts, rulings) : null
      const judged = view
        ? judgeAttempt({ ...facts, ...view, grade: (key, response) => gradeRuled(key, response, gradeResponse) })
        : judgeAttempt(facts)
      const taken: Taken = {
        id: made.line.id,
        attemptNo: plan.no,
        receipt: made.receipt,
        points: judged.points,
        maxPoints: judged.maxPoints,
        rightCount: judged.rightCount,
        prediction: judged.prediction,
        isPerfect: judged.rightCount === facts.form.length,
        isRanked: judged.isRanked,
        timeUsedS: made.usedS,
        submittedAtMs: made.submittedAt,
        table: made.line.table,
      }
      return { line: made.line, taken }
    }
  }

  private *notes(): Generator<string> {
    const { origin, tree, signer, checkpoints } = this
    const secret = secretCommitment(this.roundId, this.secret)
    const root = poolRoot(this.leaves)
    const madeAt = new Date(SIM_OPENS - 86_400_000)
    const commitment = {
      origin,
      version: 1,
      secretCommitment: secret,
      poolRoot: root,
      poolSize: this.leaves.length,
      madeAt,
    }
    yield this.put({ kind: 'note', of: 'commitment', note: signNote(commitmentText(commitment), signer) })
    for (const note of checkpoints) yield this.put({ kind: 'note', of: 'checkpoint', note })
    const text = resultsNoteText({
      origin,
      edition: 1,
      version: 1,
      log: { size: tree.size, root: tree.root().toString('hex') },
      checkpoints: { count: checkpoints.length, hash: notesHash(checkpoints) },
      poolRoot: root.toString('hex'),
      commitment: secret.toString('hex'),
      previous: null,
      sections: this.hashes.digest(),
    })
    yield this.put({ kind: 'note', of: 'results', note: signNote(text, signer) })
  }

  private sign(): void {
    const checkpoint = { origin: this.origin, size: this.tree.size, root: this.tree.root() }
    this.checkpoints.push(signNote(checkpointText(checkpoint), this.signer))
  }

  private put(line: BundleLine): string {
    const text = lineText(line)
    this.hashes.add(line, text)
    return text
  }
}
