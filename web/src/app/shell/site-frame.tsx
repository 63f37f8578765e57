import { AppShell, Banner, LinkButton, Logo, NavItem } from '@thiso/kit'
import { Link, useLocation } from 'react-router'
import { useSession } from '../../lib/session'
import { useAppTexts } from '../texts/use-app-texts'
import { HeaderTools } from './header-tools'
import { PageOutlet } from './page-outlet'
import { SiteFooter } from './site-footer'

export function SiteFrame() {
  const t = useAppTexts()
  const { account } = useSession()
  const { pathname } = useLocation()
  const mustChange = account?.mustChangePassword && pathname !== '/toi'
  return (
    <AppShell
      brand={
        <Link to="/" className="app-brand" aria-label={t('toHome')}>
          <Logo />
        </Link>
      }
      nav={
        <>
          <NavItem to="/" end>
            {t('home')}
          </NavItem>
          <NavItem to="/luyen-tap">{t('practice')}</NavItem>
          <NavItem to="/lop">{t('joinClass')}</NavItem>
          <NavItem to="/huong-dan">{t('guide')}</NavItem>
        </>
      }
      navLabel={t('menu')}
      tools={<HeaderTools />}
      notice={
        mustChange && (
          <Banner
            bar
            tone="warn"
            action={
              <LinkButton size="small" to="/toi#mat-khau">
                {t('changePassword')}
              </LinkButton>
            }
          >
            {t('mustChangePassword')}
          </Banner>
        )
      }
      footer={<SiteFooter />}
    >
      <PageOutlet />
    </AppShell>
  )
}
