import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { rememberAccount } from '../../../lib/session'
import { useAuthTexts } from '../texts/use-auth-texts'

export function useSignIn() {
  const t = useAuthTexts()
  const client = useQueryClient()
  const sentence = useProblemText()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<{ login?: string; password?: string }>({})
  const [general, setGeneral] = useState('')
  const [refusals, setRefusals] = useState(0)

  const send = useMutation({
    mutationFn: () => call('signIn', { body: { login, password } }),
    onSuccess: ({ account }) => rememberAccount(client, account),
    onError: (error) => {
      // A name that cannot exist and a wrong one are the same thing to the visitor.
      const isUnfit = error instanceof ApiError && error.problem.code === 'REQUEST.INVALID'
      if (isUnfit) setErrors({ login: error.problem.fields?.[0] ? t('fix.login') : sentence(error) })
      else setGeneral(sentence(error))
      setRefusals((count) => count + 1)
    },
  })

  const submit = () => {
    const found: typeof errors = {}
    if (!login.trim()) found.login = t('signIn.loginMissing')
    if (!password) found.password = t('signIn.passwordMissing')
    setErrors(found)
    setGeneral('')
    if (Object.keys(found).length > 0) setRefusals((count) => count + 1)
    else send.mutate()
  }

  return {
    login,
    password,
    errors,
    general,
    refusals,
    submit,
    isSending: send.isPending,
    setLogin: (text: string) => {
      setLogin(text)
      setErrors({ ...errors, login: undefined })
    },
    setPassword: (text: string) => {
      setPassword(text)
      setErrors({ ...errors, password: undefined })
    },
  }
}
