import type { ApiOutput } from '@thiso/contracts'
import { formatDate } from '@thiso/kit'
import type { useDrawTexts } from './texts/use-draw-texts'

export type Draw = ApiOutput<'draw'>
export type Ties = NonNullable<Draw['ties']>
type Texts = ReturnType<typeof useDrawTexts>

/** Where a draw is asked for, and its list below it. */
export function addressOf({ kind, scopeId, contestId }: Pick<Draw, 'kind' | 'scopeId' | 'contestId'>): string {
  if (kind === 'round') return `/api/rounds/${scopeId}/draw`
  return `/api/contests/${contestId}/${kind === 'total' ? 'draw' : 'units-draw'}`
}

/** The named source in words. */
export function sourceName({ source }: Pick<Draw, 'source'>, t: Texts): string {
  if (!source) return ''
  return source.kind === 'beacon'
    ? t('source.beacon', { round: source.round })
    : t('source.lottery', { name: source.name, day: formatDate(source.day) })
}
