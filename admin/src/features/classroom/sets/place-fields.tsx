import { LIMIT_S } from '@thiso/contracts/vocab'
import { formatNumber, NumberInput, RadioGroup, Select, Stack, TextInput } from '@thiso/kit'
import { lengthLimitOf, type PlaceDraft, type PlaceLack } from './set-draft'
import { useSetsText } from './use-sets-text'

const POINTS = [0.5, 1, 1.5, 2, 3, 5]

interface PlaceFieldsProps {
  place: PlaceDraft
  lacks: readonly PlaceLack[]
  onChange: (part: Partial<PlaceDraft>) => void
}

/** Time, points and the section that begins here. */
export function PlaceFields({ place, lacks, onChange }: PlaceFieldsProps) {
  const t = useSetsText()
  const { ownLimitS, points } = place
  const byLength = lengthLimitOf(place)
  const worth = POINTS.includes(points) ? POINTS : [...POINTS, points].sort((a, b) => a - b)
  return (
    <Stack gap={4}>
      <RadioGroup
        look="segments"
        label={t('place.time')}
        options={[
          {
            value: 'length',
            label: t(place.kind === 'item' ? 'place.timeByLength' : 'place.timeUsual', { s: formatNumber(byLength) }),
          },
          { value: 'own', label: t('place.timeOwn') },
        ]}
        value={ownLimitS === null ? 'length' : 'own'}
        onChange={(way) => onChange({ ownLimitS: way === 'own' ? byLength : null })}
      />
      {ownLimitS !== null && (
        <NumberInput
          label={t('place.ownSeconds')}
          suffix={t('place.secondsUnit')}
          min={LIMIT_S.least}
          max={LIMIT_S.most}
          step={5}
          stepper
          required
          value={ownLimitS}
          // A field emptied to be typed anew is no wish for the usual time.
          onChange={(next) => onChange({ ownLimitS: next ?? 0 })}
          error={lacks.includes('limit') ? t('place.limitWrong') : undefined}
        />
      )}
      {place.kind === 'item' && (
        <Select
          label={t('place.pointsLabel')}
          options={worth.map((each) => ({
            value: String(each),
            label: t('place.points', { count: each, points: formatNumber(each) }),
          }))}
          value={String(points)}
          onChange={(next) => onChange({ points: Number(next) })}
        />
      )}
      <TextInput
        label={t('place.section')}
        hint={t('place.sectionHint')}
        optional
        maxLength={80}
        autoComplete="off"
        value={place.section}
        onChange={(section) => onChange({ section })}
      />
    </Stack>
  )
}
