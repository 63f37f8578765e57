import type { HostView } from '@thiso/kit/lesson/host-state'
import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useRemoteTexts = textsOf<typeof vi>('remote')

/** For texts that count those who play: one device a team, and they are teams. */
export const whoOf = ({ settings }: Pick<HostView, 'settings'>): Record<string, string> =>
  settings.mode === 'team-device' ? { context: 'team' } : {}
