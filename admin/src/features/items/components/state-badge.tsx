import type { ItemState } from '@thiso/contracts/vocab'
import { Badge, type BadgeTone, type LucideIcon } from '@thiso/kit'
import Archive from 'lucide-react/icons/archive'
import CircleCheck from 'lucide-react/icons/circle-check'
import Pencil from 'lucide-react/icons/pencil'
import { useCommon } from '../../../lib/common'

const looks: Record<ItemState, { tone: BadgeTone; icon: LucideIcon }> = {
  draft: { tone: 'blue', icon: Pencil },
  approved: { tone: 'good', icon: CircleCheck },
  retired: { tone: 'neutral', icon: Archive },
}

export function StateBadge({ state }: { state: ItemState }) {
  const common = useCommon()
  return (
    <Badge {...looks[state]} className="items-line">
      {common(`itemState.${state}`)}
    </Badge>
  )
}
