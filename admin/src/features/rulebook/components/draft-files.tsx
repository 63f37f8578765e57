import { useMutation } from '@tanstack/react-query'
import type { Locale } from '@thiso/contracts/vocab'
import { Button, notify, Row } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { useRulebookText } from '../use-rulebook-text'

const FORMATS = ['pdf', 'docx'] as const

export function DraftFiles({ contestId, locale, isDirty }: { contestId: string; locale: Locale; isDirty: boolean }) {
  const t = useRulebookText()
  const problemText = useProblemText()
  const saving = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) => saveFile('rulebookFile', { contestId, format }, { locale }),
    onError: (error) => notify(t('files.failed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  return (
    <fieldset className="rb-files">
      <legend className="rb-label">{t('files.title')}</legend>
      <Row gap={2}>
        {FORMATS.map((format) => (
          <Button
            key={format}
            size="small"
            icon={Download}
            busy={saving.isPending && saving.variables === format}
            onClick={() => saving.mutate(format)}
          >
            {t(`files.${format}`)}
          </Button>
        ))}
      </Row>
      {isDirty && <p className="rb-why ts-quiet-text ts-small">{t('files.saved')}</p>}
    </fieldset>
  )
}
