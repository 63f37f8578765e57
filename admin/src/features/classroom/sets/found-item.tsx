import { plainText } from '@thiso/contracts/vocab'
import { Button, formatNumber, Row } from '@thiso/kit'
import Check from 'lucide-react/icons/check'
import Plus from 'lucide-react/icons/plus'
import { useCommon } from '../../../lib/common'
import { useLocalized } from '../../../lib/localized'
import { ItemView } from './item-view'
import type { ClassItem } from './set-draft'
import { shortened } from './shortened'
import { useSetsText } from './use-sets-text'

interface FoundItemProps {
  item: ClassItem
  isChosen: boolean
  isViewed: boolean
  /** On the button that takes it. */
  word: string
  onView: () => void
  onPick: () => void
}

export function FoundItem({ item, isChosen, isViewed, word, onView, onPick }: FoundItemProps) {
  const t = useSetsText()
  const common = useCommon()
  const localized = useLocalized()
  const stem = plainText(localized(item.stem))
  const name = shortened(stem)
  const about = [
    common(`topic.${item.topic}`),
    common(`level.${item.level}`),
    t(`type.${item.type}`),
    t('place.seconds', { s: formatNumber(item.limitS) }),
  ]
  return (
    <li className="sets-found-item">
      <div className="sets-found-text">
        <p>{stem}</p>
        <p className="ts-quiet-text ts-small">{about.join(' · ')}</p>
      </div>
      <Row gap={2} nowrap>
        <Button
          size="small"
          variant="quiet"
          aria-expanded={isViewed}
          aria-label={t(isViewed ? 'picker.hideOf' : 'picker.viewOf', { name })}
          onClick={onView}
        >
          {t(isViewed ? 'picker.hide' : 'picker.view')}
        </Button>
        {/* It keeps the keyboard's place when it has nothing left to do. */}
        <Button
          size="small"
          icon={isChosen ? Check : Plus}
          aria-disabled={isChosen || undefined}
          aria-label={isChosen ? `${t('picker.added')}: ${name}` : `${word}: ${name}`}
          onClick={() => {
            if (!isChosen) onPick()
          }}
        >
          {isChosen ? t('picker.added') : word}
        </Button>
      </Row>
      {isViewed && <ItemView item={item} />}
    </li>
  )
}
