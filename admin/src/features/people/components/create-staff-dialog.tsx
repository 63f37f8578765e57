import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiBody } from '@thiso/contracts'
import { Banner, Button, Dialog, RadioGroup, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type FormEvent, useState } from 'react'
import { useCommon } from '../../../lib/common'
import { useFieldProblems, useProblemText } from '../../../lib/problem'
import { usePeopleText } from '../hooks/use-people-text'
import type { FreshPassword } from './one-time-password-dialog'

type StaffRole = ApiBody<'createStaff'>['role']

const STAFF_ROLES: readonly StaffRole[] = ['organizer', 'teacher', 'administrator']

interface CreateStaffDialogProps {
  open: boolean
  onClose: () => void
  onCreated: (password: FreshPassword) => void
}

export function CreateStaffDialog({ open, onClose, onCreated }: CreateStaffDialogProps) {
  const t = usePeopleText()
  const common = useCommon()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [fullName, setFullName] = useState('')
  const [login, setLogin] = useState('')
  const [role, setRole] = useState<StaffRole | ''>('')
  const [isChecked, setIsChecked] = useState(false)

  const creation = useMutation({
    mutationFn: (body: ApiBody<'createStaff'>) => call('createStaff', { body }),
    onSuccess: (made, body) => {
      void client.invalidateQueries({ queryKey: ['people'] })
      setFullName('')
      setLogin('')
      setRole('')
      setIsChecked(false)
      onCreated({ ...made, fullName: body.fullName })
    },
  })
  const fieldProblem = useFieldProblems(creation.error)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (creation.isPending) return
    setIsChecked(true)
    if (!fullName.trim() || !login.trim() || !role) return
    creation.mutate({ fullName, login, role })
  }
  const close = () => {
    creation.reset()
    onClose()
  }

  return (
    <Dialog
      open={open}
      title={t('staff.title')}
      dismissible={!creation.isPending}
      onClose={close}
      actions={
        <>
          <Button variant="quiet" disabled={creation.isPending} onClick={close}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form="create-staff" busy={creation.isPending}>
            {t('staff.submit')}
          </Button>
        </>
      }
    >
      <form id="create-staff" noValidate onSubmit={submit}>
        <Stack>
          <p className="ts-quiet-text">{t('staff.intro')}</p>
          <TextInput
            label={t('staff.fullName')}
            value={fullName}
            onChange={setFullName}
            required
            maxLength={80}
            autoComplete="off"
            data-autofocus
            error={isChecked && !fullName.trim() ? t('staff.missingName') : fieldProblem('fullName')}
          />
          <TextInput
            label={t('staff.login')}
            hint={t('staff.loginHint')}
            value={login}
            onChange={setLogin}
            required
            maxLength={64}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={isChecked && !login.trim() ? t('staff.missingLogin') : fieldProblem('login')}
          />
          <RadioGroup<StaffRole>
            label={t('staff.role')}
            look="cards"
            required
            options={STAFF_ROLES.map((value) => ({
              value,
              label: common(`role.${value}`),
              hint: t(`roleHint.${value}`),
            }))}
            value={role}
            onChange={setRole}
            error={isChecked && !role ? t('staff.missingRole') : fieldProblem('role')}
          />
          {creation.error && (
            <Banner tone="bad" live="assertive">
              {problemText(creation.error)}
            </Banner>
          )}
        </Stack>
      </form>
    </Dialog>
  )
}
