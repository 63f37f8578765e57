import { Icon } from '@thiso/kit'
import Lightbulb from 'lucide-react/icons/lightbulb'
import { useDeferredValue, useId } from 'react'
import { useItemsText } from '../hooks/use-items-text'
import type { ItemDraft } from '../item-draft'
import { hintsOf } from '../item-hints'
import { today } from '../today'

export function HintList({ draft }: { draft: ItemDraft }) {
  const t = useItemsText()
  const titleId = useId()
  const hints = hintsOf(useDeferredValue(draft), today())
  return (
    <section className="items-hints" aria-labelledby={titleId}>
      <h2 id={titleId} className="items-side-title">
        {t('hints.title')}
      </h2>
      {hints.length === 0 ? (
        <p className="ts-quiet-text ts-small">{t('hints.none')}</p>
      ) : (
        <>
          <ul>
            {hints.map((hint) => (
              <li key={hint.code}>
                <Icon of={Lightbulb} size={18} />
                <span>{t(`hints.${hint.code}`, { letters: hint.letters })}</span>
              </li>
            ))}
          </ul>
          <p className="ts-quiet-text ts-small">{t('hints.note')}</p>
        </>
      )}
    </section>
  )
}
