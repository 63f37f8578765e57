import { Badge, Banner, Button, classes, formatNumber, Row } from '@thiso/kit'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import { useCommon } from '../../../lib/common'
import { ItemView } from './item-view'
import { PlaceFields } from './place-fields'
import { PollFields } from './poll-fields'
import { limitOf, type PlaceDraft, type PlaceLack } from './set-draft'
import { useSetsText } from './use-sets-text'

interface PlaceRowProps {
  place: PlaceDraft
  number: number
  /** In whole, as it stands in the list. */
  name: string
  lacks: readonly PlaceLack[]
  showsLacks: boolean
  isRefused: boolean
  isOpen: boolean
  onToggle: () => void
  onChange: (part: Partial<PlaceDraft>) => void
  onReplace: () => void
  onDrop: () => void
}

export function PlaceRow(props: PlaceRowProps) {
  const { place, number, name, lacks, showsLacks, isRefused, isOpen, onToggle, onChange, onReplace, onDrop } = props
  const t = useSetsText()
  const common = useCommon()
  const { kind, item, trouble } = place
  const isFaulty = (showsLacks && lacks.length > 0) || isRefused
  const about = [
    ...(item ? [common(`topic.${item.topic}`), common(`level.${item.level}`), t(`type.${item.type}`)] : []),
    t('place.seconds', { s: formatNumber(limitOf(place)) }),
    kind === 'item'
      ? t('place.points', { count: place.points, points: formatNumber(place.points) })
      : t('place.noPoints'),
  ]
  return (
    <div className={classes('sets-place', isFaulty && 'sets-place-faulty')}>
      <div className="sets-place-name">
        {kind !== 'item' && <Badge tone="blue">{t(`place.kind.${kind}`)}</Badge>}
        <span>{name}</span>
      </div>
      <div className="sets-place-about">
        <p className="ts-quiet-text ts-small">{about.join(' · ')}</p>
        <Button
          size="small"
          variant="quiet"
          icon={isOpen ? ChevronUp : ChevronDown}
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'place.close' : 'place.open', { number })}
          onClick={onToggle}
        >
          {t(isOpen ? 'place.closeShort' : 'place.openShort')}
        </Button>
      </div>
      {(trouble || isRefused) && kind === 'item' && (
        <div data-trouble tabIndex={-1}>
          <Banner
            tone="warn"
            action={
              <Row gap={2}>
                <Button size="small" onClick={onReplace}>
                  {t('place.replace')}
                </Button>
                <Button size="small" variant="quiet" onClick={onDrop}>
                  {t('place.drop')}
                </Button>
              </Row>
            }
          >
            {t(`place.${trouble ?? 'gone'}`)}
          </Banner>
        </div>
      )}
      {isOpen && (
        <div className={classes('sets-place-open', item && 'sets-place-with-view')}>
          <div className="sets-place-fields">
            {kind !== 'item' && <PollFields place={place} lacks={showsLacks ? lacks : []} onChange={onChange} />}
            <PlaceFields place={place} lacks={lacks} onChange={onChange} />
          </div>
          {item && <ItemView item={item} />}
        </div>
      )}
    </div>
  )
}
