import { Button, Card, Logo, Page, Stack, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMutation } from '@tanstack/react-query'
import { useCommon } from '../../lib/common'
import { useProblemText } from '../../lib/problem'
import { type Account, useSetAccount } from '../../lib/session'
import { useShellText } from './use-shell-text'

/** A contestant who followed the wrong link: told kindly, with the way to their own door. */
export function ContestantDoor({ account }: { account: Account }) {
  const t = useShellText()
  const common = useCommon()
  const problemText = useProblemText()
  const setAccount = useSetAccount()
  const signOut = useMutation({
    mutationFn: () => call('signOut'),
    onSuccess: () => setAccount(null),
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })
  return (
    <main id="main" className="ad-door">
      <Page width="narrow" tabTitle={t('contestantTitle')}>
        <Stack gap={6}>
          <Logo size={40} />
          <Card tone="raised">
            <Stack>
              <h1>{t('contestantTitle')}</h1>
              <p>{t('contestantText', { role: common(`role.${account.role}`), name: account.fullName })}</p>
              <a className="ts-button ts-button-primary ts-button-block" href="/">
                <span>{t('toContest')}</span>
              </a>
              <Button variant="quiet" block busy={signOut.isPending} onClick={() => signOut.mutate()}>
                {t('otherAccount')}
              </Button>
            </Stack>
          </Card>
        </Stack>
      </Page>
    </main>
  )
}
