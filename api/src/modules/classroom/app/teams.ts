import { type LessonSettings, type Locale, teamName } from '@thiso/contracts/vocab'

/** By number; a screen in another language calls them by their numbers. */
export function teamsOf(settings: LessonSettings): { number: number; name: string }[] {
  if (settings.mode !== 'teams') return []
  return Array.from({ length: settings.teams.count }, (_, index) => ({
    number: index + 1,
    name: teamName(index + 1, 'vi'),
  }))
}

/** The team of a seat as a language calls it; '' where there is none. */
export function teamIn(
  standings: readonly { team: number | null; name: string }[],
  name: string | null,
  locale: Locale,
): string {
  const number = standings.find((row) => row.team !== null && row.name === name)?.team ?? null
  return number === null ? (name ?? '') : teamName(number, locale)
}
