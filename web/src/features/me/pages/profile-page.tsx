import { Button, LinkButton, Page } from '@thiso/kit'
import History from 'lucide-react/icons/history'
import LogOut from 'lucide-react/icons/log-out'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useSession } from '../../../lib/session'
import { useSignOut } from '../../../lib/use-sign-out'
import { DataCard } from '../components/data-card'
import { DeviceList } from '../components/device-list'
import { PartLinks } from '../components/part-links'
import { PasswordForm } from '../components/password-form'
import { ProfileForm } from '../components/profile-form'
import { useMeTexts } from '../texts/use-me-texts'
import './me.css'

export default function ProfilePage() {
  const t = useMeTexts()
  const { account } = useSession()
  const { hash } = useLocation()
  const signOut = useSignOut(t('signedOut'))

  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' })
  }, [hash])

  if (!account) return null
  const takesPart = account.role === 'contestant' || account.role === 'teacher'
  return (
    <Page
      title={account.fullName}
      tabTitle={t('title')}
      lead={
        <>
          {t(`role.${account.role}`)}
          {account.unitName && `, ${account.unitName}`}
          <br />
          {t('login', { login: account.login })}
        </>
      }
    >
      <div className="me">
        <div className="me-quick">
          <LinkButton icon={History} to="/toi/lich-su">
            {t('history')}
          </LinkButton>
          {takesPart && <PartLinks />}
          <Button icon={LogOut} busy={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('signOut')}
          </Button>
        </div>
        <ProfileForm key={account.id} account={account} />
        <PasswordForm account={account} />
        <DeviceList />
        <DataCard />
      </div>
    </Page>
  )
}
