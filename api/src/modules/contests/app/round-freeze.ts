import { boardCutoff, type FreezeSetting, freezeAtOf } from '../domain/ranking-freeze.js'
import type { RoundEntity } from '../infra/contest.entities.js'

type Round = Pick<RoundEntity, 'closesAt' | 'rules' | 'frozenFrom' | 'revealedAt' | 'resultsPublishedAt'>

const settingOf = (round: Round): FreezeSetting => ({
  closesAt: round.closesAt.getTime(),
  freezeMinutes: round.rules.freezeMinutes,
  frozenFrom: round.frozenFrom?.getTime() ?? null,
})

/** When the public board of a round stands still, or will, in ms since 1970; null: never. */
export function freezeOf(round: Round): number | null {
  return freezeAtOf(settingOf(round))
}

/** From when on submissions are not on the public board, in ms since 1970; null: all are. Publishing the results shows everything too. */
export function cutoffOf(round: Round): number | null {
  return boardCutoff(settingOf(round), (round.revealedAt ?? round.resultsPublishedAt)?.getTime() ?? null)
}
