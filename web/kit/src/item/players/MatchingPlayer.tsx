import { picksOf, plainText } from '@thiso/contracts/vocab'
import { useId } from 'react'
import { classes } from '../../layout/classes'
import { fitOnButtons, withPick } from '../answers'
import { letterOf, wordsIn } from '../item'
import { RichText } from '../rich/RichText'
import type { PlayerProps } from './player'

/**
 * Prompts, each with a row of buttons for what it is matched with. Short choices stand on the buttons; longer ones are listed in full
 * beside, under letters, and the one that was picked is repeated at its prompt.
 */
export function MatchingPlayer(props: PlayerProps) {
  const { item, answer, onAnswer, isLocked, language, texts, stemId, stemLang, hintId } = props
  const id = useId()
  const picks = picksOf(answer)
  const isShort = fitOnButtons(item.choices, language)
  return (
    <fieldset className="ts-matching" lang={stemLang} aria-labelledby={stemId} aria-describedby={hintId}>
      {!isShort && (
        <section className="ts-choices" aria-labelledby={`${id}-choices`}>
          <p className="ts-choices-title" id={`${id}-choices`} lang={language}>
            {texts.choices}
          </p>
          <ul>
            {item.choices.map(({ token, text }, index) => {
              const places = item.options.flatMap((prompt, at) => (picks.get(prompt.token) === token ? [at + 1] : []))
              return (
                <li key={token}>
                  <span className="ts-part-letter">{letterOf(index)}.</span>
                  <div>
                    <RichText text={text} language={language} />
                    {places.length > 0 && (
                      <p className="ts-choice-used" lang={language}>
                        {texts.pairedWith(places)}
                      </p>
                    )}
                  </div>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <div className="ts-prompts">
        <ol>
          {item.options.map((prompt, index) => {
            const picked = item.choices.find(({ token }) => token === picks.get(prompt.token))
            return (
              <li key={prompt.token}>
                <div className="ts-statement-text" id={`${id}-${index}`}>
                  <span className="ts-part-letter">{index + 1}.</span>
                  <RichText text={prompt.text} language={language} />
                </div>
                <div
                  className={classes('ts-picks', isShort && 'ts-picks-short')}
                  role="radiogroup"
                  aria-label={`${texts.pickFor(index + 1)}: ${plainText(wordsIn(prompt.text, language).words)}`}
                  data-own-keys
                >
                  {item.choices.map((choice, at) => (
                    <label key={choice.token} className="ts-pick">
                      <input
                        type="radio"
                        name={`${id}-${index}`}
                        checked={choice === picked}
                        disabled={isLocked}
                        onChange={() => onAnswer(withPick(answer, item.options, prompt.token, choice.token))}
                      />
                      {isShort ? <ChoiceWords {...{ choice, language }} /> : <span>{letterOf(at)}</span>}
                      {!isShort && (
                        <span className="ts-hidden">
                          . <ChoiceWords {...{ choice, language }} />
                        </span>
                      )}
                    </label>
                  ))}
                </div>
                {!isShort && (
                  <div className="ts-picked" data-blank={!picked || undefined} aria-hidden="true" lang={language}>
                    {picked ? <RichText text={picked.text} language={language} look="inline" /> : texts.unpaired}
                  </div>
                )}
              </li>
            )
          })}
        </ol>
      </div>
    </fieldset>
  )
}

function ChoiceWords({
  choice,
  language,
}: Pick<PlayerProps, 'language'> & { choice: PlayerProps['item']['choices'][number] }) {
  const { words, lang } = wordsIn(choice.text, language)
  return <span lang={lang}>{plainText(words)}</span>
}
