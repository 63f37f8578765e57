import { useMutation } from '@tanstack/react-query'
import type { ReviewerAct } from '@thiso/contracts/vocab'
import { Badge, Banner, Button, Card, formatDateTime, formatNumber, Page, Row, Stack, useLocale } from '@thiso/kit'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { useProblemText } from '../../../lib/problem'
import { saveFile } from '../../../lib/save-file'
import { useCase } from '../case-queries'
import { ActDialog } from '../components/act-dialog'
import { DecisionCard, HearingCard } from '../components/decision-card'
import { EvidenceCard } from '../components/evidence-card'
import { LogCard } from '../components/log-card'
import { PapersCard } from '../components/papers-card'
import { StateBadge } from '../components/state-badge'
import { useCaseText } from '../use-case-text'
import '../cases.css'

/** In the order in which they are likely. */
const ORDER: readonly ReviewerAct[] = ['approve', 'send-back', 'tell', 'propose', 'recuse']

/** CA-10: everything about one case on one page. */
export default function CasePage() {
  const t = useCaseText()
  const localized = useLocalized()
  const problemText = useProblemText()
  const [locale] = useLocale()
  const { caseId = '' } = useParams()
  const query = useCase(caseId)
  const [act, setAct] = useState<ReviewerAct>()
  const saving = useMutation({
    mutationFn: (format: 'pdf' | 'docx') => saveFile('caseRecord', { caseId, format }, { locale }),
  })
  const file = query.data
  if (!file)
    return (
      <PageWait
        title={t('title')}
        up={{ to: '/vu-viec', name: t('title') }}
        height={640}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  const { person, may } = file
  const acts = ORDER.filter((each) => may.includes(each))
  const isMinor = person.ageGroup === 'under-16' || person.ageGroup === '16-17'
  return (
    <Page tabTitle={t('number', { number: file.number })} width="wide">
      <PageHead
        title={t('number', { number: file.number })}
        up={{
          to: `/dot/${file.roundId}/vu-viec`,
          name: `${localized(file.contestTitle)}, ${localized(file.roundName)}`,
        }}
        badge={<StateBadge state={file.state} />}
        lead={t('lead')}
        actions={
          <>
            <Button busy={saving.isPending} onClick={() => saving.mutate('pdf')}>
              {t('record.pdf')}
            </Button>
            <Button variant="quiet" busy={saving.isPending} onClick={() => saving.mutate('docx')}>
              {t('record.docx')}
            </Button>
          </>
        }
      />
      <Stack gap={5}>
        {saving.error && <Banner tone="bad">{problemText(saving.error)}</Banner>}
        <Card title={t('who')}>
          <Stack gap={2}>
            <Row gap={2}>
              <strong>{person.name}</strong>
              <span>{person.unitName}</span>
              <Badge>{t(`age.${person.ageGroup}`)}</Badge>
            </Row>
            {person.guardianName && <p>{t('guardian', { name: person.guardianName })}</p>}
            {isMinor && <p className="ts-quiet-text">{t('minor')}</p>}
            {file.attempts.map(({ attemptId, attemptNo, startedAt, submittedAt, points, maxPoints }) => (
              <p key={attemptId}>
                {t('attemptOf', {
                  no: attemptNo,
                  from: formatDateTime(startedAt, true),
                  to: submittedAt ? formatDateTime(submittedAt, true) : '–',
                  points: points === null ? '–' : formatNumber(points),
                  max: formatNumber(maxPoints),
                })}
              </p>
            ))}
          </Stack>
        </Card>
        <Row gap={2} className="case-acts">
          {acts.map((each) => (
            <Button
              key={each}
              variant={each === 'recuse' ? 'quiet' : each === 'send-back' ? 'secondary' : 'primary'}
              onClick={() => setAct(each)}
            >
              {each === 'propose' && file.state === 'appealed' ? t('act.propose-appeal') : t(`act.${each}`)}
            </Button>
          ))}
          {acts.every((each) => each === 'recuse') && <p className="ts-quiet-text">{t('act.nothing')}</p>}
        </Row>
        <EvidenceCard file={file} />
        <PapersCard file={file} />
        <HearingCard file={file} />
        <DecisionCard file={file} />
        <LogCard file={file} />
      </Stack>
      {act && <ActDialog file={file} act={act} onClose={() => setAct(undefined)} />}
    </Page>
  )
}
