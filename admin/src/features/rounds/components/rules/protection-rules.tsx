import { Checkbox } from '@thiso/kit'
import { useRoundText } from '../../use-round-text'
import { RulePart, type RulePartProps } from './rule-part'

/** What protects a paper a little, with what it does and what it cannot do beside each. */
export function ProtectionRules({ rules, onChange, problemOf, disabled }: RulePartProps) {
  const t = useRoundText()
  const { protection } = rules
  const set = (part: Partial<typeof protection>) => onChange({ protection: { ...protection, ...part } })
  const names = ['watermark', 'copyGuard', 'fullScreen', 'safeBrowser'] as const
  const problems = {
    watermark: problemOf('protection.watermark'),
    copyGuard: problemOf('protection.copyGuard'),
    fullScreen: problemOf('protection.fullScreen'),
    safeBrowser: problemOf('protection.safeBrowser'),
  }
  const chosen = names.filter((name) => protection[name]).map((name) => t(`detail.protection.${name}Now`))
  return (
    <RulePart
      title={t('detail.protection.title')}
      now={chosen.join(' · ') || t('detail.protection.none')}
      hasProblem={names.some((name) => problems[name])}
    >
      <p className="ts-quiet-text ts-small">{t('detail.protection.limits')}</p>
      {names.map((name) => (
        <Checkbox
          key={name}
          label={t(`detail.protection.${name}`)}
          hint={t(`detail.protection.${name}Hint`)}
          checked={protection[name]}
          onChange={(isOn) => set({ [name]: isOn })}
          disabled={disabled}
          error={problems[name]}
        />
      ))}
    </RulePart>
  )
}
