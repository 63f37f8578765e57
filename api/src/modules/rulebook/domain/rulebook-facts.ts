import type { RoundSettings } from '@thiso/contracts/rule-words'
import type { ContestRules, Localized, PrizeScope, PrizeTier, Topic } from '@thiso/contracts/vocab'

export type { Article, Passage, RulebookEdits } from '@thiso/contracts/rule-words'

/** What the settings of a contest say, as far as a thể lệ speaks of it. Instants in ms since 1970. */
export interface RulebookFacts {
  title: Localized
  summary: Localized
  organizerName: Localized
  rules: ContestRules
  prizes: readonly { tier: PrizeTier; count: number; reward: Localized; scope: PrizeScope; table: string | null }[]
  rounds: readonly RoundFacts[]
  /** Names of the units that the rules point to. */
  unitNames: ReadonlyMap<string, string>
}

export interface RoundFacts extends RoundSettings {
  id: string
  name: Localized
  opensAtMs: number
  closesAtMs: number
  topics: readonly Topic[]
}

/** What stands above and below the articles; empty texts are left out. */
export interface RulebookHead {
  style: 'state' | 'youth-union'
  /** The body above the one that issues. */
  above: string
  body: string
  number: string
  place: string
  /** yyyy-mm-dd */
  date: string | null
  signerRole: string
  signerName: string
}
