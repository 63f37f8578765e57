import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ErrorCode } from '@thiso/contracts'
import { notify } from '@thiso/kit'
import { ApiError, call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { ageOn, GUARDIAN_AGE } from '../../../lib/age'
import { useFieldProblems, useProblemText } from '../../../lib/problem'
import { rememberAccount } from '../../../lib/session'
import { useAuthTexts } from '../texts/use-auth-texts'
import { emptyDraft, keepDraft, keptDraft, missing, type SignUpDraft, type SignUpField } from './sign-up-draft'

/** Refusals that belong to one field, not to the form as a whole. */
const fieldOf: Partial<Record<ErrorCode, SignUpField>> = {
  'AUTH.LOGIN_TAKEN': 'login',
  'AUTH.WEAK_PASSWORD': 'password',
  'AUTH.TOO_YOUNG': 'birthDate',
  'AUTH.GUARDIAN_NEEDED': 'guardian.fullName',
  'AUTH.CONSENT_OUTDATED': 'isConsentGiven',
  'UNIT.NOT_FOUND': 'unitId',
}

type Errors = Partial<Record<SignUpField, string>>

/** The sign-up form: what was typed stays, whatever the answer. */
export function useSignUp() {
  const t = useAuthTexts()
  const client = useQueryClient()
  const sentence = useProblemText()
  const fieldProblems = useFieldProblems()
  const [draft, setDraft] = useState(keptDraft)
  const [errors, setErrors] = useState<Errors>({})
  const [general, setGeneral] = useState('')
  const [refusals, setRefusals] = useState(0)

  const consent = useQuery({
    queryKey: ['consent'],
    queryFn: ({ signal }) => call('consent', { signal }),
    staleTime: 10 * 60_000,
  })
  const age = ageOn(draft.birthDate)
  const needsGuardian = age !== null && age < GUARDIAN_AGE

  const change = (part: Partial<SignUpDraft>, ...fields: SignUpField[]) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepDraft(next)
    setErrors((old) => {
      const left = { ...old }
      for (const field of fields) delete left[field]
      return left
    })
  }

  const refuse = (error: unknown) => {
    const code = error instanceof ApiError ? error.problem.code : undefined
    const field = code && fieldOf[code]
    const found: Errors = field ? { [field]: sentence(error) } : (fieldProblems(error) as Errors)
    setErrors(found)
    setGeneral(Object.keys(found).length ? t('fix.some') : sentence(error))
    setRefusals((count) => count + 1)
    if (code === 'AUTH.CONSENT_OUTDATED') {
      setDraft({ ...draft, isConsentGiven: false, isGuardianConsentGiven: false })
      void consent.refetch()
    }
  }

  const send = useMutation({
    mutationFn: () =>
      call('signUp', {
        body: {
          login: draft.login,
          password: draft.password,
          fullName: draft.fullName,
          birthDate: draft.birthDate,
          unitId: draft.unitId ?? '',
          consentVersion: consent.data?.version ?? '',
          isConsentGiven: true,
          ...(needsGuardian ? { guardian: { fullName: draft.guardianName, isConsentGiven: true } } : {}),
        },
      }),
    onSuccess: ({ account }) => {
      keepDraft(emptyDraft)
      notify(t('signUp.welcome', { name: account.fullName }), { duration: 4000 })
      rememberAccount(client, account)
    },
    onError: refuse,
  })

  const submit = () => {
    const found = missing(draft, needsGuardian)
    setErrors(Object.fromEntries(Object.entries(found).map(([field, fix]) => [field, t(`fix.${fix}`)])))
    if (Object.keys(found).length > 0) {
      setGeneral(t('fix.some'))
      setRefusals((count) => count + 1)
      return
    }
    setGeneral('')
    send.mutate()
  }

  return { draft, change, errors, general, refusals, consent, age, needsGuardian, submit, isSending: send.isPending }
}
