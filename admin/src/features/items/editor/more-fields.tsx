import { DateInput, NumberInput, TextInput } from '@thiso/kit'
import { CompetencePicker } from '../../../lib/item-bank/competence-picker'
import { TagInput } from '../../../lib/item-bank/tag-input'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'
import { UnitFields } from './unit-fields'

/** What else is known of the item; all of it may stay as it is. */
export function MoreFields({ hideUnits, ...props }: FieldsProps & { hideUnits?: boolean }) {
  const { draft, change, errorOf } = props
  const t = useItemsText()
  return (
    <>
      <div className="items-two">
        <NumberInput
          id="item-points"
          label={t('more.points')}
          hint={t('more.pointsHint')}
          decimals={2}
          min={0.25}
          max={20}
          step={0.25}
          value={draft.points}
          onChange={(points) => change({ points: points === null ? null : Math.round(points * 4) / 4 })}
          error={errorOf('points')}
        />
        <NumberInput
          label={t('more.difficulty')}
          hint={t('more.difficultyHint')}
          min={5}
          max={95}
          step={5}
          suffix="%"
          value={draft.intendedDifficulty}
          onChange={(intendedDifficulty) => change({ intendedDifficulty })}
        />
      </div>
      <TagInput label={t('more.tags')} value={draft.tags} most={20} onChange={(tags) => change({ tags })} />
      <CompetencePicker
        label={t('more.competences')}
        hint={t('more.competencesHint')}
        value={draft.competences}
        onChange={(competences) => change({ competences })}
      />
      {!hideUnits && <UnitFields {...props} />}
      <div className="items-two">
        <TextInput
          label={t('more.exclusionGroup')}
          hint={t('more.exclusionGroupHint')}
          maxLength={60}
          autoComplete="off"
          value={draft.exclusionGroup}
          onChange={(exclusionGroup) => change({ exclusionGroup })}
        />
        <TextInput
          label={t('more.variantGroup')}
          hint={t('more.variantGroupHint')}
          maxLength={60}
          autoComplete="off"
          value={draft.variantGroup}
          onChange={(variantGroup) => change({ variantGroup })}
        />
      </div>
      <TagInput
        label={t('more.facts')}
        hint={t('more.factsHint')}
        value={draft.facts}
        most={20}
        onChange={(facts) => change({ facts })}
      />
      <fieldset className="ts-field">
        <legend className="ts-field-label">{t('more.validity')}</legend>
        <div className="ts-field-hint">{t('more.validityHint')}</div>
        <div className="items-validity">
          <DateInput
            label={t('more.validFrom')}
            value={draft.validFrom ?? ''}
            onChange={(day) => change({ validFrom: day || null })}
          />
          <DateInput
            id="item-validTo"
            label={t('more.validTo')}
            value={draft.validTo ?? ''}
            onChange={(day) => change({ validTo: day || null })}
            error={errorOf('validTo')}
          />
        </div>
      </fieldset>
    </>
  )
}
