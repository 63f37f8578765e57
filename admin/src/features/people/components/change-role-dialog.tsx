import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiBody, ApiOutput } from '@thiso/contracts'
import { ROLES, type Role } from '@thiso/contracts/vocab'
import { Banner, Button, Dialog, notify, RadioGroup, Stack, Textarea } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type FormEvent, useState } from 'react'
import { useCommon } from '../../../lib/common'
import { useFieldProblems, useProblemText } from '../../../lib/problem'
import { useSession } from '../../../lib/session'
import { useActor } from '../hooks/use-actor'
import { usePeopleText } from '../hooks/use-people-text'

const MIN_REASON = 3

interface ChangeRoleDialogProps {
  person: ApiOutput<'person'>['person']
  open: boolean
  onClose: () => void
}

export function ChangeRoleDialog({ person, open, onClose }: ChangeRoleDialogProps) {
  const t = usePeopleText()
  const common = useCommon()
  const problemText = useProblemText()
  const session = useSession()
  const { actor } = useActor()
  const client = useQueryClient()
  const [role, setRole] = useState<Role | ''>('')
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const isOwn = actor?.id === person.id
  const isStaffRole = role === 'organizer' || role === 'administrator'

  const change = useMutation({
    mutationFn: (body: ApiBody<'setRole'>) => call('setRole', { params: { accountId: person.id }, body }),
    onSuccess: (changed) => {
      void client.invalidateQueries({ queryKey: ['person', person.id] })
      void client.invalidateQueries({ queryKey: ['people'] })
      if (isOwn) session.refetch()
      notify(t('role.changed', { name: changed.fullName, role: common(`role.${changed.role}`) }))
      setRole('')
      setReason('')
      setIsChecked(false)
      onClose()
    },
  })
  const fieldProblem = useFieldProblems(change.error)
  const hasReason = reason.trim().length >= MIN_REASON

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (change.isPending) return
    setIsChecked(true)
    if (!role || !hasReason) return
    change.mutate({ role, reason })
  }
  const close = () => {
    change.reset()
    onClose()
  }

  return (
    <Dialog
      open={open}
      title={t('role.title', { name: person.fullName })}
      dismissible={!change.isPending}
      onClose={close}
      actions={
        <>
          <Button variant="quiet" disabled={change.isPending} onClick={close}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form="change-role" busy={change.isPending}>
            {t('role.submit')}
          </Button>
        </>
      }
    >
      <form id="change-role" noValidate onSubmit={submit}>
        <Stack>
          <p className="ts-quiet-text">{t('role.current', { role: common(`role.${person.role}`) })}</p>
          {isOwn && <Banner tone="warn">{t('role.own')}</Banner>}
          <RadioGroup<Role>
            label={t('role.choose')}
            look="cards"
            required
            options={ROLES.filter((value) => value !== person.role).map((value) => ({
              value,
              label: common(`role.${value}`),
              hint: t(`roleHint.${value}`),
            }))}
            value={role}
            onChange={setRole}
            error={isChecked && !role ? t('role.missingRole') : fieldProblem('role')}
          />
          {isStaffRole && person.attemptCount > 0 && (
            <Banner tone="warn" live="polite">
              {t('role.barred', { attempts: person.attemptCount })}
            </Banner>
          )}
          <Textarea
            label={t('role.reason')}
            hint={t('role.reasonHint')}
            required
            rows={3}
            maxLength={300}
            count
            value={reason}
            onChange={setReason}
            error={isChecked && !hasReason ? t('role.missingReason') : fieldProblem('reason')}
          />
          {change.error && (
            <Banner tone="bad" live="assertive">
              {problemText(change.error)}
            </Banner>
          )}
        </Stack>
      </form>
    </Dialog>
  )
}
