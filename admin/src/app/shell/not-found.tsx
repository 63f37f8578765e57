import { LinkButton, Page } from '@thiso/kit'
import { useShellText } from './use-shell-text'

export function NotFound() {
  const t = useShellText()
  return (
    <Page title={t('notFoundTitle')} lead={t('notFoundText')} width="wide">
      <LinkButton to="/" variant="primary">
        {t('toOverview')}
      </LinkButton>
    </Page>
  )
}
