import { type LessonSettings, teamName } from '@thiso/contracts/vocab'

/** By number; a screen in another language calls them by their numbers. */
export function teamsOf(settings: LessonSettings): { number: number; name: string }[] {
  if (settings.mode !== 'teams') return []
  return Array.from({ length: settings.teams.count }, (_, index) => ({
    number: index + 1,
    name: teamName(index + 1, 'vi'),
  }))
}
