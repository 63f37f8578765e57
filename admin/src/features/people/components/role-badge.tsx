import type { Role } from '@thiso/contracts/vocab'
import { Badge, type BadgeTone } from '@thiso/kit'
import { useCommon } from '../../../lib/common'

const tones: Record<Role, BadgeTone> = {
  administrator: 'sun',
  organizer: 'blue',
  teacher: 'good',
  contestant: 'neutral',
}

export function RoleBadge({ role }: { role: Role }) {
  const common = useCommon()
  return (
    <Badge tone={tones[role]} className="people-line">
      {common(`role.${role}`)}
    </Badge>
  )
}
