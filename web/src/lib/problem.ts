import { useLocale } from '@thiso/kit'
import { ApiError, NetworkError } from '@thiso/kit/api/client'
import { useCallback } from 'react'
import { useLibTexts } from './texts/use-lib-texts'

/** Turns whatever was thrown into one sentence in the language in force. */
export function useProblemText(): (error: unknown) => string {
  const t = useLibTexts()
  const [locale] = useLocale()
  return useCallback(
    (error: unknown) => {
      if (error instanceof ApiError) return error.problem.messages[locale]
      if (error instanceof NetworkError) return t(`network.${error.reason}`)
      return t('unexpected')
    },
    [t, locale],
  )
}

/** The sentences of a refused form, by the field's path in the body ('guardian.fullName'). */
export function useFieldProblems(): (error: unknown) => Record<string, string> {
  const [locale] = useLocale()
  return useCallback(
    (error: unknown) => {
      const found: Record<string, string> = {}
      if (!(error instanceof ApiError)) return found
      for (const field of error.problem.fields ?? []) found[field.path] ??= field.messages[locale]
      return found
    },
    [locale],
  )
}
