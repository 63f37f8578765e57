import { useMutation } from '@tanstack/react-query'
import { Button, CopyButton, notify, Stack } from '@thiso/kit'
import Download from 'lucide-react/icons/download'
import { useExchangeWords } from '../../../lib/exchange/use-exchange-words'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { useExchangeText } from '../use-exchange-text'

const SIGNS = ['number', 'options', 'key', 'statements', 'more', 'pictures'] as const

/** How to write items so that they are read without a fault, with an example to copy and a sheet to fill in. */
export function WritingHelp() {
  const t = useExchangeText()
  const words = useExchangeWords()
  const problemText = useProblemText()
  const template = useMutation({
    mutationFn: () => saveFile('importTemplate'),
    onError: (error) => notify(words('saveFailed', { reason: problemText(error) }), { tone: 'bad' }),
  })
  return (
    <Stack gap={3}>
      <details className="exchange-help">
        <summary>{t('help.title')}</summary>
        <Stack gap={3}>
          <p>{t('help.lead')}</p>
          <ul>
            {SIGNS.map((sign) => (
              <li key={sign}>{t(`help.${sign}`)}</li>
            ))}
          </ul>
          <section aria-label={t('help.example')}>
            <div className="exchange-help-head">
              <h3>{t('help.example')}</h3>
              <CopyButton text={t('help.exampleText')} />
            </div>
            <pre lang="vi">{t('help.exampleText')}</pre>
          </section>
        </Stack>
      </details>
      <div>
        <p className="ts-quiet-text">{t('help.templateText')}</p>
        <Button variant="quiet" icon={Download} busy={template.isPending} onClick={() => template.mutate()}>
          {t('help.template')}
        </Button>
      </div>
    </Stack>
  )
}
