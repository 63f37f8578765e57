import { REACTIONS } from '@thiso/contracts/vocab'
import { ReactionIcon } from '@thiso/kit/lesson/ReactionIcon'
import { useEffect, useState } from 'react'
import { useLessonTexts } from '../texts/use-lesson-texts'
import './reactions.css'

/** So often a phone may send one; more would only be noise on the class screen. */
const PAUSE_MS = 1_200

/** A short list of reactions for the class screen; the host can switch them off. */
export function Reactions({ onReact }: { onReact: (reaction: number) => void }) {
  const t = useLessonTexts()
  const [sent, setSent] = useState<number | null>(null)
  useEffect(() => {
    if (sent === null) return
    const timer = setTimeout(() => setSent(null), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [sent])
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, not the fields a fieldset is for
    <div className="ls-reactions" role="group" aria-label={t('reactions.label')}>
      {REACTIONS.map((reaction, index) => (
        <button
          key={reaction}
          type="button"
          className="ls-reaction"
          data-sent={sent === index || undefined}
          aria-disabled={sent !== null || undefined}
          aria-label={t(`reactions.names.${index as 0 | 1 | 2 | 3 | 4}`)}
          onClick={() => {
            if (sent !== null) return
            setSent(index)
            onReact(index)
          }}
        >
          <ReactionIcon index={index} />
        </button>
      ))}
      <span className="ts-hidden" role="status">
        {sent === null ? '' : t('reactions.sent')}
      </span>
    </div>
  )
}
