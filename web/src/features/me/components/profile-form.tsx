import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Banner, Button, Card, DateInput, notify, TextInput } from '@thiso/kit'
import { ApiError, call } from '@thiso/kit/api/client'
import { type FormEvent, useRef, useState } from 'react'
import { birthBounds } from '../../../lib/age'
import { useFieldProblems, useProblemText } from '../../../lib/problem'
import { type Account, rememberAccount } from '../../../lib/session'
import { UnitField } from '../../../lib/units/unit-field'
import { useFirstErrorFocus } from '../../../lib/use-first-error-focus'
import { useMeTexts } from '../texts/use-me-texts'

type Field = 'fullName' | 'birthDate' | 'unitId'

const fieldOf: Record<string, Field> = {
  'AUTH.TOO_YOUNG': 'birthDate',
  'AUTH.GUARDIAN_NEEDED': 'birthDate',
  'UNIT.NOT_FOUND': 'unitId',
}

export function ProfileForm({ account }: { account: Account }) {
  const t = useMeTexts()
  const client = useQueryClient()
  const sentence = useProblemText()
  const fieldProblems = useFieldProblems()
  const form = useRef<HTMLFormElement>(null)
  const [fullName, setFullName] = useState(account.fullName)
  const [birthDate, setBirthDate] = useState(account.birthDate ?? '')
  const [unitId, setUnitId] = useState(account.unitId)
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({})
  const [general, setGeneral] = useState('')
  const [refusals, setRefusals] = useState(0)
  useFirstErrorFocus(form, refusals)

  const changed = {
    ...(fullName.trim() !== account.fullName ? { fullName: fullName.trim() } : {}),
    ...(birthDate && birthDate !== account.birthDate ? { birthDate } : {}),
    ...(unitId && unitId !== account.unitId ? { unitId } : {}),
  }

  const refuse = (found: typeof errors, text: string) => {
    setErrors(found)
    setGeneral(text)
    setRefusals((count) => count + 1)
  }

  const save = useMutation({
    mutationFn: () => call('updateProfile', { body: changed }),
    onSuccess: (answer) => {
      rememberAccount(client, answer.account)
      setFullName(answer.account.fullName)
      notify(t('profile.saved'))
    },
    onError: (error) => {
      const field = error instanceof ApiError ? fieldOf[error.problem.code] : undefined
      const found = field ? { [field]: sentence(error) } : (fieldProblems(error) as typeof errors)
      refuse(found, field ? '' : sentence(error))
    },
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const found: typeof errors = {}
    if (fullName.trim().length < 2) found.fullName = t('profile.nameMissing')
    if (!birthDate && account.birthDate) found.birthDate = t('profile.birthMissing')
    if (Object.keys(found).length > 0) return refuse(found, '')
    setErrors({})
    setGeneral('')
    if (Object.keys(changed).length === 0) notify(t('profile.same'), { tone: 'info' })
    else save.mutate()
  }

  return (
    <Card title={t('profile.title')}>
      <form className="me-form" ref={form} noValidate onSubmit={submit}>
        <TextInput
          label={t('profile.fullName')}
          autoComplete="name"
          autoCapitalize="words"
          maxLength={80}
          required
          value={fullName}
          error={errors.fullName}
          onChange={setFullName}
        />
        <DateInput
          label={t('profile.birthDate')}
          birthday
          {...birthBounds()}
          value={birthDate}
          error={errors.birthDate}
          onChange={setBirthDate}
        />
        <UnitField value={unitId} error={errors.unitId} onChange={setUnitId} />
        {account.guardianName && (
          <p className="ts-quiet-text">{t('profile.guardian', { name: account.guardianName })}</p>
        )}
        {general && (
          <Banner tone="bad" live="assertive">
            {general}
          </Banner>
        )}
        <Button type="submit" variant="primary" busy={save.isPending} busyLabel={t('profile.busy')}>
          {t('profile.save')}
        </Button>
      </form>
    </Card>
  )
}
