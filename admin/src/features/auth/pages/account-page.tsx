import { Banner, Card, Page, Stack } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import { useSession } from '../../../lib/session'
import { DeviceList } from '../components/device-list'
import { PasswordForm } from '../components/password-form'
import { useAuthText } from '../use-auth-text'

export default function AccountPage() {
  const t = useAuthText()
  const common = useCommon()
  const { account } = useSession()
  if (!account) return null

  return (
    <Page title={t('account.title')} width="wide">
      <Stack gap={6}>
        {account.mustChangePassword && (
          <Banner tone="warn" title={t('account.mustChangeTitle')}>
            {t('account.mustChangeText')}
          </Banner>
        )}
        {!account.mustChangePassword && (
          <Card>
            <dl className="ad-facts">
              <dt>{t('account.fullName')}</dt>
              <dd>{account.fullName}</dd>
              <dt>{t('account.login')}</dt>
              <dd>{account.login}</dd>
              <dt>{t('account.role')}</dt>
              <dd>{common(`role.${account.role}`)}</dd>
            </dl>
          </Card>
        )}
        <PasswordForm account={account} />
        {!account.mustChangePassword && <DeviceList />}
      </Stack>
    </Page>
  )
}
