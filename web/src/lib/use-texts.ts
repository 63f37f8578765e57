import { useTranslation } from 'react-i18next'

/** 'attempts_one' and 'attempts_other' are asked for as 'attempts' with a count. */
type Singular<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

type Leaf<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${Singular<K>}` : Leaf<T[K], `${Path}${K}.`>
}[keyof T & string]

/** A feature's own words, with keys checked against its Vietnamese texts. */
export function textsOf<T>(namespace: string) {
  return function useTexts() {
    const { t } = useTranslation(namespace)
    return t as unknown as (key: Leaf<T>, values?: Record<string, string | number>) => string
  }
}
