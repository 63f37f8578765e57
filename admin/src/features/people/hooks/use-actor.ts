import { useSession } from '../../../lib/session'

/**
 * Who is at work, also while the sign-in form stands over the page because the session has ended: what the page shows,
 * such as a password that is shown only once, must not go meanwhile.
 */
export function useActor() {
  const { account, endedAccount } = useSession()
  const actor = account ?? endedAccount
  return { actor, isAdministrator: actor?.role === 'administrator' }
}
