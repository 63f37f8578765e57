import { TextInput, Textarea } from '@thiso/kit'
import type { ReactNode } from 'react'
import { useCommon } from './common'

export interface LocalizedValue {
  vi: string
  en: string
}

interface LocalizedFieldProps {
  label: string
  hint?: ReactNode
  value: LocalizedValue
  onChange: (value: LocalizedValue) => void
  /** The path of the text in the body: its `.vi` and `.en` are looked up with `problemOf`. */
  path: string
  problemOf: (path: string) => string | undefined
  maxLength: number
  /** More than one line: a text area of so many rows. */
  rows?: number
  disabled?: boolean
}

/** One text in both languages, side by side where there is room; Vietnamese is needed, English may stay empty. */
export function LocalizedField(props: LocalizedFieldProps) {
  const { label, hint, value, onChange, path, problemOf, maxLength, rows, disabled } = props
  const t = useCommon()
  const side = (locale: 'vi' | 'en') => {
    const shared = {
      label: (
        <>
          {label}{' '}
          <span className="ad-language" aria-hidden="true">
            {locale === 'vi' ? 'VI' : t('englishShort')}
          </span>
          <span className="ts-hidden">{locale === 'vi' ? t('vietnamese') : t('englishLong')}</span>
        </>
      ),
      hint: locale === 'vi' ? hint : undefined,
      value: value[locale],
      onChange: (text: string) => onChange({ ...value, [locale]: text }),
      error: problemOf(`${path}.${locale}`) ?? (locale === 'vi' ? problemOf(path) : undefined),
      required: locale === 'vi',
      lang: locale,
      maxLength,
      disabled,
    }
    return rows ? <Textarea {...shared} rows={rows} /> : <TextInput {...shared} />
  }
  return (
    <div className="ad-localized">
      {side('vi')}
      {side('en')}
    </div>
  )
}
