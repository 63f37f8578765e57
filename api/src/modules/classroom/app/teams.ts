import type { LessonSettings } from '@thiso/contracts/vocab'

/** Teams are called as groups are called in class: Tổ 1, Tổ 2, … */
export function teamsOf(settings: LessonSettings): { number: number; name: string }[] {
  if (settings.mode !== 'teams') return []
  return Array.from({ length: settings.teams.count }, (_, index) => ({ number: index + 1, name: `Tổ ${index + 1}` }))
}
