import type { SelectOption } from '@thiso/kit'
import type { Topic } from '@thiso/contracts/vocab'
import type { LocalizedValue } from '../localized-field'
import type { Subtopic } from './queries'

/** Deeper than anybody nests; a circle in the data must not hang the page. */
const MOST_LEVELS = 8

/** The subtopics of a topic as lines of a list, each after the one above it and named with it: "Dữ liệu › Dữ liệu mở". */
export function subtopicOptions(
  subtopics: readonly Subtopic[],
  topic: Topic | undefined | '',
  nameOf: (text: LocalizedValue) => string,
): SelectOption[] {
  const own = subtopics.filter((subtopic) => subtopic.topic === topic)
  const byName = (a: Subtopic, b: Subtopic) => nameOf(a.name).localeCompare(nameOf(b.name), 'vi')
  const below = (parentId: string | null, path: string[], depth: number): SelectOption[] =>
    depth > MOST_LEVELS
      ? []
      : own
          .filter((subtopic) => subtopic.parentId === parentId)
          .sort(byName)
          .flatMap((subtopic) => {
            const names = [...path, nameOf(subtopic.name)]
            return [{ value: subtopic.id, label: names.join(' › ') }, ...below(subtopic.id, names, depth + 1)]
          })
  return below(null, [], 1)
}
