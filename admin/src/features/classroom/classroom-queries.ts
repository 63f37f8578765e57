import { type QueryClient, keepPreviousData } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'

type Signal = { signal: AbortSignal }

export type SchoolClass = ApiOutput<'schoolClasses'>['classes'][number]
export type SchoolClassWhole = ApiOutput<'schoolClass'>
export type Pupil = SchoolClassWhole['pupils'][number]
export type SetHead = ApiOutput<'lessonSets'>['sets'][number]
export type LessonSet = ApiOutput<'lessonSet'>
export type LessonHead = ApiOutput<'lessons'>['rows'][number]

export const classesQuery = () => ({
  queryKey: ['school-classes'] as const,
  queryFn: ({ signal }: Signal) => call('schoolClasses', { signal }),
})

export const classQuery = (classId: string) => ({
  queryKey: ['school-classes', classId] as const,
  queryFn: ({ signal }: Signal) => call('schoolClass', { params: { classId }, signal }),
})

export const setsQuery = () => ({
  queryKey: ['lesson-sets'] as const,
  queryFn: ({ signal }: Signal) => call('lessonSets', { signal }),
})

export const setQuery = (setId: string) => ({
  queryKey: ['lesson-sets', setId] as const,
  queryFn: ({ signal }: Signal) => call('lessonSet', { params: { setId }, signal }),
})

export const LESSONS_A_PAGE = 20

export const lessonsQuery = (state: 'running' | 'ended', page: number) => ({
  queryKey: ['lessons', state, page] as const,
  queryFn: ({ signal }: Signal) => call('lessons', { query: { state, page, size: LESSONS_A_PAGE }, signal }),
  placeholderData: keepPreviousData,
})

/** After a class, its pupils or its lessons changed. */
export function classesChanged(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['school-classes'] })
}

export function setsChanged(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['lesson-sets'] })
}

/** A lesson began, ended or was deleted: classes count theirs. */
export async function lessonsChanged(client: QueryClient): Promise<void> {
  await Promise.all([client.invalidateQueries({ queryKey: ['lessons'] }), classesChanged(client)])
}
