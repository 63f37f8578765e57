import { LinkButton, Page } from '@thiso/kit'
import { Chapters } from '../components/chapters'
import { guide } from '../content/guide'
import { useLegalTexts } from '../texts/use-legal-texts'

export default function GuidePage() {
  const t = useLegalTexts()
  return (
    <Page title={t('guide.title')} lead={t('guide.lead')}>
      <Chapters content={guide} />
      <LinkButton variant="primary" to="/">
        {t('toHome')}
      </LinkButton>
    </Page>
  )
}
