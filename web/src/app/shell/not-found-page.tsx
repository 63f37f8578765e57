import { LinkButton, Page } from '@thiso/kit'
import { useAppTexts } from '../texts/use-app-texts'

export function NotFoundPage() {
  const t = useAppTexts()
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')} width="narrow">
      <LinkButton variant="primary" to="/">
        {t('home')}
      </LinkButton>
    </Page>
  )
}
