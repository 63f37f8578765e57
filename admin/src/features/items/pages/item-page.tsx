import { useQuery } from '@tanstack/react-query'
import {
  Badge,
  Banner,
  Button,
  Card,
  formatDate,
  formatDateTime,
  LinkButton,
  Page,
  Stack,
  Tabs,
  useLocale,
} from '@thiso/kit'
import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import Pencil from 'lucide-react/icons/pencil'
import { useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { FindingList } from '../../../lib/item-bank/finding-list'
import { type Item, itemQuery } from '../../../lib/item-bank/queries'
import { StateBadge } from '../../../lib/item-bank/state-badge'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { today } from '../../../lib/today'
import { draftOf } from '../draft/draft-body'
import { ItemPreview } from '../editor/item-preview'
import { useItemsText } from '../hooks/use-items-text'
import { CitationsCard } from '../page/citations-card'
import { ClassCard } from '../page/class-card'
import { Comments } from '../page/comments'
import { ItemKeyView } from '../page/item-key-view'
import { StateCard } from '../page/state-card'
import { Trace } from '../page/trace'
import { UseCard } from '../page/use-card'
import { Versions } from '../page/versions'
import '../items.css'

export default function ItemPage() {
  const t = useItemsText()
  const { itemId = '' } = useParams()
  const { state } = useLocation()
  const query = useQuery(itemQuery(itemId))
  const up = { to: `/cau-hoi${typeof state?.list === 'string' ? state.list : ''}`, name: t('page.back') }
  if (!query.data)
    return (
      <PageWait
        title={t('page.fallbackTitle')}
        up={up}
        height={480}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  const item = query.data
  const title = t('page.title', { code: item.code })
  return (
    <Page tabTitle={title} width="wide">
      <PageHead
        title={title}
        up={up}
        badge={<StateBadge state={item.state} />}
        actions={
          <LinkButton icon={Pencil} to={`/cau-hoi/${item.id}/sua`} state={state}>
            {t('page.edit')}
          </LinkButton>
        }
      />
      <ItemParts key={item.id} item={item} />
    </Page>
  )
}

function ItemParts({ item }: { item: Item }) {
  const t = useItemsText()
  const words = useBankWords()
  const [locale] = useLocale()
  const [tab, setTab] = useState<'comments' | 'versions' | 'trace'>('comments')
  const [isAsContestant, setAsContestant] = useState(false)
  const hasEnglish = item.translations.en !== undefined
  return (
    <div className="items-page">
      <Stack>
        {item.flag && <FlagBanner item={item} />}
        {item.embargoedUntil && (
          <Banner tone="info">{t('use.embargo', { at: formatDateTime(item.embargoedUntil) })}</Banner>
        )}
        <Card
          title={t(isAsContestant ? 'preview.title' : 'page.content')}
          actions={
            <>
              {hasEnglish && <Badge>{words('english')}</Badge>}
              <Button
                variant="quiet"
                size="small"
                icon={isAsContestant ? Eye : EyeOff}
                onClick={() => setAsContestant(!isAsContestant)}
              >
                {t(isAsContestant ? 'page.withKey' : 'page.asContestant')}
              </Button>
            </>
          }
        >
          {isAsContestant ? (
            <ItemPreview draft={draftOf(item)} language={hasEnglish ? locale : 'vi'} hideTitle />
          ) : (
            <ItemKeyView item={item} />
          )}
        </Card>
        <CitationsCard item={item} />
        <Card>
          <Tabs
            label={t('page.history')}
            tabs={[
              { id: 'comments', label: t('comments.title'), extra: item.comments.length || undefined },
              { id: 'versions', label: t('versions.title') },
              { id: 'trace', label: t('trace.title') },
            ]}
            value={tab}
            onChange={setTab}
          >
            {tab === 'comments' ? (
              <Comments item={item} />
            ) : tab === 'versions' ? (
              <Versions itemId={item.id} />
            ) : (
              <Trace itemId={item.id} />
            )}
          </Tabs>
        </Card>
      </Stack>
      <Stack>
        <StateCard item={item} />
        <Card title={t('findings.title')}>
          {item.findings.length === 0 ? (
            <p className="ts-quiet-text">{words('lintNone')}</p>
          ) : (
            <FindingList findings={item.findings} />
          )}
        </Card>
        <UseCard item={item} />
        <ClassCard item={item} />
      </Stack>
    </div>
  )
}

/** Why the item calls for its author: what was ruled about it in a round, and what has ended by today. */
function FlagBanner({ item }: { item: Item }) {
  const t = useItemsText()
  const words = useBankWords()
  const ended = item.validity.reasons.filter(
    ({ reason, day }) => (reason === 'document_ended' || reason === 'unit_ended') && day !== null && day < today(),
  )
  const own =
    item.validTo !== null && item.validTo < today()
      ? [{ reason: 'own_validity' as const, name: '', day: item.validTo }]
      : []
  const rulings =
    item.flag === 'ruled'
      ? item.comments.filter(({ act, version }) => act?.startsWith('ruled-') && version === item.version)
      : []
  return (
    <Banner tone="warn" title={t('page.flagged')}>
      {rulings.length > 0 && <p>{t('page.ruled')}</p>}
      <ul className="items-plain-list">
        {rulings.map(({ id, act, text }) => (
          <li key={id}>
            {act && words(`act.${act}`)}. {text}
          </li>
        ))}
        {[...ended, ...own].map(({ reason, name, day }) => (
          <li key={`${reason} ${name} ${day}`}>
            {words(`reasonLong.${reason}`, { name, day: day ? formatDate(day) : '' })}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
