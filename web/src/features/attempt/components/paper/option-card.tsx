import { Icon, classes } from '@thiso/kit'
import Check from 'lucide-react/icons/check'
import type { OptionMark } from '../../session/save-state'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface OptionCardProps {
  name: string
  letter: string
  text: string
  token: string
  mark: OptionMark
  onChoose: () => void
}

/** A whole card to tap, a real radio inside. It takes its colour at once and its tick when the server has the choice. */
export function OptionCard({ name, letter, text, token, mark, onChoose }: OptionCardProps) {
  const t = useAttemptTexts()
  return (
    <label className={classes('at-option', mark !== 'none' && 'at-option-chosen')} data-mark={mark}>
      <input
        type="radio"
        name={name}
        value={token}
        checked={mark !== 'none'}
        data-option={letter}
        onChange={onChoose}
      />
      <span className="at-option-letter">{letter}</span>
      <span className="ts-hidden">. </span>
      <span className="at-option-text" lang="vi">
        {text}
      </span>
      <span className="at-option-tick">
        {mark === 'saved' && (
          <>
            <Icon of={Check} size={20} />
            <span className="ts-hidden">, {t('save.optionSaved')}</span>
          </>
        )}
      </span>
    </label>
  )
}
