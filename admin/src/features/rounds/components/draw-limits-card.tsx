import { DAY_POOLS_MAX, type DrawLimits } from '@thiso/contracts/vocab'
import { Card, Checkbox, formatNumber, NumberInput, Stack } from '@thiso/kit'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { useRoundText } from '../use-round-text'

interface DrawLimitsCardProps {
  limits: DrawLimits
  check: BlueprintCheck | undefined
  onChange: (part: Partial<DrawLimits>) => void
  problemOf: (path: string) => string | undefined
  disabled: boolean
}

/** On which days and how often items are shown, and what becomes of those of earlier rounds. */
export function DrawLimitsCard({ limits, check, onChange, problemOf, disabled }: DrawLimitsCardProps) {
  const t = useRoundText()
  const reused = check?.reused
  return (
    <Card title={t('limits.title')}>
      <Stack gap={4}>
        <p className="ts-quiet-text ts-small">{t('limits.lead')}</p>
        <NumberInput
          label={t('limits.days')}
          hint={t('limits.daysHint')}
          suffix={t('limits.daysSuffix')}
          value={limits.dayPools}
          onChange={(dayPools) => onChange({ dayPools: dayPools ?? 1 })}
          min={1}
          max={DAY_POOLS_MAX}
          disabled={disabled}
          error={problemOf('dayPools')}
        />
        <NumberInput
          label={t('limits.cap')}
          hint={t('limits.capHint')}
          suffix={t('limits.capSuffix')}
          value={limits.maxShare === null ? null : Math.round(limits.maxShare * 100)}
          onChange={(percent) => onChange({ maxShare: percent === null ? null : percent / 100 })}
          min={1}
          max={100}
          disabled={disabled}
          error={problemOf('maxShare')}
        />
        <Checkbox
          label={t('limits.used')}
          hint={t('limits.usedHint')}
          checked={limits.leaveOutUsed}
          onChange={(leaveOutUsed) => onChange({ leaveOutUsed })}
          disabled={disabled}
          error={problemOf('leaveOutUsed')}
        />
        {reused && reused.count > 0 && (
          <div>
            <p>
              {t(reused.isLeftOut ? 'limits.reusedLeft' : 'limits.reusedThere', { count: formatNumber(reused.count) })}
            </p>
            <details>
              <summary>{t('limits.reusedList')}</summary>
              <p className="ts-small">
                {reused.items.map(({ code }) => code).join(', ')}
                {reused.count > reused.items.length &&
                  ` ${t('limits.reusedMore', { count: formatNumber(reused.count - reused.items.length) })}`}
              </p>
            </details>
          </div>
        )}
      </Stack>
    </Card>
  )
}
