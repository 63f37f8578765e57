import { vi as common } from '../../lib/texts/vi'
import { vi as shell } from '../shell/texts/vi'
import { namespaces } from './bundle'

export default {
  common,
  shell,
  ...namespaces(import.meta.glob('../../features/*/texts/vi.ts', { eager: true })),
}
