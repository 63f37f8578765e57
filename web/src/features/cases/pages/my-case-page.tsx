import { useQuery } from '@tanstack/react-query'
import { Banner, Card, ErrorState, formatDateTime, LinkButton, Page, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { DecisionPart } from '../components/decision-parts'
import { OwnRecord, WhyCard } from '../components/evidence-parts'
import { SayForm } from '../components/say-form'
import { useCaseTexts } from '../texts/use-case-texts'
import './cases.css'

/** CA-6, CA-14: one case as the person sees it: what is asked, why, the own record, the answer, the decision, the appeal. */
export default function MyCasePage() {
  const t = useCaseTexts()
  const sentence = useProblemText()
  const localized = useLocalized()
  const { caseId = '' } = useParams()
  const params = { caseId }
  const query = useQuery({
    queryKey: ['cases', caseId],
    queryFn: ({ signal }) => call('myCase', { params, signal }),
    refetchOnWindowFocus: false,
  })
  const found = query.data
  const where = found && t('where', { contest: localized(found.contestTitle), round: localized(found.roundName) })
  return (
    <Page title={found ? t('number', { number: found.number }) : t('title')} lead={where} width="narrow">
      <Stack gap={5}>
        {query.isPending && <Skeleton height={420} />}
        {query.isError && !found && (
          <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
            {sentence(query.error)}
          </ErrorState>
        )}
        {found && !found.decision && (
          <Banner tone="info">
            {t('safe')}
            {found.isMinor && ` ${t('minor')}`}
            {found.guardianName && ` ${t('guardian', { name: found.guardianName })}`}
          </Banner>
        )}
        {found?.appealAnswer && (
          <Card title={t('appeal.answer')}>
            <DecisionPart of={found.appealAnswer} />
          </Card>
        )}
        {found?.decision && (
          <Card title={t(found.appealAnswer ? 'decision.before' : 'decision.title')}>
            <DecisionPart of={found.decision} isReplaced={found.appealAnswer !== null} />
          </Card>
        )}
        {found?.canAppeal && found.appealUntil && (
          <Card title={t('appeal.title')}>
            <Stack gap={4}>
              <p>{t('appeal.text', { at: formatDateTime(found.appealUntil) })}</p>
              <SayForm caseId={caseId} part="appeal" send={(text) => call('appealCase', { params, body: { text } })} />
            </Stack>
          </Card>
        )}
        {found?.appeal && found.appealedAt && (
          <Card title={t('appeal.at', { at: formatDateTime(found.appealedAt) })}>
            <p className="case-words">{found.appeal}</p>
          </Card>
        )}
        {found?.allegation && (
          <Card title={t('asked')}>
            <p className="case-words">{found.allegation}</p>
          </Card>
        )}
        {found && <WhyCard found={found} />}
        {found && <OwnRecord found={found} />}
        {found?.canAnswer && found.hearingUntil && (
          <Card title={t('answer.title')}>
            <Stack gap={4}>
              <p>{t('untilAnswer', { at: formatDateTime(found.hearingUntil) })}</p>
              <SayForm caseId={caseId} part="answer" send={(text) => call('answerCase', { params, body: { text } })} />
            </Stack>
          </Card>
        )}
        {found?.answer && found.answeredAt && (
          <Card title={t('answer.at', { at: formatDateTime(found.answeredAt) })}>
            <p className="case-words">{found.answer}</p>
          </Card>
        )}
        {found?.state === 'hearing' && !found.canAnswer && !found.answer && found.hearingUntil && (
          <p>{t('answer.missed', { at: formatDateTime(found.hearingUntil) })}</p>
        )}
        {found && (
          <p className="ts-quiet-text ts-small">
            {found.deleteOn
              ? t('deleteOn', { day: found.deleteOn.split('-').reverse().join('/') })
              : t('kept', { months: found.keptMonths })}
          </p>
        )}
        <div>
          <LinkButton variant="quiet" to="/vu-viec">
            {t('toList')}
          </LinkButton>
        </div>
      </Stack>
    </Page>
  )
}
