import { Button, Page } from '@thiso/kit'
import { useShellText } from './use-shell-text'

/** A page that broke, or whose code could not be fetched (a new version was put up, the network went). */
export function RouteError() {
  const t = useShellText()
  return (
    <Page title={t('crashTitle')} lead={t('crashText')} width="wide">
      <Button variant="primary" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </Page>
  )
}
