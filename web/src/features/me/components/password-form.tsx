import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Banner, Button, Card, notify, PasswordInput } from '@thiso/kit'
import { ApiError, call } from '@thiso/kit/api/client'
import { type FormEvent, useRef, useState } from 'react'
import { useFieldProblems, useProblemText } from '../../../lib/problem'
import { type Account, sessionQuery } from '../../../lib/session'
import { useFirstErrorFocus } from '../../../lib/use-first-error-focus'
import { useMeTexts } from '../texts/use-me-texts'

type Errors = { currentPassword?: string; newPassword?: string }

export function PasswordForm({ account }: { account: Account }) {
  const t = useMeTexts()
  const client = useQueryClient()
  const sentence = useProblemText()
  const fieldProblems = useFieldProblems()
  const form = useRef<HTMLFormElement>(null)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const [general, setGeneral] = useState('')
  const [refusals, setRefusals] = useState(0)
  useFirstErrorFocus(form, refusals)

  const refuse = (found: Errors, text: string) => {
    setErrors(found)
    setGeneral(text)
    setRefusals((count) => count + 1)
  }

  const save = useMutation({
    mutationFn: () => call('changePassword', { body: { currentPassword: current, newPassword: next } }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      notify(t('password.saved'))
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      void client.invalidateQueries({ queryKey: ['devices'] })
    },
    onError: (error) => {
      const code = error instanceof ApiError ? error.problem.code : undefined
      if (code === 'AUTH.WRONG_CREDENTIALS') refuse({ currentPassword: t('password.currentWrong') }, '')
      else if (code === 'AUTH.WEAK_PASSWORD') refuse({ newPassword: sentence(error) }, '')
      else refuse(fieldProblems(error), sentence(error))
    },
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const found: Errors = {}
    if (!current) found.currentPassword = t('password.currentMissing')
    if (next.length < 8) found.newPassword = t('password.tooShort')
    if (Object.keys(found).length > 0) return refuse(found, '')
    setErrors({})
    setGeneral('')
    save.mutate()
  }

  return (
    <Card title={t('password.title')}>
      <form className="me-form" id="mat-khau" ref={form} noValidate onSubmit={submit}>
        {account.mustChangePassword && <Banner tone="warn">{t('password.temporary')}</Banner>}
        {/* Lets a password manager know whose password this is. */}
        <input type="hidden" autoComplete="username" value={account.login} readOnly />
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          maxLength={128}
          required
          value={current}
          error={errors.currentPassword}
          onChange={setCurrent}
        />
        <PasswordInput
          label={t('password.next')}
          hint={t('password.hint')}
          autoComplete="new-password"
          maxLength={128}
          required
          value={next}
          error={errors.newPassword}
          onChange={setNext}
        />
        {general && (
          <Banner tone="bad" live="assertive">
            {general}
          </Banner>
        )}
        <Button type="submit" busy={save.isPending} busyLabel={t('password.busy')}>
          {t('password.save')}
        </Button>
      </form>
    </Card>
  )
}
