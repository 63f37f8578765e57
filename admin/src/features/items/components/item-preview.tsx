import { useId } from 'react'
import { useCommon } from '../../../lib/common'
import { useItemsText } from '../hooks/use-items-text'
import type { ItemDraft } from '../item-draft'
import { letterOf } from '../item-hints'

/** The item on a phone, as a contestant gets it: letters and circles, and nothing that tells the key. */
export function ItemPreview({ draft }: { draft: ItemDraft }) {
  const t = useItemsText()
  const common = useCommon()
  const titleId = useId()
  return (
    <section className="items-preview" aria-labelledby={titleId}>
      <h2 id={titleId} className="items-side-title">
        {t('preview.title')}
      </h2>
      <div className="items-phone">
        <p className="items-phone-place">
          <strong>{t('preview.position')}</strong>
          {draft.topic && <span> · {common(`topic.${draft.topic}`)}</span>}
        </p>
        <p className={draft.stem.trim() ? 'items-phone-stem' : 'items-phone-stem items-phone-blank'}>
          {draft.stem.trim() || t('preview.stem')}
        </p>
        <ul className="items-phone-options">
          {draft.options.map((option, index) => {
            const letter = letterOf(index)
            const text = option.text.trim()
            return (
              <li key={option.id}>
                <span className="items-phone-radio" />
                <span className="items-phone-letter">{letter}</span>
                <span className={text ? undefined : 'items-phone-blank'}>
                  {text || t('preview.option', { letter })}
                </span>
              </li>
            )
          })}
        </ul>
      </div>
      <p className="ts-quiet-text ts-small">{t('preview.note')}</p>
    </section>
  )
}
