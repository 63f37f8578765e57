import { Page, Stack } from '@thiso/kit'
import { PageHead } from '../../../lib/page-head'
import { PastImports } from '../components/past-imports'
import { StartPanel } from '../components/start-panel'
import { useExchangeText } from '../use-exchange-text'
import '../exchange.css'

export default function ImportsPage() {
  const t = useExchangeText()
  return (
    <Page tabTitle={t('title')} width="wide">
      <PageHead title={t('title')} up={{ to: '/cau-hoi', name: t('toItems') }} lead={t('lead')} />
      <Stack gap={8}>
        <StartPanel />
        <PastImports />
      </Stack>
    </Page>
  )
}
