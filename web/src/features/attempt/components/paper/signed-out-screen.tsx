import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@thiso/kit'
import { useLocation, useNavigate } from 'react-router'
import { rememberAccount, signInPath } from '../../../../lib/session'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { NoticeScreen } from './notice-screen'

export function SignedOutScreen({ unsent }: { unsent: number }) {
  const t = useAttemptTexts()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const signIn = () => {
    // The page still believes in the account of a minute ago and would send the person straight back.
    rememberAccount(queryClient, null)
    void navigate(signInPath(pathname))
  }
  return (
    <NoticeScreen
      urgent
      title={t('signedOut.title')}
      actions={
        <Button variant="primary" size="large" onClick={signIn}>
          {t('signedOut.signIn')}
        </Button>
      }
    >
      <p>{t('signedOut.text')}</p>
      {unsent > 0 && <p>{t('signedOut.unsent', { count: unsent })}</p>}
    </NoticeScreen>
  )
}
