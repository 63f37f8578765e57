import { ApiError } from '@thiso/kit/api/client'
import { useLocale } from '@thiso/kit'
import { useProblemText } from '../../lib/problem'
import { useClockText } from './use-clock-text'

/**
 * What to say when an act on the clock was refused: where it would move the end of the round into another one, which that is and what can
 * be done; else what the problem says.
 */
export function useEndRefusal(advice: 'moveFirst' | 'smaller'): (error: unknown) => string {
  const t = useClockText()
  const problemText = useProblemText()
  const [locale] = useLocale()
  return (error) => {
    const fields = error instanceof ApiError ? (error.problem.fields ?? []) : []
    const why = fields.find(({ path }) => path === 'closesAt')?.messages[locale]
    return why ? `${t('endRefused', { why })} ${t(advice)}` : problemText(error)
  }
}
