import { useMutation, useQueryClient } from '@tanstack/react-query'
import { notify } from '@thiso/kit'
import { ApiError, call } from '@thiso/kit/api/client'
import { useNavigate } from 'react-router'
import { useProblemText } from './problem'
import { rememberAccount } from './session'

/** Ends the session here and goes home; `said` is the sentence that confirms it. */
export function useSignOut(said: string) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const sentence = useProblemText()
  const gone = () => {
    navigate('/')
    rememberAccount(client, null)
    notify(said)
  }
  return useMutation({
    mutationFn: () => call('signOut'),
    onSuccess: gone,
    onError: (error) => {
      // A session that had already ended is what was asked for.
      if (error instanceof ApiError && error.problem.status === 401) gone()
      else notify(sentence(error), { tone: 'bad' })
    },
  })
}
