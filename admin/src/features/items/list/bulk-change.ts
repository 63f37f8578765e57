import type { ApiBody } from '@thiso/contracts'
import type { CognitiveLevel, Competence, ItemAct, Topic } from '@thiso/contracts/vocab'

export type BulkChange = ApiBody<'bulkEditItems'>['change']

/** What the form of a bulk edit holds; '' and empty lists change nothing. */
export interface BulkForm {
  topic: Topic | ''
  /** 'none' takes the subtopic away. */
  subtopicId: string
  level: CognitiveLevel | ''
  bankId: string
  addTags: string[]
  removeTags: string[]
  addCompetences: Competence[]
  act: ItemAct | ''
}

export const NO_CHANGE: BulkForm = {
  topic: '',
  subtopicId: '',
  level: '',
  bankId: '',
  addTags: [],
  removeTags: [],
  addCompetences: [],
  act: '',
}

/** The change that a form asks for: only what it names. */
export function changeOf(form: BulkForm): BulkChange {
  const { topic, subtopicId, level, bankId, addTags, removeTags, addCompetences, act } = form
  return {
    ...(topic && { topic }),
    ...(subtopicId && { subtopicId: subtopicId === 'none' ? null : subtopicId }),
    ...(level && { level }),
    ...(bankId && { bankId }),
    ...(addTags.length > 0 && { addTags }),
    ...(removeTags.length > 0 && { removeTags }),
    ...(addCompetences.length > 0 && { addCompetences }),
    ...(act && { act }),
  }
}

export const changesNothing = (form: BulkForm) => Object.keys(changeOf(form)).length === 0
