import { useTranslation } from 'react-i18next'
import type vi from './vi'

type Leaf<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaf<T[K], `${Path}${K}.`>
}[keyof T & string]

/** A text with a plural is asked for by its bare name, together with `count`. */
type Asked<K extends string> = K extends `${infer Name}_one` | `${infer Name}_other` ? Name : K

export type AttemptTexts = (key: Asked<Leaf<typeof vi>>, values?: Record<string, string | number>) => string

export function useAttemptTexts(): AttemptTexts {
  const { t } = useTranslation('attempt')
  return t as unknown as AttemptTexts
}
