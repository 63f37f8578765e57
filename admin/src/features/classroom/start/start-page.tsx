import { useQuery } from '@tanstack/react-query'
import { Page } from '@thiso/kit'
import { useSearchParams } from 'react-router'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { classesQuery, setsQuery } from '../classroom-queries'
import { StartForm } from './start-form'
import './start.css'
import { useStartText } from './use-start-text'

export default function StartPage() {
  const t = useStartText()
  const [search] = useSearchParams()
  const sets = useQuery(setsQuery())
  const classes = useQuery(classesQuery())
  const up = { to: '/buoi-choi', name: t('title') }
  // A set or pupils that were added a moment ago may not be in what is kept from before.
  const isComing = [sets, classes].some(({ isFetching, isFetchedAfterMount }) => isFetching && !isFetchedAfterMount)
  if (!sets.data || !classes.data || isComing)
    return (
      <PageWait
        title={t('start.title')}
        up={up}
        height={720}
        error={sets.error ?? classes.error}
        onRetry={() => {
          void sets.refetch()
          void classes.refetch()
        }}
      />
    )
  const known = sets.data.sets.find(({ id }) => id === search.get('bo'))
  const ownClass = classes.data.classes.find(({ id }) => id === search.get('lop'))
  return (
    <Page tabTitle={t('start.title')}>
      <PageHead title={t('start.title')} up={up} lead={t('start.lead')} />
      <StartForm
        sets={sets.data.sets}
        classes={classes.data.classes}
        // Who has one set alone need not choose it.
        setId={known?.id ?? (sets.data.sets.length === 1 ? (sets.data.sets[0]?.id ?? '') : '')}
        classId={ownClass?.id ?? null}
      />
    </Page>
  )
}
