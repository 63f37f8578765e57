import { Button, Card, formatDuration, notify, NumberInput, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { AdminRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'

import { useFieldProblems } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { extraTimeKey } from '../extra-time-queries'
import { useEntrantText } from '../use-entrant-text'
import '../extra-time.css'

interface GrantExtraTimeProps {
  contestId: string
  /** To show what a share comes to. */
  round: AdminRound | undefined
}

/** Gives a person extra time, or changes it; asks who decided and on what paper, never about health. */
export function GrantExtraTime({ contestId, round }: GrantExtraTimeProps) {
  const t = useEntrantText()
  const localized = useLocalized()
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [login, setLogin] = useState('')
  const [percent, setPercent] = useState<number | null>(25)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const grant = useMutation({
    mutationFn: () =>
      call('grantExtraTime', {
        params: { contestId },
        body: { login: login.trim(), percent: percent ?? 0, reason: reason.trim() },
      }),
    onSuccess: async ({ fullName }) => {
      notify(t('extra.done', { name: fullName }))
      setLogin('')
      setReason('')
      setTried(false)
      await client.invalidateQueries({ queryKey: extraTimeKey(contestId) })
    },
  })
  const said = useFieldProblems(grant.error)
  const gaps = {
    login: login.trim() === '' ? t('extra.loginMissing') : undefined,
    percent: !percent || percent < 1 || percent > 100 ? t('extra.percentMissing') : undefined,
    reason: reason.trim().length < 3 ? t('extra.reasonMissing') : undefined,
  }
  const problemOf = (path: keyof typeof gaps) => (isTried ? gaps[path] : undefined) ?? said(path)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!Object.values(gaps).some(Boolean)) return grant.mutate()
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const longer = round && percent ? round.timeLimitS * (1 + percent / 100) : null
  return (
    <Card title={t('extra.grantTitle')}>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack gap={4}>
          <ProblemBanner error={grant.error} shown={(path) => path in gaps} />
          <div className="ad-extra-pair">
            <TextInput
              label={t('extra.login')}
              hint={t('extra.loginHint')}
              value={login}
              maxLength={100}
              required
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              error={problemOf('login')}
              onChange={setLogin}
            />
            <NumberInput
              label={t('extra.percent')}
              hint={
                round && longer
                  ? t('extra.percentNow', {
                      round: localized(round.name),
                      before: formatDuration(round.timeLimitS * 1_000),
                      after: formatDuration(longer * 1_000),
                    })
                  : t('extra.percentHint')
              }
              suffix="%"
              value={percent}
              min={1}
              max={100}
              required
              error={problemOf('percent')}
              onChange={setPercent}
            />
          </div>
          <TextInput
            label={t('extra.reason')}
            hint={t('extra.reasonHint')}
            value={reason}
            maxLength={300}
            required
            error={problemOf('reason')}
            onChange={setReason}
          />
          <div>
            <Button type="submit" variant="primary" busy={grant.isPending}>
              {t('extra.grant')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}
