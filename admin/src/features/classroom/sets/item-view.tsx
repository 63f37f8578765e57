import { useLocale } from '@thiso/kit'
import type { PlayedItem } from '@thiso/kit/item/item'
import { ItemPlayer } from '@thiso/kit/item/ItemPlayer'
import { useId, useState } from 'react'
import type { ClassItem } from './set-draft'
import { useSetsText } from './use-sets-text'

/** The item as a pupil's phone shows it, to be tried; the key is not known here. */
export function ItemView({ item }: { item: ClassItem }) {
  const t = useSetsText()
  const [locale] = useLocale()
  const titleId = useId()
  const [answer, setAnswer] = useState<string | null>(null)
  return (
    <section className="sets-preview" aria-labelledby={titleId}>
      <h4 id={titleId} className="sets-preview-title">
        {t('place.preview')}
      </h4>
      <div className="sets-phone">
        <ItemPlayer item={playedOf(item)} answer={answer} onAnswer={setAnswer} language={locale} />
      </div>
      <p className="ts-quiet-text ts-small">{t('place.previewNote')}</p>
    </section>
  )
}

function playedOf({ type, stem, options, choices, unit }: ClassItem): PlayedItem {
  const parts = (texts: readonly { vi: string; en: string }[]) =>
    texts.map((text, index) => ({ token: String(index), text }))
  const sides = ['true', 'false'].map((token) => ({ token, text: { vi: '', en: '' } }))
  return { type, stem, unit, options: type === 'true-false' ? sides : parts(options), choices: parts(choices) }
}
