import { plainText } from '@thiso/contracts/vocab'
import { Banner, Button, Card, formatNumber, IconButton, Stack } from '@thiso/kit'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { useLocalized } from '../../../lib/localized'
import { ArrangedList } from '../arranged-list'
import { ItemPicker } from './item-picker'
import { PlaceRow } from './place-row'
import { shortened } from './shortened'
import type { PlaceDraft, SetLacks } from './set-draft'
import { useSetsText } from './use-sets-text'

interface PlaceListProps {
  places: readonly PlaceDraft[]
  lacks: SetLacks
  showsLacks: boolean
  /** The place that the API refused, as it was sent. */
  refused: PlaceDraft | undefined
  /** The key of the place that is unfolded. */
  open: string | null
  onOpen: (key: string | null) => void
  onChange: (places: PlaceDraft[]) => void
}

/** What a set plays, in order. */
export function PlaceList({ places, lacks, showsLacks, refused, open, onOpen, onChange }: PlaceListProps) {
  const t = useSetsText()
  const localized = useLocalized()
  const [dropped, setDropped] = useState<{ place: PlaceDraft; at: number }>()
  const [replacing, setReplacing] = useState<string | null>(null)
  const nameOf = (place: PlaceDraft) =>
    (place.kind === 'item'
      ? place.item
        ? plainText(localized(place.item.stem))
        : t('place.unusable')
      : place.prompt.trim()) || t('place.untitled')
  const shortOf = (place: PlaceDraft) => shortened(nameOf(place))
  const troubled = places.filter(({ kind, trouble }) => kind === 'item' && trouble)
  const change = (key: string, part: Partial<PlaceDraft>) =>
    onChange(places.map((place) => (place.key === key ? { ...place, ...part } : place)))
  const drop = (place: PlaceDraft, at: number) => {
    onChange(places.filter(({ key }) => key !== place.key))
    setDropped({ place, at })
  }
  const numberOf = (key: string) => places.findIndex((place) => place.key === key) + 1
  return (
    <Card title={t('editor.places', { count: places.length, shown: formatNumber(places.length) })}>
      <Stack gap={4}>
        {places.length === 0 && <p className="ts-quiet-text">{t('editor.none')}</p>}
        {troubled.length > 0 && (
          <Banner
            tone="warn"
            action={
              <Button size="small" onClick={() => onChange(places.filter((place) => !troubled.includes(place)))}>
                {t('editor.dropTroubles')}
              </Button>
            }
          >
            {t('editor.troubles', { count: troubled.length, shown: formatNumber(troubled.length) })}
          </Banner>
        )}
        <ArrangedList
          rows={places}
          keyOf={({ key }) => key}
          words={{
            drag: (place, number) => t('place.drag', { number, total: places.length, name: shortOf(place) }),
            up: (place) => t('place.up', { name: shortOf(place) }),
            down: (place) => t('place.down', { name: shortOf(place) }),
            moved: (_, number) => t('place.moved', { number }),
          }}
          onChange={onChange}
          above={({ section }) => section.trim() !== '' && <h3 className="sets-section">{section}</h3>}
          acts={(place, at) => (
            <IconButton icon={X} label={t('place.remove', { number: at + 1 })} onClick={() => drop(place, at)} />
          )}
        >
          {(place, at) => (
            <PlaceRow
              place={place}
              number={at + 1}
              name={nameOf(place)}
              lacks={lacks.places.get(place.key) ?? []}
              showsLacks={showsLacks}
              isRefused={refused?.key === place.key && refused.itemId === place.itemId}
              isOpen={open === place.key}
              onToggle={() => onOpen(open === place.key ? null : place.key)}
              onChange={(part) => change(place.key, part)}
              onReplace={() => setReplacing(place.key)}
              onDrop={() => drop(place, at)}
            />
          )}
        </ArrangedList>
        {dropped && (
          <Banner
            live="polite"
            onClose={() => setDropped(undefined)}
            action={
              <Button
                size="small"
                onClick={() => {
                  onChange(places.toSpliced(dropped.at, 0, dropped.place))
                  setDropped(undefined)
                }}
              >
                {t('place.undo')}
              </Button>
            }
          >
            {t('place.removed', { number: dropped.at + 1 })}
          </Banner>
        )}
      </Stack>
      {replacing && (
        <ItemPicker
          title={t('picker.replaceTitle', { number: numberOf(replacing) })}
          chosen={places.flatMap(({ itemId }) => (itemId ? [itemId] : []))}
          isSingle
          onPick={(item) => {
            change(replacing, { item, itemId: item.itemId, trouble: null })
            setReplacing(null)
          }}
          onClose={() => setReplacing(null)}
        />
      )}
    </Card>
  )
}
