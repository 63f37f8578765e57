import { Banner, Button, Page, PasswordInput, TextInput } from '@thiso/kit'
import { type FormEvent, useRef } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { useSession } from '../../../lib/session'
import { useFirstErrorFocus } from '../../../lib/use-first-error-focus'
import { returnPath } from '../hooks/return-path'
import { useSignIn } from '../hooks/use-sign-in'
import { useAuthTexts } from '../texts/use-auth-texts'
import './auth.css'

export default function SignInPage() {
  const t = useAuthTexts()
  const [search] = useSearchParams()
  const wanted = search.get('tiep')
  const { account } = useSession()
  const form = useRef<HTMLFormElement>(null)
  const { login, setLogin, password, setPassword, errors, general, refusals, submit, isSending } = useSignIn()
  useFirstErrorFocus(form, refusals)

  if (account) return <Navigate to={returnPath(wanted)} replace />

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!isSending) submit()
  }

  return (
    <Page title={t('signIn.title')} lead={wanted ? t('signIn.toGoOn') : undefined} width="narrow">
      <form className="auth-form" ref={form} noValidate onSubmit={send}>
        <TextInput
          label={t('signIn.login')}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={64}
          required
          value={login}
          error={errors.login}
          onChange={setLogin}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          maxLength={128}
          required
          value={password}
          error={errors.password}
          onChange={setPassword}
        />
        {general && (
          <Banner tone="bad" live="assertive">
            {general}
          </Banner>
        )}
        <Button type="submit" variant="primary" size="large" block busy={isSending} busyLabel={t('signIn.busy')}>
          {t('signIn.submit')}
        </Button>
      </form>
      <p className="auth-other">
        {t('signIn.noAccount')}{' '}
        <Link to={wanted ? `/dang-ky?tiep=${encodeURIComponent(wanted)}` : '/dang-ky'}>{t('signIn.signUp')}</Link>
      </p>
      <p className="ts-quiet-text ts-small">{t('signIn.forgot')}</p>
    </Page>
  )
}
