import { useMutation } from '@tanstack/react-query'
import { Button, Card, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Download from 'lucide-react/icons/download'
import { Link } from 'react-router'
import { today } from '../../../lib/age'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { useMeTexts } from '../texts/use-me-texts'

export function DataCard() {
  const t = useMeTexts()
  const sentence = useProblemText()
  const download = useMutation({
    mutationFn: () => call('myData', { timeoutMs: 60_000 }),
    onSuccess: (data) => {
      saveFile(`thi-so-${data.account.login}-${today()}.json`, 'application/json', JSON.stringify(data, null, 2))
      notify(t('data.done'))
    },
    onError: (error) => notify(sentence(error), { tone: 'bad' }),
  })
  return (
    <Card title={t('data.title')}>
      <p className="me-data-text">{t('data.text')}</p>
      <Button icon={Download} busy={download.isPending} busyLabel={t('data.busy')} onClick={() => download.mutate()}>
        {t('data.download')}
      </Button>
      <p>
        <Link className="me-link" to="/quyen-rieng-tu">
          {t('data.more')}
        </Link>
      </p>
    </Card>
  )
}
