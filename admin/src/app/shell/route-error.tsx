import { Button, ErrorState, Page } from '@thiso/kit'
import { useShellText } from './use-shell-text'

/** A page that broke, or whose code could not be fetched (a new version was put up, the network went). */
export function RouteError() {
  const t = useShellText()
  return (
    <Page tabTitle={t('crashTitle')}>
      <ErrorState
        title={t('crashTitle')}
        action={
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        }
      >
        {t('crashText')}
      </ErrorState>
    </Page>
  )
}
