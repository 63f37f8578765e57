import type { ApiOutput } from '@thiso/contracts'
import { Badge, Card, CopyButton, formatDate, formatDateTime, Row } from '@thiso/kit'
import { useActor } from '../hooks/use-actor'
import { usePeopleText } from '../hooks/use-people-text'

export function PersonFacts({ found }: { found: ApiOutput<'person'> }) {
  const t = usePeopleText()
  const { actor } = useActor()
  const { person, guardianName } = found
  const unknown = <span className="ts-quiet-text">{t('person.unknown')}</span>
  return (
    <Card title={t('person.about')} actions={actor?.id === person.id && <Badge>{t('person.you')}</Badge>}>
      <dl className="people-facts">
        <dt>{t('person.login')}</dt>
        <dd>
          <Row gap={2}>
            <span className="ts-number">{person.login}</span>
            <CopyButton size="small" variant="quiet" text={person.login} label={t('person.copyLogin')} />
          </Row>
        </dd>
        <dt>{t('person.birthDate')}</dt>
        <dd className="ts-number">{person.birthDate ? formatDate(person.birthDate) : unknown}</dd>
        <dt>{t('person.unit')}</dt>
        <dd>
          {person.unitName ?? unknown}
          {person.parentUnitName && <div className="ts-quiet-text ts-small">{person.parentUnitName}</div>}
        </dd>
        {guardianName && (
          <>
            <dt>{t('person.guardian')}</dt>
            <dd>{guardianName}</dd>
          </>
        )}
        <dt>{t('person.createdAt')}</dt>
        <dd className="ts-number">{formatDateTime(person.createdAt)}</dd>
      </dl>
    </Card>
  )
}
