import { TOPICS, type Topic } from '@thiso/contracts/vocab'
import type { CallInput } from '@thiso/kit/api/client'

/** What one sits down to practise: a topic, everything, or only what is due. */
export type Part = Topic | 'all' | 'due'

const PATHS: Record<'all' | 'due', string> = { all: 'tong-hop', due: 'on-lai' }

export const partPath = (part: Part) => `/luyen-tap/${part === 'all' || part === 'due' ? PATHS[part] : part}`

/** @param name the last part of the address; null for one that there is not */
export function partOf(name: string | undefined): Part | null {
  if (name === PATHS.all) return 'all'
  if (name === PATHS.due) return 'due'
  return TOPICS.find((topic) => topic === name) ?? null
}

/** What the server is asked for. */
export function wishOf(part: Part): CallInput<'nextPracticeItem'>['body'] {
  if (part === 'due') return { mode: 'due' }
  return part === 'all' ? { mode: 'any' } : { mode: 'any', topic: part }
}
