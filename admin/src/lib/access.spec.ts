/// <reference types="jest" />
import { type RouteName, routes } from '@thiso/contracts/routes'
import { mayCall } from './access'

const names = Object.keys(routes) as RouteName[]

it('IB-10 a teacher comes in for the item bank and for class, and for nothing that runs contests', () => {
  for (const name of [
    'items',
    'createItem',
    'banks',
    'documents',
    'subtopics',
    'uploadMedia',
    'schoolClasses',
    'lessonSets',
    'lessons',
  ] as const)
    expect(mayCall('teacher', name)).toBe(true)
  for (const name of ['contests', 'people', 'adminUnits', 'auditEntries', 'createDocument', 'createSubtopic'] as const)
    expect(mayCall('teacher', name)).toBe(false)
})

it('a contestant has no part of the panel: no route below /admin is open', () => {
  const open = names.filter((name) => routes[name].path.startsWith('/admin/') && mayCall('contestant', name))
  expect(open).toEqual([])
})
