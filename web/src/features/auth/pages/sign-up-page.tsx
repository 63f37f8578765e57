import { Banner, Button, DateInput, Page, PasswordInput, TextInput } from '@thiso/kit'
import { type FormEvent, useRef } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { birthBounds } from '../../../lib/age'
import { useSession } from '../../../lib/session'
import { UnitField } from '../../../lib/units/unit-field'
import { useFirstErrorFocus } from '../../../lib/use-first-error-focus'
import { ConsentCard } from '../components/consent-card'
import { GuardianCard } from '../components/guardian-card'
import { returnPath } from '../hooks/return-path'
import { useSignUp } from '../hooks/use-sign-up'
import { useAuthTexts } from '../texts/use-auth-texts'
import './auth.css'

export default function SignUpPage() {
  const t = useAuthTexts()
  const [search] = useSearchParams()
  const wanted = search.get('tiep')
  const { account } = useSession()
  const form = useRef<HTMLFormElement>(null)
  const signUp = useSignUp()
  const { draft, change, errors, general, refusals, needsGuardian, submit, isSending } = signUp
  useFirstErrorFocus(form, refusals)

  if (account) return <Navigate to={returnPath(wanted)} replace />

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!isSending) submit()
  }

  return (
    <Page title={t('signUp.title')} lead={t('signUp.lead')} width="narrow">
      <form className="auth-form" ref={form} noValidate onSubmit={send}>
        <TextInput
          label={t('signUp.fullName')}
          hint={t('signUp.fullNameHint')}
          autoComplete="name"
          autoCapitalize="words"
          maxLength={80}
          required
          value={draft.fullName}
          error={errors.fullName}
          onChange={(fullName) => change({ fullName }, 'fullName')}
        />
        <DateInput
          label={t('signUp.birthDate')}
          birthday
          required
          {...birthBounds()}
          value={draft.birthDate}
          error={errors.birthDate}
          onChange={(birthDate) => change({ birthDate }, 'birthDate', 'guardian.fullName', 'guardian.isConsentGiven')}
        />
        <UnitField value={draft.unitId} error={errors.unitId} onChange={(unitId) => change({ unitId }, 'unitId')} />
        <TextInput
          label={t('signUp.login')}
          hint={t('signUp.loginHint')}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={64}
          required
          value={draft.login}
          error={errors.login}
          onChange={(login) => change({ login }, 'login')}
        />
        <PasswordInput
          label={t('signUp.password')}
          hint={t('signUp.passwordHint')}
          autoComplete="new-password"
          maxLength={128}
          required
          value={draft.password}
          error={errors.password}
          onChange={(password) => change({ password }, 'password')}
        />
        <ConsentCard {...signUp} />
        {needsGuardian && <GuardianCard {...signUp} />}
        {general && (
          <Banner tone="bad" live="assertive">
            {general}
          </Banner>
        )}
        <Button type="submit" variant="primary" size="large" block busy={isSending} busyLabel={t('signUp.busy')}>
          {t('signUp.submit')}
        </Button>
      </form>
      <p className="auth-other">
        {t('signUp.haveAccount')}{' '}
        <Link to={wanted ? `/dang-nhap?tiep=${encodeURIComponent(wanted)}` : '/dang-nhap'}>{t('signUp.signIn')}</Link>
      </p>
    </Page>
  )
}
