import { beaconRandomness } from '../modules/results/domain/beacon.js'
import { drawAll, entryCode } from '../modules/results/domain/draw-list.js'
import { lotteryRandomness } from '../modules/results/domain/lottery-words.js'
import { commitmentTo, NO_SECRET } from '../modules/results/domain/verifiable-draw.js'
import type { DrawLineOf, ListedLine, PersonLine } from '../modules/proof/domain/bundle.js'
import type { Outcome } from './check-attempts.js'
import type { Findings } from './findings.js'

const FAILURES = [
  'DRAW_COMMITMENT_WRONG',
  'DRAW_LIST_WRONG',
  'DRAW_LINE_WRONG',
  'DRAW_NAMED_LATE',
  'DRAW_BEACON_WRONG',
  'DRAW_RANDOMNESS_WRONG',
  'DRAW_SEED_WRONG',
  'DRAW_ORDER_WRONG',
  'DRAW_NOT_LISTED',
] as const

/** VB-5: the draw among equals by VDRAW-1, from what was published before and after. */
export class DrawCheck {
  readonly listed: ListedLine[] = []
  draw: DrawLineOf | null = null

  constructor(
    private readonly findings: Findings,
    private readonly roundId: string,
    private readonly opensAt: number,
  ) {}

  /** @returns the drawn order of a person; null while nothing was drawn */
  work(): ((person: PersonLine, outcomes: readonly Outcome[]) => number | null) | null {
    const { draw, findings, listed } = this
    if (!draw || draw.state === 'none') {
      findings.note('NO_DRAW')
      return null
    }
    this.checkCommitment(draw)
    for (const [index, { n }] of listed.entries())
      if (n !== index + 1) {
        findings.fail('DRAW_LINE_WRONG', { n: index + 1 })
        break
      }
    if (draw.state !== 'drawn') {
      findings.note('DRAW_NAMED', { count: listed.length })
      return null
    }
    const randomness = this.randomnessOf(draw)
    if (!randomness) return null
    const secret = draw.secret === null ? NO_SECRET : Buffer.from(draw.secret, 'hex')
    const { listRoot, seed, orderOf } = drawAll({ scope: this.roundId, secret, randomness, lines: listed })
    const root = listRoot.toString('hex')
    if (root !== draw.listRoot) findings.fail('DRAW_LIST_WRONG', { found: root, expected: draw.listRoot ?? '–' })
    if (seed.toString('hex') !== draw.seed)
      findings.fail('DRAW_SEED_WRONG', { found: seed.toString('hex'), expected: draw.seed ?? '–' })
    return (person, outcomes) => {
      const line = person.listed === null ? undefined : listed[person.listed - 1]
      if (!line) return null
      // Where another attempt counts by now, the list still has the code of the one that counted then.
      if (
        line.code !== person.code &&
        !outcomes.some(({ receipt }) => entryCode(this.roundId, [receipt]) === line.code)
      )
        findings.fail('DRAW_NOT_LISTED', { person: person.code })
      return orderOf.get(line.code) ?? null
    }
  }

  end(): void {
    if (this.draw?.state === 'drawn') this.findings.okUnless(FAILURES, 'DRAW_HOLDS', { count: this.listed.length })
  }

  private checkCommitment({ commitment, committedAt, secret, source, namedAt, state }: DrawLineOf): void {
    if (commitment === null) this.findings.note('DRAW_UNCOMMITTED')
    else if (state === 'drawn') {
      const isFit =
        secret !== null && commitmentTo(this.roundId, Buffer.from(secret, 'hex')).toString('hex') === commitment
      if (!isFit) this.findings.fail('DRAW_COMMITMENT_WRONG')
      if (committedAt !== null && committedAt > this.opensAt) this.findings.note('DRAW_COMMITTED_LATE')
    }
    if (source && namedAt !== null && namedAt >= Date.parse(source.dueAt)) this.findings.fail('DRAW_NAMED_LATE')
  }

  private randomnessOf({ source, entry, randomness }: DrawLineOf): Buffer | null {
    if (!source || entry === null) {
      this.findings.fail('DRAW_RANDOMNESS_WRONG')
      return null
    }
    if (source.kind === 'lottery') this.findings.note('DRAW_LOTTERY', { name: source.name, day: source.day, entry })
    const found =
      source.kind === 'beacon'
        ? beaconRandomness(source.round, entry)
        : lotteryRandomness(source.name, source.day, entry)
    if (!found) this.findings.fail('DRAW_BEACON_WRONG', { round: source.kind === 'beacon' ? source.round : '–' })
    else if (found.toString('hex') !== randomness) this.findings.fail('DRAW_RANDOMNESS_WRONG')
    return found
  }
}
