import { byCodeUnits } from '../kernel/by-code-units.js'
import { awardPrizes } from '../modules/winners/domain/award-prizes.js'
import type { PersonLine, PrizeLineOf } from '../modules/proof/domain/bundle.js'
import type { Findings } from './findings.js'

const LIST = 'round'

/** VB-5: the prizes of the round's list, by the function that proposes winners, from the places and from who was passed over. */
export class PrizesCheck {
  readonly lines: PrizeLineOf[] = []
  readonly passed: string[] = []

  constructor(private readonly findings: Findings) {}

  end(people: readonly PersonLine[]): void {
    if (this.lines.length === 0) {
      this.findings.note('NO_PRIZES')
      return
    }
    const placings = people.flatMap(({ code, table, rank, order, isTied, drawOrder }) =>
      rank === null ? [] : [{ accountId: code, table, rank, orderNo: order, isDecided: !isTied || drawOrder !== null }],
    )
    const { lines } = awardPrizes({
      lists: [{ key: LIST, order: 0, placings }],
      lines: this.lines.map(({ key, tier, table, count }) => ({ key, list: LIST, tier, table, count })),
      isOnePrizeEach: false,
      ineligible: this.passed.map((accountId) => ({ accountId, list: null, reason: 'ineligible' })),
      held: [],
    })
    for (const { line, awards } of lines) {
      const recorded = sorted(this.lines.find(({ key }) => key === line.key)?.winners ?? [])
      const computed = sorted(awards.map(({ accountId }) => accountId))
      if (recorded.join() !== computed.join())
        this.findings.fail('PRIZE_WRONG', {
          prize: line.key,
          recorded: without(recorded, computed),
          computed: without(computed, recorded),
        })
    }
    this.findings.okUnless(['PRIZE_WRONG'], 'PRIZES_HOLD', {
      count: this.lines.reduce((sum, { winners }) => sum + winners.length, 0),
    })
    if (this.passed.length > 0) this.findings.note('PASSED_TAKEN', { count: this.passed.length })
  }
}

const sorted = (codes: readonly string[]) => [...codes].sort(byCodeUnits)
const without = (codes: readonly string[], others: readonly string[]) =>
  codes.filter((code) => !others.includes(code)).join(', ') || '–'
