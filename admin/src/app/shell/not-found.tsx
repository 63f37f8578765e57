import { EmptyState, LinkButton, Page } from '@thiso/kit'
import { useShellText } from './use-shell-text'

export function NotFound() {
  const t = useShellText()
  return (
    <Page tabTitle={t('notFoundTitle')}>
      <EmptyState
        title={t('notFoundTitle')}
        action={
          <LinkButton to="/" variant="primary">
            {t('toOverview')}
          </LinkButton>
        }
      >
        {t('notFoundText')}
      </EmptyState>
    </Page>
  )
}
