import type { Locale } from '@thiso/kit'
import { ItemPlayer } from '@thiso/kit/item/ItemPlayer'
import { useDeferredValue, useEffect, useId, useState } from 'react'
import { useFormulas } from '../../../lib/rich/formulas'
import { englishTexts } from '../draft/draft-body'
import type { Draft } from '../draft/item-draft'
import { playedOf } from '../draft/played'
import { useItemsText } from '../hooks/use-items-text'
import { letterOf } from './use-lines'

interface ItemPreviewProps {
  draft: Draft
  language: Locale
  /** Where what stands around it says so already. */
  hideTitle?: boolean
}

/** The item on a phone, as a contestant gets it and can try it; nothing in it tells the key. */
export function ItemPreview({ draft: now, language, hideTitle }: ItemPreviewProps) {
  const t = useItemsText()
  const draft = useDeferredValue(now)
  const titleId = useId()
  const [answer, setAnswer] = useState<string | null>(null)
  const texts = [
    draft.stem,
    draft.stemEn,
    ...draft.lines.flatMap((line) => [line.text, line.match]),
    ...englishTexts(draft),
  ]
  const shown = useFormulas(texts)
  // Tried with other lines, an answer points to what is no more.
  const parts = draft.lines.map((line) => line.id).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another type or other lines end the try
  useEffect(() => setAnswer(null), [draft.type, parts])

  const item = playedOf(draft, {
    shown,
    blank: { stem: t('preview.stem'), line: (index) => t('preview.line', { letter: letterOf(index) }) },
  })
  return (
    <section className="items-preview" aria-labelledby={titleId}>
      <h2 id={titleId} className={hideTitle ? 'ts-hidden' : 'items-side-title'}>
        {t('preview.title')}
      </h2>
      <div className="items-phone">
        <ItemPlayer key={draft.type} item={item} answer={answer} onAnswer={setAnswer} language={language} />
      </div>
      <p className="ts-quiet-text ts-small">{t('preview.note')}</p>
    </section>
  )
}
