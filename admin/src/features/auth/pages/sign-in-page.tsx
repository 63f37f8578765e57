import { Banner, Card, LocaleSwitch, Logo, Page, Stack, ThemeSwitch } from '@thiso/kit'
import { Navigate, useSearchParams } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useSession } from '../../../lib/session'
import { SignInForm } from '../components/sign-in-form'
import { returnPath } from '../return-path'
import { useAuthText } from '../use-auth-text'
import './sign-in.css'

export default function SignInPage() {
  const t = useAuthText()
  const common = useCommon()
  const { account } = useSession()
  const [search] = useSearchParams()

  if (account) return <Navigate to={returnPath(search.get('tiep'), window.location.origin)} replace />

  return (
    <main id="main" className="ad-signin">
      <div className="ad-signin-tools">
        <LocaleSwitch />
        <ThemeSwitch />
      </div>
      <Page width="narrow" tabTitle={t('signIn.title')}>
        <Stack gap={6}>
          <div className="ad-signin-brand">
            <Logo size={40} />
            <span className="ts-quiet-text">{common('panel')}</span>
          </div>
          <Card tone="raised">
            <Stack gap={5}>
              <div>
                <h1>{t('signIn.title')}</h1>
                <p className="ts-quiet-text">{t('signIn.lead')}</p>
              </div>
              <SignInForm />
            </Stack>
          </Card>
          <Banner tone="info" title={t('signIn.contestantTitle')}>
            {t('signIn.contestantText')} <a href="/">{t('signIn.toContest')}</a>
          </Banner>
        </Stack>
      </Page>
    </main>
  )
}
