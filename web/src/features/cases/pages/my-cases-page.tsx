import { useQuery } from '@tanstack/react-query'
import { Badge, Card, EmptyState, ErrorState, formatDateTime, LinkButton, Page, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { Link } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { useCaseTexts } from '../texts/use-case-texts'
import './cases.css'

/** Every case that this person knows of, the newest first. */
export default function MyCasesPage() {
  const t = useCaseTexts()
  const sentence = useProblemText()
  const localized = useLocalized()
  const query = useQuery({ queryKey: ['cases', 'mine'], queryFn: ({ signal }) => call('myCases', { signal }) })
  const cases = query.data?.cases
  return (
    <Page title={t('title')} lead={t('lead')} width="narrow">
      {query.isPending && <Skeleton height={240} />}
      {query.isError && !cases && (
        <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
          {sentence(query.error)}
        </ErrorState>
      )}
      {cases?.length === 0 && (
        <EmptyState title={t('none')} action={<LinkButton to="/">{t('toHome')}</LinkButton>}>
          {t('noneText')}
        </EmptyState>
      )}
      {cases && cases.length > 0 && (
        <ul className="case-cards">
          {cases.map(({ id, number, contestTitle, roundName, state, until }) => (
            <Card
              key={id}
              as="li"
              title={<Link to={`/vu-viec/${id}`}>{t('number', { number })}</Link>}
              actions={
                <Badge tone={until ? 'sun' : 'neutral'}>
                  {t(state === 'hearing' && !until ? 'state.heard' : `state.${state}`)}
                </Badge>
              }
            >
              <Stack gap={2}>
                <p className="ts-quiet-text">
                  {t('where', { contest: localized(contestTitle), round: localized(roundName) })}
                </p>
                {until && (
                  <p>{t(state === 'hearing' ? 'untilAnswer' : 'untilAppeal', { at: formatDateTime(until) })}</p>
                )}
              </Stack>
            </Card>
          ))}
        </ul>
      )}
    </Page>
  )
}
