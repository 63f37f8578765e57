import { Button, Card, PasswordInput, Stack, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useFieldProblems } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { SESSION_KEY } from '../../../lib/query-client'
import type { Account } from '../../../lib/session'
import { useAuthText } from '../use-auth-text'
import './password-form.css'

const LEAST_LENGTH = 8

export function PasswordForm({ account }: { account: Account }) {
  const t = useAuthText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [isTried, setTried] = useState(false)
  const change = useMutation({
    mutationFn: () => call('changePassword', { body: { currentPassword: current, newPassword: next } }),
    onSuccess: async () => {
      setCurrent('')
      setNext('')
      setTried(false)
      notify(t('password.done'))
      await client.invalidateQueries({ queryKey: SESSION_KEY })
      void client.invalidateQueries({ queryKey: ['devices'] })
      if (account.mustChangePassword) navigate('/', { replace: true })
    },
  })
  const problemOf = useFieldProblems(change.error)

  const nextError =
    next.length < LEAST_LENGTH ? t('password.tooShort') : next === current ? t('password.same') : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (current && !nextError) change.mutate()
  }

  return (
    <Card title={t('password.title')}>
      <form className="ad-password" onSubmit={submit} noValidate>
        <Stack gap={5}>
          <ProblemBanner error={change.error} shown={(path) => path === 'currentPassword' || path === 'newPassword'} />
          <input type="text" name="username" autoComplete="username" value={account.login} readOnly hidden />
          <PasswordInput
            label={account.mustChangePassword ? t('password.temporary') : t('password.current')}
            value={current}
            onChange={setCurrent}
            required
            error={problemOf('currentPassword') ?? (isTried && !current ? t('password.currentMissing') : undefined)}
          />
          <PasswordInput
            label={t('password.next')}
            hint={t('password.nextHint')}
            value={next}
            onChange={setNext}
            autoComplete="new-password"
            required
            error={problemOf('newPassword') ?? (isTried ? nextError : undefined)}
          />
          <div>
            <Button type="submit" variant="primary" busy={change.isPending}>
              {t('password.submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}
