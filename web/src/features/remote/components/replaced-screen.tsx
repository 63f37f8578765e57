import { Banner, Button, Page } from '@thiso/kit'
import { useRemoteTexts } from '../texts/use-remote-texts'

/** CR-55: the phone paired next has the right to steer; what happened, that nothing is lost, and how to get it back. */
export function ReplacedScreen({ title, onDone }: { title: string; onDone: () => void }) {
  const t = useRemoteTexts()
  return (
    <Page width="narrow" title={t('replaced.title')} lead={title} className="rm-page">
      <div className="rm-tab">
        <p role="alert">{t('replaced.text')}</p>
        <p>
          <b>{t('replaced.back')}</b>
        </p>
        <ol className="rm-steps">
          <li>{t('replaced.open')}</li>
          <li>{t('replaced.scan')}</li>
        </ol>
        <Banner tone="warn">{t('replaced.stranger')}</Banner>
        <Button block onClick={onDone}>
          {t('replaced.done')}
        </Button>
      </div>
    </Page>
  )
}
