import { ApiError, NetworkError } from '@thiso/kit/api/client'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Turns whatever was thrown into one sentence in the language in force. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('lib')
  const locale = i18n.language === 'en' ? 'en' : 'vi'
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
  const { i18n } = useTranslation('lib')
  const locale = i18n.language === 'en' ? 'en' : 'vi'
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
