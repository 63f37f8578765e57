import { Badge, Button, Card, EmptyState, Stack } from '@thiso/kit'
import { useState } from 'react'
import type { RoundSignals, SignalGroup } from '../figures'
import type { CasesSlot } from '../cases-slot'
import { useSignalsText } from '../use-signals-text'
import { ChanceLine } from './chance-line'
import { SignalFacts } from './signal-facts'

const AT_ONCE = 20
const UNITS_NAMED = 3

interface GroupsCardProps {
  roundId: string
  found: RoundSignals
  onOpen: (signalId: string) => void
  Cases?: CasesSlot | undefined
}

/** Groups of attempts that signals link; first those in which two families meet. */
export function GroupsCard(props: GroupsCardProps) {
  const t = useSignalsText()
  const { groups } = props.found
  // What explains something and speaks against nobody.
  const normal = props.found.signals.filter(({ family, attemptIds }) => family !== 'items' && attemptIds.length === 0)
  return (
    <Card title={t('groups.title')}>
      <Stack gap={5}>
        {groups.length === 0 && (
          <EmptyState compact title={t('groups.none')}>
            {t('groups.noneText')}
          </EmptyState>
        )}
        <Part {...props} name="strong" groups={groups.filter(({ mostFamilies }) => mostFamilies >= 2)} />
        <Part {...props} name="single" groups={groups.filter(({ mostFamilies }) => mostFamilies < 2)} />
        {normal.length > 0 && (
          <section aria-label={t('rooms.title')}>
            <h3>{t('rooms.title')}</h3>
            <p className="ts-quiet-text">{t('rooms.text')}</p>
            <ul>
              {normal.slice(0, AT_ONCE).map((signal) => (
                <li key={signal.id}>
                  <SignalFacts signal={signal} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    </Card>
  )
}

function Part({ name, groups, ...props }: GroupsCardProps & { name: 'strong' | 'single'; groups: SignalGroup[] }) {
  const t = useSignalsText()
  const [shown, setShown] = useState(AT_ONCE)
  if (groups.length === 0) return null
  return (
    <section aria-label={t(`groups.${name}`)}>
      <Stack>
        <h3>{t(`groups.${name}`)}</h3>
        <p className="ts-quiet-text">{t(`groups.${name}Text`)}</p>
        <ul className="detection-groups">
          {groups.slice(0, shown).map((group) => (
            <Group key={group.signalIds.join()} group={group} {...props} />
          ))}
        </ul>
        {groups.length > shown && (
          <Button variant="quiet" onClick={() => setShown(shown + AT_ONCE)}>
            {t('groups.more', { count: groups.length - shown })}
          </Button>
        )}
      </Stack>
    </section>
  )
}

function Group({ roundId, found, onOpen, Cases, group }: GroupsCardProps & { group: SignalGroup }) {
  const t = useSignalsText()
  const signals = found.signals.filter(({ id }) => group.signalIds.includes(id))
  const { unitNames } = group
  const units =
    unitNames.slice(0, UNITS_NAMED).join(', ') +
    (unitNames.length > UNITS_NAMED ? ` +${unitNames.length - UNITS_NAMED}` : '')
  return (
    <li className="detection-group">
      <p className="detection-group-head">
        <strong>{t('groups.size', { count: group.attemptIds.length })}</strong>
        <span className="ts-quiet-text">{units ? t('groups.units', { units }) : t('groups.noUnit')}</span>
      </p>
      <ul className="detection-signals">
        {signals.map((signal) => (
          <li key={signal.id}>
            <Badge tone="neutral">{t(`family.${signal.family}`)}</Badge>
            <span>
              <SignalFacts signal={signal} />
              {signal.p !== null && <ChanceLine signal={signal} />}
            </span>
            <Button size="small" variant="secondary" onClick={() => onOpen(signal.id)}>
              {t('groups.open')}
            </Button>
          </li>
        ))}
      </ul>
      {Cases && group.mostFamilies >= 2 && (
        <Cases roundId={roundId} signalIds={group.signalIds} attemptIds={group.attemptIds} />
      )}
    </li>
  )
}
