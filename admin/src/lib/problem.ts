import { ApiError, NetworkError } from '@thiso/kit/api/client'
import { useLocale } from '@thiso/kit'
import { useCommon } from './common'

/** Turns whatever a call threw into one sentence in the active language. */
export function useProblemText(): (error: unknown) => string {
  const [locale] = useLocale()
  const t = useCommon()
  return (error) => {
    if (error instanceof ApiError) return error.problem.messages[locale]
    if (error instanceof NetworkError) return t(`network.${error.reason}`)
    return t('network.unknown')
  }
}

/** The API's sentence about one field, by its path in the body ('title.vi', 'prizes.0.count'). */
export function useFieldProblems(error: unknown): (path: string) => string | undefined {
  const [locale] = useLocale()
  const fields = error instanceof ApiError ? (error.problem.fields ?? []) : []
  return (path) => fields.find((field) => field.path === path)?.messages[locale]
}
