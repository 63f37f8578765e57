import { LinkButton } from '@thiso/kit'
import { useLocation } from 'react-router'
import { signInPath } from '../../../../lib/session'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { NoticeScreen } from './notice-screen'

export function SignedOutScreen({ unsent }: { unsent: number }) {
  const t = useAttemptTexts()
  const { pathname } = useLocation()
  return (
    <NoticeScreen
      urgent
      title={t('signedOut.title')}
      actions={
        <LinkButton variant="primary" size="large" to={signInPath(pathname)}>
          {t('signedOut.signIn')}
        </LinkButton>
      }
    >
      <p>{t('signedOut.text')}</p>
      {unsent > 0 && <p>{t('signedOut.unsent', { count: unsent })}</p>}
    </NoticeScreen>
  )
}
