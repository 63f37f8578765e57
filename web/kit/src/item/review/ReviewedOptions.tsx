import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import { Icon } from '../../layout/Icon'
import { classes } from '../../layout/classes'
import type { Locale } from '../../text/format'
import { type ReviewedItem, letterOf } from '../item'
import { RichText } from '../rich/RichText'
import { itemTexts } from '../texts/item-texts'

/** The options of a paper: which was right, which was chosen. Each says it with a word and a sign. */
export function ReviewedOptions({ item, language }: { item: ReviewedItem; language: Locale }) {
  const texts = itemTexts(language)
  /** Where several are right, one that was left out; of one alone the answer says it. */
  const isMissed = (option: ReviewedItem['options'][number]) =>
    item.type === 'multiple-choice' && item.isAnswered && option.isKey && !option.isChosen
  return (
    <ul className="ts-reviewed-options">
      {item.options.map((option, index) => {
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the options of an answered paper do not move
            key={index}
            className={classes(
              option.isKey && 'ts-is-right',
              isMissed(option) && 'ts-is-missed',
              option.isChosen && !option.isKey && 'ts-is-wrong',
            )}
          >
            {item.type !== 'true-false' && <span className="ts-option-letter">{letterOf(index)}</span>}
            <div className="ts-reviewed-option">
              <RichText text={option.text} language={language} />
              {(option.isKey || option.isChosen) && (
                <p className="ts-reviewed-tags">
                  {option.isChosen && (
                    <span className="ts-reviewed-tag">
                      {!option.isKey && <Icon of={X} size={16} />}
                      {texts.yours}
                    </span>
                  )}
                  {option.isKey && (
                    <span className="ts-reviewed-tag ts-reviewed-right">
                      <Icon of={Check} size={16} />
                      {isMissed(option) ? texts.missed : texts.key}
                    </span>
                  )}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
