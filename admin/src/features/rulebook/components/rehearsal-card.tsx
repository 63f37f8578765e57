import { useMutation } from '@tanstack/react-query'
import { Button, Card, formatNumber, NumberInput, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type FormEvent, useState } from 'react'
import { ProblemBanner } from '../../../lib/problem-banner'
import type { AdminRound } from '../../../lib/contest-queries'
import { useRulebookText } from '../use-rulebook-text'
import { RehearsalResult } from './rehearsal-result'
import '../rehearsal.css'

const PEOPLE_MAX = 1_000_000
const ATTEMPTS_MAX = 20
/** The server gives up after a minute. */
const PATIENCE_MS = 75_000

const isWithin = (value: number | null, most: number): value is number =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= most

/** RB-4: what the round would come to with so many people, before anybody has taken it. */
export function RehearsalCard({ round }: { round: AdminRound }) {
  const t = useRulebookText()
  const [contestants, setContestants] = useState<number | null>(1_000)
  const [attemptsEach, setAttemptsEach] = useState<number | null>(1)
  const [isTried, setTried] = useState(false)
  const rehearse = useMutation({
    mutationFn: (body: { contestants: number; attemptsEach: number }) =>
      call('rehearseRound', { params: { roundId: round.id }, body, timeoutMs: PATIENCE_MS }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (rehearse.isPending || !isWithin(contestants, PEOPLE_MAX) || !isWithin(attemptsEach, ATTEMPTS_MAX)) return
    rehearse.mutate({ contestants, attemptsEach })
  }
  const asked = rehearse.variables

  return (
    <Card title={t('rehearsal.title')} className="ad-two-all">
      <Stack gap={5}>
        <p className="ts-quiet-text">{t('rehearsal.lead')}</p>
        <form className="rh-form" onSubmit={submit} noValidate>
          <NumberInput
            label={t('rehearsal.contestants')}
            value={contestants}
            onChange={setContestants}
            min={1}
            max={PEOPLE_MAX}
            suffix={t('rehearsal.people')}
            error={isTried && !isWithin(contestants, PEOPLE_MAX) ? t('rehearsal.needContestants') : undefined}
          />
          <NumberInput
            label={t('rehearsal.attempts')}
            value={attemptsEach}
            onChange={setAttemptsEach}
            min={1}
            max={ATTEMPTS_MAX}
            suffix={t('rehearsal.times')}
            error={isTried && !isWithin(attemptsEach, ATTEMPTS_MAX) ? t('rehearsal.needAttempts') : undefined}
          />
          <Button
            type="submit"
            busy={rehearse.isPending}
            busyLabel={asked && t('rehearsal.running', { people: formatNumber(asked.contestants) })}
          >
            {rehearse.data ? t('rehearsal.again') : t('rehearsal.run')}
          </Button>
        </form>
        {rehearse.error && <ProblemBanner error={rehearse.error} shown={() => false} />}
        {rehearse.data && asked && <RehearsalResult found={rehearse.data} asked={asked} rules={round.rules} />}
      </Stack>
    </Card>
  )
}
