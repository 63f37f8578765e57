import { Card, NumberInput, Stack, TextInput } from '@thiso/kit'
import { usePapersText } from '../hooks/use-papers-text'
import type { PaperDraft } from '../paper-draft'

export interface DraftPartProps {
  draft: PaperDraft
  onChange: (part: Partial<PaperDraft>) => void
  problemOf: (path: string) => string | undefined
}

/** What stands above every paper. */
export function HeadingCard({ draft, onChange, problemOf }: DraftPartProps) {
  const t = usePapersText()
  return (
    <Card title={t('form.heading')}>
      <Stack gap={5}>
        <TextInput
          label={t('form.name')}
          placeholder={t('form.namePlace')}
          lang="vi"
          required
          maxLength={200}
          value={draft.title}
          onChange={(title) => onChange({ title })}
          error={problemOf('title')}
        />
        <TextInput
          label={t('form.organizer')}
          hint={t('form.organizerHint')}
          placeholder={t('form.organizerPlace')}
          lang="vi"
          optional
          maxLength={200}
          value={draft.organizer}
          onChange={(organizer) => onChange({ organizer })}
          error={problemOf('organizer')}
        />
        <div className="papers-pair">
          <TextInput
            label={t('form.subject')}
            placeholder={t('form.subjectPlace')}
            lang="vi"
            optional
            maxLength={200}
            value={draft.subject}
            onChange={(subject) => onChange({ subject })}
            error={problemOf('subject')}
          />
          <NumberInput
            label={t('form.minutes')}
            suffix={t('form.minutesUnit')}
            value={draft.minutes}
            onChange={(minutes) => onChange({ minutes })}
            min={1}
            max={360}
            required
            error={problemOf('durationMinutes')}
          />
        </div>
      </Stack>
    </Card>
  )
}
