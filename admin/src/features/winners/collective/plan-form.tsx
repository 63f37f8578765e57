import {
  COLLECTIVE_BASES,
  COLLECTIVE_MEASURES,
  COLLECTIVE_PRESETS,
  type CollectivePreset,
  NORMALISATIONS,
  PRIZE_TIERS,
  UNIT_KINDS,
} from '@thiso/contracts/vocab'
import { Button, Card, Checkbox, NumberInput, Row, Select, Stack, TextInput } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import type { ReactNode } from 'react'
import { useCommon } from '../../../lib/common'
import { useWinnersText } from '../hooks/use-winners-text'
import type { Plan } from './collective'

interface PlanFormProps {
  plan: Plan
  onChange: (plan: Plan) => void
  isLocked: boolean
  /** What is wrong with a setting, by its path in the plan. */
  problemOf: (path: string) => string | undefined
  /** Below the settings. */
  children: ReactNode
}

const presets = Object.keys(COLLECTIVE_PRESETS) as CollectivePreset[]
const toggled = <T,>(list: readonly T[], one: T, isIn: boolean) =>
  isIn ? [...list, one] : list.filter((other) => other !== one)

/** What units are compared by and what they can win. */
export function PlanForm({ plan, onChange, isLocked, problemOf, children }: PlanFormProps) {
  const t = useWinnersText()
  const common = useCommon()
  const change = (part: Partial<Plan>) => onChange({ ...plan, ...part })
  const changePrize = (index: number, part: Partial<Plan['prizes'][number]>) =>
    change({ prizes: plan.prizes.map((prize, at) => (at === index ? { ...prize, ...part } : prize)) })
  const classNames = plan.sizeClasses.map(({ name }) => name)
  return (
    <Card title={t('plan.title')}>
      <Stack>
        <fieldset className="winners-plan" disabled={isLocked}>
          <Stack>
            <Select
              label={t('plan.preset')}
              hint={t('plan.presetHint')}
              placeholder={t('plan.presetNone')}
              value=""
              options={presets.map((value) => ({ value, label: t(`plan.presets.${value}`) }))}
              onChange={(preset) => change(structuredClone(COLLECTIVE_PRESETS[preset]) as unknown as Plan)}
            />
            <fieldset className="winners-proofs">
              <legend>{t('plan.unitKinds')}</legend>
              <Row>
                {UNIT_KINDS.map((kind) => (
                  <Checkbox
                    key={kind}
                    label={common(`unitKind.${kind}`)}
                    checked={plan.unitKinds.includes(kind)}
                    onChange={(isIn) => change({ unitKinds: toggled(plan.unitKinds, kind, isIn) })}
                  />
                ))}
              </Row>
            </fieldset>
            <div className="winners-form">
              <NumberInput
                label={t('plan.minParticipants')}
                min={0}
                value={plan.minParticipants}
                onChange={(value) => change({ minParticipants: value ?? 0 })}
              />
              <NumberInput
                label={t('plan.shrinkage')}
                hint={t('plan.shrinkageHint')}
                min={0}
                value={plan.shrinkage}
                onChange={(value) => change({ shrinkage: value ?? 0 })}
              />
              {COLLECTIVE_MEASURES.map((measure) => (
                <NumberInput
                  key={measure}
                  label={t('plan.weight', { measure: t(`plan.by.${measure}`) })}
                  min={0}
                  max={100}
                  decimals={2}
                  value={plan.weights[measure]}
                  onChange={(value) => change({ weights: { ...plan.weights, [measure]: value ?? 0 } })}
                />
              ))}
              <Select
                label={t('plan.normalisation')}
                value={plan.normalisation}
                options={NORMALISATIONS.map((value) => ({ value, label: t(`plan.normalise.${value}`) }))}
                onChange={(normalisation) => change({ normalisation })}
              />
            </div>
            <fieldset className="winners-proofs">
              <legend>{t('plan.tieBreak')}</legend>
              <Row>
                {COLLECTIVE_MEASURES.map((measure) => (
                  <Checkbox
                    key={measure}
                    label={t(`plan.by.${measure}`)}
                    checked={plan.tieBreak.includes(measure)}
                    onChange={(isIn) => change({ tieBreak: toggled(plan.tieBreak, measure, isIn) })}
                  />
                ))}
              </Row>
            </fieldset>
            <Checkbox
              label={t('plan.onePrizeEach')}
              checked={plan.onePrizeEach}
              onChange={(onePrizeEach) => change({ onePrizeEach })}
            />
            <div>
              <strong>{t('plan.sizeClasses')}</strong>
              {plan.sizeClasses.map((size, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a class has no name but the one being typed
                <div key={index} className="winners-prize-row">
                  <TextInput
                    label={t('plan.className')}
                    error={problemOf(`sizeClasses.${index}.name`)}
                    value={size.name}
                    maxLength={40}
                    onChange={(name) =>
                      change({
                        sizeClasses: plan.sizeClasses.map((one, at) => (at === index ? { ...one, name } : one)),
                      })
                    }
                  />
                  <NumberInput
                    label={t('plan.classUpTo')}
                    hint={t('plan.classUpToHint')}
                    error={problemOf(`sizeClasses.${index}.upTo`)}
                    min={1}
                    value={size.upTo}
                    onChange={(upTo) =>
                      change({
                        sizeClasses: plan.sizeClasses.map((one, at) => (at === index ? { ...one, upTo } : one)),
                      })
                    }
                  />
                  <Button
                    icon={Trash}
                    variant="quiet"
                    onClick={() => change({ sizeClasses: plan.sizeClasses.filter((_, at) => at !== index) })}
                  >
                    {t('plan.remove')}
                  </Button>
                </div>
              ))}
              <Button
                icon={Plus}
                variant="quiet"
                onClick={() => change({ sizeClasses: [...plan.sizeClasses, { name: '', upTo: null }] })}
              >
                {t('plan.addClass')}
              </Button>
            </div>
            <div>
              <strong>{t('plan.prizes')}</strong>
              {plan.prizes.map((prize, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same prize may stand twice
                <div key={index} className="winners-prize-row">
                  <Select
                    label={t('plan.tier')}
                    value={prize.tier}
                    options={PRIZE_TIERS.map((value) => ({ value, label: common(`tier.${value}`) }))}
                    onChange={(tier) => changePrize(index, { tier })}
                  />
                  <Select
                    label={t('plan.byLabel')}
                    error={problemOf(`prizes.${index}.by`)}
                    value={prize.by}
                    options={COLLECTIVE_BASES.map((value) => ({ value, label: t(`plan.by.${value}`) }))}
                    onChange={(by) => changePrize(index, { by })}
                  />
                  <NumberInput
                    label={t('plan.place')}
                    error={problemOf(`prizes.${index}.place`)}
                    min={1}
                    value={prize.place}
                    onChange={(place) => changePrize(index, { place: place ?? 1 })}
                  />
                  {(classNames.length > 0 || prize.sizeClass !== null) && (
                    <Select
                      label={t('plan.sizeClass')}
                      error={problemOf(`prizes.${index}.sizeClass`)}
                      value={prize.sizeClass ?? ''}
                      options={[
                        { value: '', label: t('plan.allClasses') },
                        ...[...new Set([...classNames, ...(prize.sizeClass ? [prize.sizeClass] : [])])]
                          .filter((value) => value !== '')
                          .map((value) => ({ value, label: value })),
                      ]}
                      onChange={(sizeClass) => changePrize(index, { sizeClass: sizeClass || null })}
                    />
                  )}
                  <TextInput
                    label={t('winners.reward')}
                    value={prize.reward.vi}
                    maxLength={200}
                    onChange={(vi) => changePrize(index, { reward: { ...prize.reward, vi } })}
                  />
                  <Button
                    icon={Trash}
                    variant="quiet"
                    onClick={() => change({ prizes: plan.prizes.filter((_, at) => at !== index) })}
                  >
                    {t('plan.remove')}
                  </Button>
                </div>
              ))}
              <Button
                icon={Plus}
                variant="quiet"
                onClick={() =>
                  change({
                    prizes: [
                      ...plan.prizes,
                      { tier: 'first', reward: { vi: '', en: '' }, by: 'participants', place: 1, sizeClass: null },
                    ],
                  })
                }
              >
                {t('plan.addPrize')}
              </Button>
            </div>
          </Stack>
        </fieldset>
        {children}
      </Stack>
    </Card>
  )
}
