import { useQuery } from '@tanstack/react-query'
import { type Column, EmptyState, formatDateTime, formatNumber, LinkButton, Page, Stack, Table } from '@thiso/kit'
import Play from 'lucide-react/icons/play'
import Plus from 'lucide-react/icons/plus'
import { Link } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useProblemText } from '../../../lib/problem'
import { type SetHead, setsQuery } from '../classroom-queries'
import { ReadySets } from './ready-sets'
import { minutesOf } from './set-draft'
import './sets.css'
import { TakeInSet } from './take-in-set'
import { useSetsText } from './use-sets-text'

export default function SetsPage() {
  const t = useSetsText()
  const common = useCommon()
  const problemText = useProblemText()
  const sets = useQuery(setsQuery())
  const columns: Column<SetHead>[] = [
    {
      id: 'title',
      header: t('table.title'),
      rowHeader: true,
      cell: ({ id, title }) => (
        <Link className="sets-name" to={`/bo-cau-hoi/${id}`}>
          {title}
        </Link>
      ),
    },
    { id: 'places', header: t('table.places'), numeric: true, cell: ({ placeCount }) => formatNumber(placeCount) },
    {
      id: 'length',
      header: t('table.length'),
      cell: ({ lengthS }) => (
        <span className="ad-nowrap">{t('about', { minutes: formatNumber(minutesOf(lengthS)) })}</span>
      ),
    },
    {
      id: 'topics',
      header: t('table.topics'),
      wideOnly: true,
      cell: ({ topics }) => topics.map((topic) => common(`topic.${topic}`)).join(', '),
    },
    {
      id: 'changedAt',
      header: t('table.changedAt'),
      wideOnly: true,
      cell: ({ changedAt }) => <span className="ts-number ad-nowrap">{formatDateTime(changedAt)}</span>,
    },
    {
      id: 'acts',
      header: '',
      name: t('table.acts'),
      cell: ({ id, title }) => (
        <LinkButton size="small" icon={Play} to={`/buoi-choi/moi?bo=${id}`} aria-label={t('startOf', { title })}>
          {t('start')}
        </LinkButton>
      ),
    },
  ]
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        <LinkButton icon={Plus} to="/bo-cau-hoi/moi">
          {t('new')}
        </LinkButton>
      }
    >
      <Stack gap={6}>
        <ReadySets />
        <Table
          caption={t('table.caption')}
          columns={columns}
          rows={sets.data?.sets}
          rowKey={({ id }) => id}
          loading={sets.isPending}
          expect={4}
          error={sets.error ? problemText(sets.error) : undefined}
          onRetry={() => void sets.refetch()}
          empty={
            <EmptyState compact title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          }
        />
        <TakeInSet />
      </Stack>
    </Page>
  )
}
