import type { NameOf } from '@thiso/contracts/rule-words'
import type { ContestTable } from '@thiso/contracts/vocab'
import { useLocalized } from '../../../lib/localized'
import type { LocalizedValue } from '../../../lib/localized-field'

/** Names of what a round's rules point to: the contest's other rounds by id, its tables by code. */
export function useNamesOf(
  tables: readonly ContestTable[],
  rounds: readonly { id: string; name: LocalizedValue }[],
): NameOf {
  const localized = useLocalized()
  return (id) => {
    const found = rounds.find((round) => round.id === id) ?? tables.find(({ code }) => code === id)
    return found && localized(found.name)
  }
}
