import type { ContestTable } from '@thiso/contracts/vocab'
import { Card } from '@thiso/kit'
import type { LocalizedValue } from '../../../../lib/localized-field'
import { useRoundText } from '../../use-round-text'
import { AttemptRules } from './attempt-rules'
import { EntryRules } from './entry-rules'
import { PaperRules } from './paper-rules'
import { PredictionRules } from './prediction-rules'
import { ProtectionRules } from './protection-rules'
import { RankingRules } from './ranking-rules'
import type { RulePartProps } from './rule-part'
import { ScoringRules } from './scoring-rules'

interface RulesSettingsProps extends RulePartProps {
  tables: readonly ContestTable[]
  earlier: readonly { id: string; name: LocalizedValue }[]
}

/** The rules of a round beyond window, length and number, each part folded away with what is set beside its name. */
export function RulesSettings({ tables, earlier, ...part }: RulesSettingsProps) {
  const t = useRoundText()
  return (
    <Card title={t('detail.title')}>
      <p className="ts-quiet-text ts-small">{t('detail.lead')}</p>
      <div>
        <EntryRules {...part} tables={tables} earlier={earlier} />
        <AttemptRules {...part} />
        <PaperRules {...part} />
        <ProtectionRules {...part} />
        <ScoringRules {...part} />
        <PredictionRules {...part} />
        <RankingRules {...part} />
      </div>
    </Card>
  )
}
