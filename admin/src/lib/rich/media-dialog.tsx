import { useMutation } from '@tanstack/react-query'
import { Field, Textarea } from '@thiso/kit'
import { useState } from 'react'
import { ProblemBanner } from '../problem-banner'
import { upload } from '../upload'
import { shownMedium } from './rich-media'
import { ToolForm, type ToolDialogProps } from './tool-dialog'
import { useRichText } from './use-rich-text'

const KINDS = 'image/png,image/jpeg,image/webp,image/gif,audio/mpeg,audio/ogg,audio/wav,audio/mp4,audio/x-m4a'

/** A picture or sound from the computer, with the words that stand for it. */
export function MediaDialog({ onClose, onInsert, file: pasted }: ToolDialogProps & { file?: File | undefined }) {
  const t = useRichText()
  const [file, setFile] = useState<File | null>(pasted ?? null)
  const [alternative, setAlternative] = useState('')
  const [isChecked, setChecked] = useState(false)
  const sending = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData()
      form.append('file', chosen)
      return upload('uploadMedia', form)
    },
    onSuccess: ({ id, kind }) => onInsert(shownMedium({ kind, mediaId: id, alternative: alternative.trim() })),
  })

  const submit = () => {
    setChecked(true)
    if (file && alternative.trim()) sending.mutate(file)
  }
  return (
    <ToolForm
      title={t('mediaDialog.title')}
      submit={t('mediaDialog.upload')}
      busy={sending.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      {pasted ? (
        <p>
          <strong>{t('mediaDialog.pasted')}</strong>
        </p>
      ) : (
        <Field
          label={t('mediaDialog.file')}
          hint={t('mediaDialog.hint')}
          required
          error={isChecked && !file ? t('mediaDialog.missingFile') : undefined}
        >
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              className="ts-input"
              accept={KINDS}
              data-autofocus
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
      )}
      <Textarea
        label={t('mediaDialog.alternative')}
        hint={t('mediaDialog.alternativeHint')}
        required
        rows={2}
        maxLength={300}
        data-autofocus={pasted ? true : undefined}
        value={alternative}
        onChange={setAlternative}
        error={isChecked && !alternative.trim() ? t('mediaDialog.missingAlternative') : undefined}
      />
      <ProblemBanner error={sending.error} />
    </ToolForm>
  )
}
