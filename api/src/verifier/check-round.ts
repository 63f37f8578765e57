import type { ItemKey, RulingContent } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../kernel/by-code-units.js'
import { canonicalJson } from '../kernel/canonical-json.js'
import { GrowingRoot, leafHash } from '../kernel/merkle-tree.js'
import type { BlueprintCell } from '../modules/contests/domain/blueprint.js'
import type { PoolItem } from '../modules/contests/domain/draw-form.js'
import type { ItemLine, RoundLine, RulingAct, RulingLine } from '../modules/proof/domain/bundle.js'
import { poolSalt, secretCommitment } from '../modules/proof/domain/pool-commitment.js'
import { effectiveRulings } from '../modules/results/domain/rulings.js'
import type { Findings } from './findings.js'

type Terms = RoundLine['terms'][number]

/** VB-4: what was committed to before a round: its secret and its pool; and the rulings that were approved since. */
export class RoundCheck {
  readonly secret: Buffer
  readonly terms: ReadonlyMap<number, Terms>
  readonly blueprint: readonly BlueprintCell[]
  /** In order of item version id, never changed in place: the draw keeps what it makes of it. */
  readonly pool: PoolItem[] = []
  readonly keys = new Map<string, ItemKey>()
  private readonly root = new GrowingRoot()
  private readonly rulings: RulingContent[] = []
  /** Attempts that do not count. */
  readonly voided = new Set<string>()
  private rulingCount = 0
  private readCount = 0
  private lastItem = ''

  constructor(
    private readonly findings: Findings,
    readonly roundId: string,
    readonly line: RoundLine,
  ) {
    this.secret = Buffer.from(line.secret, 'hex')
    this.terms = new Map(line.terms.map((terms) => [terms.version, terms]))
    this.blueprint = line.blueprint as BlueprintCell[]
    this.checkSecret()
  }

  /** The rules that hold for ranking, counting and the prediction. */
  get rules(): Terms['rules'] | undefined {
    return this.terms.get(this.line.rulesVersion)?.rules
  }

  item({ leaf, hash }: ItemLine): void {
    const { item } = leaf
    const data = Buffer.from(canonicalJson(leaf))
    this.root.add(data)
    if (leafHash(data).toString('hex') !== hash) this.findings.fail('ITEM_CHANGED', { item })
    if (poolSalt(this.secret, item) !== leaf.salt) this.findings.fail('ITEM_SALT_WRONG', { item })
    if (byCodeUnits(this.lastItem, item) >= 0) this.findings.fail('ITEM_ORDER', { item })
    this.lastItem = item
    const { topic, level, type, optionCount, choiceCount, exclusionSet, expectedShare, admitShare = null } = leaf
    this.pool.push({
      itemVersionId: item,
      topic,
      level,
      type,
      optionCount,
      choiceCount,
      exclusionSet,
      expectedShare,
      admitShare,
    })
    this.keys.set(item, leaf.key)
  }

  endItems(): void {
    const { poolRoot } = this.line
    const found = this.poolRoot
    if (poolRoot === null) return
    if (found !== poolRoot) this.findings.fail('POOL_ROOT_WRONG', { found, expected: poolRoot })
    this.findings.okUnless(['POOL_ROOT_WRONG', 'ITEM_CHANGED', 'ITEM_SALT_WRONG', 'ITEM_ORDER'], 'POOL_HOLDS', {
      count: this.pool.length,
    })
  }

  get poolRoot(): string {
    return this.root.root().toString('hex')
  }

  get commitment(): string {
    return secretCommitment(this.roundId, this.secret).toString('hex')
  }

  ruling(line: RulingLine): void {
    for (let n = this.rulingCount + 1; n < Math.min(line.n, this.rulingCount + 100); n++)
      this.findings.fail('RULING_MISSING', { n })
    this.rulingCount = line.n
    this.readCount++
    if (line.item !== undefined && !this.keys.has(line.item))
      this.findings.fail('RULING_UNKNOWN_ITEM', { n: line.n, item: line.item })
    if (line.act === 'void-attempt') this.voided.add(line.attempt ?? '')
    else if (line.act === 'restore-attempt') this.voided.delete(line.attempt ?? '')
    else this.rulings.push(contentOf({ ...line, act: line.act }))
  }

  /** Rulings as they hold; people stand by their codes. */
  effective(): ReturnType<typeof effectiveRulings> {
    return effectiveRulings(this.rulings)
  }

  endRulings(): void {
    this.findings.ok('RULINGS_READ', { count: this.readCount })
  }

  private checkSecret(): void {
    const { commitment, committedAt, opensAt } = this.line
    if (commitment === null) {
      this.findings.note('NO_COMMITMENT')
      return
    }
    if (commitment !== this.commitment) {
      this.findings.fail('SECRET_WRONG', { commitment })
      return
    }
    this.findings.ok('SECRET_HOLDS')
    if (committedAt === null || committedAt > opensAt)
      this.findings.note('COMMITTED_LATE', {
        at: committedAt === null ? '–' : new Date(committedAt).toISOString(),
        opensAt: new Date(opensAt).toISOString(),
      })
  }
}

type Judging = Exclude<RulingAct, 'void-attempt' | 'restore-attempt'>

function contentOf({ act, item = '', key, person = '' }: RulingLine & { act: Judging }): RulingContent {
  if (act === 'exclude' || act === 'reinstate') return { kind: act, accountId: person }
  if (act === 'key' || act === 'also-right') return { kind: act, itemVersionId: item, key: key as ItemKey }
  return { kind: act, itemVersionId: item }
}
