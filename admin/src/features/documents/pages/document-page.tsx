import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  Banner,
  Card,
  EmptyState,
  ErrorState,
  formatDate,
  formatNumber,
  LinkButton,
  Page,
  Skeleton,
  Stack,
} from '@thiso/kit'
import ListFilter from 'lucide-react/icons/list-filter'
import Pencil from 'lucide-react/icons/pencil'
import { Link, useLocation, useParams } from 'react-router'
import { mayCall } from '../../../lib/access'
import { itemsPath } from '../../../lib/item-bank/item-filter'
import { documentQuery, itemsQuery, type SourceDocument } from '../../../lib/item-bank/queries'
import { StateBadge } from '../../../lib/item-bank/state-badge'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { useProblemText } from '../../../lib/problem'
import { useSession } from '../../../lib/session'
import { ForceBadge } from '../components/force-badge'
import { useDocumentsText } from '../hooks/use-documents-text'
import '../documents.css'

const SHOWN_ITEMS = 10

export default function DocumentPage() {
  const t = useDocumentsText()
  const { documentId = '' } = useParams()
  const { state } = useLocation()
  const { account } = useSession()
  const query = useQuery(documentQuery(documentId))
  const document = query.data
  const up = { to: '/van-ban', name: t('title') }
  if (!document)
    return <PageWait title={t('one')} up={up} height={480} error={query.error} onRetry={() => void query.refetch()} />
  const title = document.number || document.title
  const flaggedPath = itemsPath({ documentId, flag: 'any' })
  return (
    <Page tabTitle={title} width="wide">
      <PageHead
        title={title}
        up={up}
        badge={<ForceBadge document={document} />}
        lead={document.number ? <span lang="vi">{document.title}</span> : undefined}
        actions={
          account && mayCall(account.role, 'updateDocument') ? (
            <LinkButton icon={Pencil} to={`/van-ban/${documentId}/sua`}>
              {t('edit')}
            </LinkButton>
          ) : undefined
        }
      />
      <Stack>
        {document.basisCount > 0 && !document.isInForce && document.inForceTo && (
          <Banner
            tone="warn"
            title={state?.hasEnded ? t('form.saved') : undefined}
            live={state?.hasEnded ? 'polite' : undefined}
            action={
              <LinkButton size="small" icon={ListFilter} to={flaggedPath}>
                {t('toFlagged')}
              </LinkButton>
            }
          >
            {t('ended', {
              count: document.basisCount,
              formatted: formatNumber(document.basisCount),
              day: formatDate(document.inForceTo),
            })}
          </Banner>
        )}
        {document.basisCount > 0 && document.isInForce && document.inForceTo && (
          <Banner>
            {t('willEnd', {
              count: document.basisCount,
              formatted: formatNumber(document.basisCount),
              day: formatDate(document.inForceTo),
            })}
          </Banner>
        )}
        <Facts document={document} />
        <Items document={document} />
      </Stack>
    </Page>
  )
}

function Facts({ document }: { document: SourceDocument }) {
  const t = useDocumentsText()
  const words = useBankWords()
  const day = (value: string | null) => (value ? formatDate(value) : t('unknown'))
  return (
    <Card>
      <dl className="ad-facts">
        <dt>{t('form.kind')}</dt>
        <dd>{words(`documentKind.${document.kind}`)}</dd>
        <dt>{t('form.issuer')}</dt>
        <dd lang="vi">{document.issuer || t('unknown')}</dd>
        <dt>{t('form.issuedOn')}</dt>
        <dd>{day(document.issuedOn)}</dd>
        <dt>{t('form.inForceFrom')}</dt>
        <dd>{day(document.inForceFrom)}</dd>
        <dt>{t('form.inForceTo')}</dt>
        <dd>{document.inForceTo ? formatDate(document.inForceTo) : t('noEnd')}</dd>
        {document.replacedById && (
          <>
            <dt>{t('form.replacedBy')}</dt>
            <dd>
              <Link to={`/van-ban/${document.replacedById}`} lang="vi">
                {document.replacedByTitle}
              </Link>
            </dd>
          </>
        )}
        {/^https?:\/\//i.test(document.url) && (
          <>
            <dt>{t('form.url')}</dt>
            <dd className="documents-url">
              <a href={document.url} target="_blank" rel="noopener noreferrer">
                {document.url}
              </a>
            </dd>
          </>
        )}
        {document.note && (
          <>
            <dt>{t('form.note')}</dt>
            <dd className="documents-note">{document.note}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}

function Items({ document }: { document: SourceDocument }) {
  const t = useDocumentsText()
  const problemText = useProblemText()
  const items = useQuery({
    ...itemsQuery({ documentId: document.id, page: 1, size: SHOWN_ITEMS }),
    placeholderData: keepPreviousData,
  })
  const total = items.data?.total ?? 0
  return (
    <Card title={t('items.title')}>
      {items.isPending ? (
        <Skeleton lines={4} />
      ) : items.error ? (
        <ErrorState compact onRetry={() => void items.refetch()}>
          {problemText(items.error)}
        </ErrorState>
      ) : total === 0 ? (
        <EmptyState compact title={t('items.none')} />
      ) : (
        <Stack gap={3}>
          <p className="ts-quiet-text">
            {t('items.count', {
              count: document.itemCount,
              formatted: formatNumber(document.itemCount),
              basis: formatNumber(document.basisCount),
            })}
          </p>
          <ul className="documents-items">
            {items.data.rows.map((item) => (
              <li key={item.id}>
                <span>
                  <Link to={`/cau-hoi/${item.id}`} lang="vi">
                    {item.stemText}
                  </Link>{' '}
                  <span className="ts-quiet-text ts-small ad-nowrap">{item.code}</span>
                </span>
                <StateBadge state={item.state} />
              </li>
            ))}
          </ul>
          {total > SHOWN_ITEMS && (
            <p>
              <Link to={itemsPath({ documentId: document.id })}>
                {t('items.all', { count: total, formatted: formatNumber(total) })}
              </Link>
            </p>
          )}
        </Stack>
      )}
    </Card>
  )
}
