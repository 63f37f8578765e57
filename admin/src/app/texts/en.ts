import { en as common } from '../../lib/texts/en'
import { en as shell } from '../shell/texts/en'
import { namespaces } from './bundle'

export default {
  common,
  shell,
  ...namespaces(import.meta.glob('../../features/*/texts/en.ts', { eager: true })),
}
