import type { ApiOutput } from '@thiso/contracts'
import { Banner, Button, CopyButton, Dialog, Row, Stack } from '@thiso/kit'
import { usePeopleText } from '../hooks/use-people-text'

export interface FreshPassword extends ApiOutput<'resetPassword'> {
  fullName: string
}

/** Not dismissible by Escape or a click beside it: what it shows cannot be shown again. */
export function OneTimePasswordDialog({ password, onClose }: { password: FreshPassword | null; onClose: () => void }) {
  const t = usePeopleText()
  return (
    <Dialog
      open={password !== null}
      title={t('password.title')}
      size="small"
      dismissible={false}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('password.done')}</Button>}
    >
      {password && (
        <Stack>
          <dl className="people-facts">
            <dt>{t('password.login')}</dt>
            <dd className="people-secret">{password.login}</dd>
            <dt>{t('password.value')}</dt>
            <dd className="people-secret people-secret-big">{password.temporaryPassword}</dd>
          </dl>
          <Row gap={2}>
            <CopyButton variant="primary" text={password.temporaryPassword} label={t('password.copy')} />
            <CopyButton
              text={`${t('password.login')}: ${password.login}\n${t('password.value')}: ${password.temporaryPassword}`}
              label={t('password.copyBoth')}
            />
          </Row>
          <Banner tone="warn">{t('password.once')}</Banner>
          <p>{t('password.next', { name: password.fullName })}</p>
        </Stack>
      )}
    </Dialog>
  )
}
