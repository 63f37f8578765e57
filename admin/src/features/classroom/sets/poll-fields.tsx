import { Button, Field, IconButton, Stack, Textarea, TextInput } from '@thiso/kit'
import { letterOf } from '@thiso/kit/item/item'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { MOST_CHOICES, type PlaceDraft, type PlaceLack } from './set-draft'
import { useSetsText } from './use-sets-text'

interface PollFieldsProps {
  place: PlaceDraft
  lacks: readonly PlaceLack[]
  onChange: (part: Partial<PlaceDraft>) => void
}

/** What a poll or a word cloud asks, written by the teacher. */
export function PollFields({ place, lacks, onChange }: PollFieldsProps) {
  const t = useSetsText()
  const { kind, prompt, choices } = place
  const setChoice = (at: number, text: string) => onChange({ choices: choices.with(at, text) })
  return (
    <Stack gap={4}>
      <p className="ts-quiet-text ts-small">{t(kind === 'poll' ? 'place.pollNote' : 'place.cloudNote')}</p>
      <Textarea
        label={t('place.prompt')}
        placeholder={t(kind === 'poll' ? 'place.pollPlace' : 'place.cloudPlace')}
        rows={2}
        required
        maxLength={300}
        value={prompt}
        onChange={(next) => onChange({ prompt: next })}
        error={lacks.includes('prompt') ? t('place.promptMissing') : undefined}
      />
      {kind === 'poll' && (
        <Field
          group
          label={t('place.choices')}
          error={lacks.includes('choices') ? t('place.choicesMissing') : undefined}
        >
          {(wiring) => (
            <Stack gap={2}>
              {choices.map((choice, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place; its letter follows from it
                <div className="sets-choice" key={at}>
                  <TextInput
                    label={t('place.choice', { letter: letterOf(at) })}
                    hideLabel
                    placeholder={t('place.choice', { letter: letterOf(at) })}
                    maxLength={120}
                    autoComplete="off"
                    aria-invalid={wiring['aria-invalid']}
                    value={choice}
                    onChange={(text) => setChoice(at, text)}
                  />
                  {choices.length > 2 && (
                    <IconButton
                      icon={X}
                      label={t('place.removeChoice', { letter: letterOf(at) })}
                      onClick={() => onChange({ choices: choices.toSpliced(at, 1) })}
                    />
                  )}
                </div>
              ))}
              {choices.length < MOST_CHOICES && (
                <Button size="small" icon={Plus} onClick={() => onChange({ choices: [...choices, ''] })}>
                  {t('place.addChoice')}
                </Button>
              )}
            </Stack>
          )}
        </Field>
      )}
    </Stack>
  )
}
