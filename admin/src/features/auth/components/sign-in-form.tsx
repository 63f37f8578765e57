import { Button, PasswordInput, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemBanner } from '../../../lib/problem-banner'
import { useSetAccount } from '../../../lib/session'
import { useAuthText } from '../use-auth-text'

/** The sign-in itself; `login` is known when the same person signs in again over an open page. */
export function SignInForm({ login: known = '' }: { login?: string }) {
  const t = useAuthText()
  const setAccount = useSetAccount()
  const [login, setLogin] = useState(known)
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const signIn = useMutation({
    mutationFn: () => call('signIn', { body: { login, password } }),
    onSuccess: (answer) => setAccount(answer.account),
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (login.trim() && password && !signIn.isPending) signIn.mutate()
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={5}>
        {signIn.error && <ProblemBanner error={signIn.error} />}
        <TextInput
          label={t('signIn.login')}
          value={login}
          onChange={setLogin}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          error={isTried && !login.trim() ? t('signIn.loginMissing') : undefined}
        />
        <PasswordInput
          label={t('signIn.password')}
          value={password}
          onChange={setPassword}
          name="password"
          required
          error={isTried && !password ? t('signIn.passwordMissing') : undefined}
        />
        <Button type="submit" variant="primary" size="large" block busy={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}
