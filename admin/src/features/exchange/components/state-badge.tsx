import { Badge, type BadgeTone, type LucideIcon } from '@thiso/kit'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Hourglass from 'lucide-react/icons/hourglass'
import ListChecks from 'lucide-react/icons/list-checks'
import Undo from 'lucide-react/icons/undo-2'
import type { Batch } from '../queries'
import { useExchangeText } from '../use-exchange-text'

const looks: Record<Batch['state'], { tone: BadgeTone; icon: LucideIcon }> = {
  reading: { tone: 'blue', icon: Hourglass },
  ready: { tone: 'sun', icon: ListChecks },
  importing: { tone: 'blue', icon: Hourglass },
  imported: { tone: 'good', icon: CircleCheck },
  undone: { tone: 'neutral', icon: Undo },
  failed: { tone: 'bad', icon: CircleAlert },
}

export function BatchBadge({ state }: { state: Batch['state'] }) {
  const t = useExchangeText()
  return <Badge {...looks[state]}>{t(`state.${state}`)}</Badge>
}
