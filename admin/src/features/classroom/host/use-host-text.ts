import type { HostView } from '@thiso/kit/lesson/host-state'
import { textHook, type Translate } from '../../../lib/text'
import type { vi } from './texts/vi'

export const useHostText = textHook<typeof vi>('classroom-host')
export type HostText = Translate<typeof vi>

/** For texts that count those who play: one device a team, and they are teams. */
export const whoOf = ({ settings }: Pick<HostView, 'settings'>): { context?: 'team' } =>
  settings.mode === 'team-device' ? { context: 'team' } : {}
