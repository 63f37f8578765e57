import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  Badge,
  Banner,
  Button,
  EmptyState,
  formatDateTime,
  notify,
  Page,
  Pagination,
  Row,
  Stack,
  Table,
} from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { useProblemText } from '../../../lib/problem'
import type { CaseRow } from '../case-queries'
import { OpenCaseDialog } from '../components/open-case-dialog'
import { StateBadge } from '../components/state-badge'
import { useCaseText } from '../use-case-text'

const SIZE = 25

/** The cases of a round, or of all rounds: open ones first. */
export default function CasesPage() {
  const t = useCaseText()
  const problemText = useProblemText()
  const localized = useLocalized()
  const client = useQueryClient()
  const { roundId } = useParams()
  const round = useRound(roundId ?? '')
  const [page, setPage] = useState(1)
  const [isOpening, setOpening] = useState(false)
  const query = useQuery({
    queryKey: ['cases', 'list', roundId ?? '', page],
    queryFn: ({ signal }) => call('cases', { query: { ...(roundId ? { roundId } : {}), page, size: SIZE }, signal }),
  })
  const finding = useMutation({
    mutationFn: () => call('openCasesFromSignals', { params: { roundId: roundId ?? '' } }),
    onSuccess: async (found) => {
      notify(t('fromSignalsDone', found))
      await client.invalidateQueries({ queryKey: ['cases'] })
    },
  })
  const up = roundId
    ? { to: `/dot/${roundId}`, name: round.data ? localized(round.data.round.name) : t('round') }
    : { to: '/', name: t('overview') }
  if (!query.data)
    return <PageWait title={t('title')} up={up} height={420} error={query.error} onRetry={() => void query.refetch()} />
  const { rows, total } = query.data
  return (
    <Page tabTitle={t('title')} width="wide">
      <PageHead
        title={t('title')}
        up={up}
        lead={t('lead')}
        actions={
          roundId && (
            <>
              <Button busy={finding.isPending} onClick={() => finding.mutate()}>
                {t('fromSignals')}
              </Button>
              <Button variant="primary" onClick={() => setOpening(true)}>
                {t('open')}
              </Button>
            </>
          )
        }
      />
      <Stack gap={4}>
        {finding.error && <Banner tone="bad">{problemText(finding.error)}</Banner>}
        {rows.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        ) : (
          <Table<CaseRow>
            caption={t('title')}
            hideCaption
            narrow="cards"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'number',
                header: t('column.number'),
                rowHeader: true,
                cell: ({ id, number, bar }) =>
                  bar === 'own-unit' || bar === 'self' ? (
                    t('number', { number })
                  ) : (
                    <Link to={`/vu-viec/${id}`}>{t('number', { number })}</Link>
                  ),
              },
              {
                id: 'person',
                header: t('column.person'),
                cell: ({ name, unitName, bar }) => (
                  <>
                    {name}
                    <span className="ts-quiet-text"> {unitName}</span>
                    {bar === 'own-unit' && <Badge>{t('barred')}</Badge>}
                  </>
                ),
              },
              {
                id: 'state',
                header: t('column.state'),
                cell: ({ state, decision, isAnswered }) => (
                  <Row gap={2}>
                    <StateBadge state={state} />
                    {state === 'hearing' && isAnswered && t('heard')}
                    {state === 'closed' && decision && t(`decision.of.${decision}`)}
                  </Row>
                ),
              },
              {
                id: 'evidence',
                header: t('column.evidence'),
                cell: ({ families }) =>
                  families.length > 0 ? families.map((family) => t(`family.${family}`)).join(', ') : t('evidence.seen'),
              },
              {
                id: 'until',
                header: t('column.until'),
                cell: ({ until }) => (until ? formatDateTime(until) : '–'),
              },
              ...(roundId
                ? []
                : [
                    {
                      id: 'round',
                      header: t('column.round'),
                      cell: ({ roundName }: CaseRow) => localized(roundName),
                    },
                  ]),
            ]}
          />
        )}
        <Pagination page={page} pageSize={SIZE} total={total} onChange={setPage} label={t('title')} />
      </Stack>
      {isOpening && roundId && <OpenCaseDialog roundId={roundId} onClose={() => setOpening(false)} />}
    </Page>
  )
}
