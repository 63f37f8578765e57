import { LIMIT_S } from '@thiso/contracts/vocab'
import { Select } from '@thiso/kit'
import { type PlaceDraft, sharedLimitOf } from './set-draft'
import { useSetsText } from './use-sets-text'

const USUAL = [10, 15, 20, 30, 45, 60, 90, 120]

/** One time for all places at once. */
export function SharedTime({
  places,
  onChange,
}: {
  places: readonly PlaceDraft[]
  onChange: (places: PlaceDraft[]) => void
}) {
  const t = useSetsText()
  const shared = sharedLimitOf(places)
  const isUsable = typeof shared === 'number' && shared >= LIMIT_S.least && shared <= LIMIT_S.most
  const times = isUsable && !USUAL.includes(shared) ? [...USUAL, shared].sort((a, b) => a - b) : USUAL
  const value = shared === null ? 'length' : isUsable ? String(shared) : 'mixed'
  return (
    <Select
      label={t('editor.times')}
      hint={t('editor.timesHint')}
      options={[
        { value: 'length', label: t('editor.byLength') },
        ...times.map((s) => ({ value: String(s), label: t('editor.seconds', { s }) })),
        ...(value === 'mixed' ? [{ value: 'mixed', label: t('editor.mixed') }] : []),
      ]}
      value={value}
      onChange={(next) => {
        if (next === 'mixed') return
        const ownLimitS = next === 'length' ? null : Number(next)
        onChange(places.map((place) => ({ ...place, ownLimitS })))
      }}
    />
  )
}
