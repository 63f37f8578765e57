import { Button, Card, formatNumber, notify } from '@thiso/kit'
import ChartColumn from 'lucide-react/icons/chart-column'
import Cloud from 'lucide-react/icons/cloud'
import Search from 'lucide-react/icons/search'
import Sparkles from 'lucide-react/icons/sparkles'
import { useState } from 'react'
import { ItemPicker } from './item-picker'
import { cloudPlace, itemPlace, type PlaceDraft, placeOf, pollPlace } from './set-draft'
import { SuggestDialog } from './suggest-dialog'
import { useSetsText } from './use-sets-text'

interface AddPlacesProps {
  places: readonly PlaceDraft[]
  onAdd: (places: PlaceDraft[]) => void
}

export function AddPlaces({ places, onAdd }: AddPlacesProps) {
  const t = useSetsText()
  const [dialog, setDialog] = useState<'items' | 'suggest' | null>(null)
  const chosen = places.flatMap(({ itemId }) => (itemId ? [itemId] : []))
  return (
    <Card title={t('editor.add')}>
      <div className="sets-add">
        <Button icon={Search} onClick={() => setDialog('items')}>
          {t('editor.addItems')}
        </Button>
        <Button icon={Sparkles} onClick={() => setDialog('suggest')}>
          {t('editor.suggest')}
        </Button>
        <Button icon={ChartColumn} onClick={() => onAdd([pollPlace()])}>
          {t('editor.addPoll')}
        </Button>
        <Button icon={Cloud} onClick={() => onAdd([cloudPlace()])}>
          {t('editor.addCloud')}
        </Button>
      </div>
      {dialog === 'items' && (
        <ItemPicker
          title={t('picker.title')}
          chosen={chosen}
          onPick={(item) => onAdd([itemPlace(item)])}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'suggest' && (
        <SuggestDialog
          without={chosen}
          onClose={() => setDialog(null)}
          onAdd={(found, wanted) => {
            onAdd(found.map(placeOf))
            setDialog(null)
            const say = { count: found.length, shown: formatNumber(found.length) }
            notify(t(found.length < wanted ? 'suggest.fewer' : 'suggest.added', say))
          }}
        />
      )}
    </Card>
  )
}
