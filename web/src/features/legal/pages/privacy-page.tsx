import { LinkButton, Page } from '@thiso/kit'
import { Chapters } from '../components/chapters'
import { privacy } from '../content/privacy'
import { useLegalTexts } from '../texts/use-legal-texts'

export default function PrivacyPage() {
  const t = useLegalTexts()
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      <Chapters content={privacy} />
      <LinkButton to="/toi">{t('toData')}</LinkButton>
    </Page>
  )
}
