import type { ApiOutput } from '@thiso/contracts'
import { plainText } from '@thiso/contracts/vocab'
import { Badge, Button, Card, formatDateTime, LinkButton, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useResultAct } from '../results-queries'
import { analysisOf, newRulingOn } from '../../../lib/round-links'
import { useResultsText } from '../use-results-text'
import { AnswerDialog } from './answer-dialog'

export type Group = ApiOutput<'complaints'>['groups'][number]

/** All complaints about one item, answered together. */
export function ComplaintGroup({ roundId, group }: { roundId: string; group: Group }) {
  const t = useResultsText()
  const [isAnswering, setAnswering] = useState(false)
  const open = group.complaints.filter(({ state }) => state === 'filed' || state === 'in-review')
  const filed = open.filter(({ state }) => state === 'filed')
  const taking = useResultAct(
    roundId,
    () => call('actOnComplaints', { params: { roundId }, body: { ids: filed.map(({ id }) => id), act: 'take' } }),
    t('complaints.taken'),
  )
  return (
    <Card
      title={group.code ?? t('complaints.whole')}
      actions={group.openCount > 0 && <Badge tone="sun">{t('complaints.open', { count: group.openCount })}</Badge>}
    >
      <Stack>
        {group.stem && <p>{plainText(group.stem)}</p>}
        <Row>
          {open.length > 0 && (
            <Button variant="primary" onClick={() => setAnswering(true)}>
              {t('complaints.answer')}
            </Button>
          )}
          {filed.length > 0 && (
            <Button busy={taking.isPending} onClick={() => taking.mutate()}>
              {t('complaints.take')}
            </Button>
          )}
          {group.itemVersionId && (
            <>
              <LinkButton to={newRulingOn(roundId, group.itemVersionId)}>{t('complaints.rule')}</LinkButton>
              <LinkButton variant="quiet" to={analysisOf(roundId, group.itemVersionId)}>
                {t('complaints.analysis')}
              </LinkButton>
            </>
          )}
          {group.itemId && (
            <LinkButton variant="quiet" to={`/cau-hoi/${group.itemId}`}>
              {t('complaints.item')}
            </LinkButton>
          )}
        </Row>
        <ul className="results-list">
          {group.complaints.map((complaint) => (
            <li key={complaint.id}>
              <Stack gap={2}>
                <Row>
                  <Badge
                    tone={complaint.state === 'upheld' ? 'good' : complaint.state === 'filed' ? 'blue' : 'neutral'}
                  >
                    {t(`complaints.state.${complaint.state}`)}
                  </Badge>
                  <span className="ts-quiet-text ts-small">
                    {complaint.personName ?? t('complaints.place', { position: complaint.position })} ·{' '}
                    {t('complaints.filedAt', { at: formatDateTime(complaint.filedAt) })}
                  </span>
                </Row>
                <p className="results-text">{complaint.text}</p>
                {complaint.outcome && <p className="results-text ts-quiet-text">{complaint.outcome}</p>}
              </Stack>
            </li>
          ))}
        </ul>
      </Stack>
      {isAnswering && (
        <AnswerDialog
          roundId={roundId}
          ids={open.map(({ id }) => id)}
          itemVersionId={group.itemVersionId}
          onClose={() => setAnswering(false)}
        />
      )}
    </Card>
  )
}
