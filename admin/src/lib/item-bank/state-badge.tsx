import type { ItemState } from '@thiso/contracts/vocab'
import { Badge, type BadgeTone, type LucideIcon } from '@thiso/kit'
import Archive from 'lucide-react/icons/archive'
import CircleCheck from 'lucide-react/icons/circle-check'
import Hourglass from 'lucide-react/icons/hourglass'
import Pencil from 'lucide-react/icons/pencil'
import { useCommon } from '../common'

const looks: Record<ItemState, { tone: BadgeTone; icon: LucideIcon }> = {
  draft: { tone: 'neutral', icon: Pencil },
  in_review: { tone: 'blue', icon: Hourglass },
  approved: { tone: 'good', icon: CircleCheck },
  retired: { tone: 'neutral', icon: Archive },
}

export function StateBadge({ state }: { state: ItemState }) {
  const common = useCommon()
  return <Badge {...looks[state]}>{common(`itemState.${state}`)}</Badge>
}
