import { useMutation } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { Button, Card, ConfirmDialog, LinkButton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import KeyRound from 'lucide-react/icons/key-round'
import UserCog from 'lucide-react/icons/user-cog'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useActor } from '../hooks/use-actor'
import { usePeopleText } from '../hooks/use-people-text'
import { ChangeRoleDialog } from './change-role-dialog'
import { type FreshPassword, OneTimePasswordDialog } from './one-time-password-dialog'

/** What administrators may do with an account; organizers read whose task it is instead. */
export function AccountActs({ person }: { person: ApiOutput<'person'>['person'] }) {
  const t = usePeopleText()
  const problemText = useProblemText()
  const { actor, isAdministrator } = useActor()
  const isOwn = actor?.id === person.id
  const [asks, setAsks] = useState<'reset' | 'role' | null>(null)
  const [password, setPassword] = useState<FreshPassword | null>(null)

  const reset = useMutation({
    mutationFn: () => call('resetPassword', { params: { accountId: person.id } }),
    onSuccess: (made) => {
      setAsks(null)
      setPassword({ ...made, fullName: person.fullName })
    },
    // The password is shown once and then forgotten by this page too.
    gcTime: 0,
  })

  if (!isAdministrator) {
    return (
      <Card title={t('account.title')} tone="sunken">
        <p className="ts-quiet-text">{t('onlyAdministrators.person')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('account.title')}>
      <Stack>
        <div>
          {isOwn ? (
            // A reset would end this very session before the password could be read.
            <LinkButton to="/tai-khoan" icon={KeyRound} block>
              {t('account.ownPassword')}
            </LinkButton>
          ) : (
            <Button icon={KeyRound} block onClick={() => setAsks('reset')}>
              {t('account.reset')}
            </Button>
          )}
          <p className="ts-quiet-text ts-small people-act-hint">
            {t(isOwn ? 'account.ownPasswordHint' : 'account.resetHint')}
          </p>
        </div>
        <div>
          <Button icon={UserCog} block onClick={() => setAsks('role')}>
            {t('account.role')}
          </Button>
          <p className="ts-quiet-text ts-small people-act-hint">{t('account.roleHint')}</p>
        </div>
      </Stack>
      <ConfirmDialog
        open={asks === 'reset'}
        title={t('account.resetTitle', { name: person.fullName })}
        tone="danger"
        confirmLabel={t('account.resetConfirm')}
        busy={reset.isPending}
        error={reset.error ? problemText(reset.error) : undefined}
        onConfirm={() => reset.mutate()}
        onCancel={() => {
          reset.reset()
          setAsks(null)
        }}
      >
        <p>{t('account.resetText')}</p>
      </ConfirmDialog>
      <ChangeRoleDialog person={person} open={asks === 'role'} onClose={() => setAsks(null)} />
      <OneTimePasswordDialog
        password={password}
        onClose={() => {
          setPassword(null)
          reset.reset()
        }}
      />
    </Card>
  )
}
