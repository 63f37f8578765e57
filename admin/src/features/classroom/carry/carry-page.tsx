import { Page } from '@thiso/kit'
import { PageHead } from '../../../lib/page-head'
import { TakeInResults } from './take-in-results'
import { useCarryText } from './use-carry-text'

export default function CarryPage() {
  const t = useCarryText()
  return (
    <Page tabTitle={t('title')}>
      <PageHead title={t('title')} up={{ to: '/buoi-choi', name: t('lessons') }} lead={t('lead')} />
      <TakeInResults />
    </Page>
  )
}
