import { useTranslation } from 'react-i18next'

type Plain<K extends string> = K extends `${infer Base}_other` ? Base : K
type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${Plain<K>}` : Leaves<T[K], `${Path}${K}.`>
}[keyof T & string]

/** What the English texts must look like beside the Vietnamese: the same keys, and a singular for each `…_other`. */
export type SameShape<T> = { [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> } & {
  [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string
}

export type Translate<T> = (key: Leaves<T>, values?: Record<string, unknown>) => string

/** A namespace's own hook, typed by its Vietnamese texts: `export const useContestText = textHook<typeof vi>('contests')`. */
export function textHook<T>(namespace: string): () => Translate<T> {
  return () => useTranslation(namespace).t as unknown as Translate<T>
}
