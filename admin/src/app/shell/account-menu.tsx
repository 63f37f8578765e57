import { Icon, NavItem, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMutation } from '@tanstack/react-query'
import CircleUser from 'lucide-react/icons/circle-user-round'
import House from 'lucide-react/icons/house'
import LogOut from 'lucide-react/icons/log-out'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useCommon } from '../../lib/common'
import { useProblemText } from '../../lib/problem'
import { type Account, useSetAccount } from '../../lib/session'
import { Switches } from './switches'
import { useShellText } from './use-shell-text'

export function AccountMenu({ account }: { account: Account }) {
  const t = useShellText()
  const common = useCommon()
  const problemText = useProblemText()
  const setAccount = useSetAccount()
  const { key } = useLocation()
  const menu = useRef<HTMLDetailsElement>(null)
  const signOut = useMutation({
    mutationFn: () => call('signOut'),
    onSuccess: () => setAccount(null),
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of page closes the menu
  useEffect(() => menu.current?.removeAttribute('open'), [key])

  useEffect(() => {
    const shut = (event: Event) => {
      const box = menu.current
      if (!box?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        box.querySelector('summary')?.focus()
      } else if (event.target instanceof Node && box.contains(event.target)) return
      box.open = false
    }
    document.addEventListener('pointerdown', shut)
    document.addEventListener('keydown', shut)
    return () => {
      document.removeEventListener('pointerdown', shut)
      document.removeEventListener('keydown', shut)
    }
  }, [])

  return (
    <details className="ad-account" ref={menu}>
      <summary aria-label={`${t('account')}: ${account.fullName}`}>
        <Icon of={CircleUser} size={22} />
        <span className="ad-account-name">{account.fullName}</span>
      </summary>
      <div className="ad-account-menu">
        <p>
          <strong>{account.fullName}</strong>
          <br />
          <span className="ts-quiet-text ts-small">
            {common(`role.${account.role}`)} · {account.login}
          </span>
        </p>
        <Switches />
        <NavItem to="/tai-khoan" icon={CircleUser}>
          {t('account')}
        </NavItem>
        <a className="ts-nav-item" href="/">
          <Icon of={House} />
          <span>{t('contestantSite')}</span>
        </a>
        <button
          type="button"
          className="ts-nav-item ad-sign-out"
          aria-disabled={signOut.isPending || undefined}
          onClick={() => {
            if (!signOut.isPending) signOut.mutate()
          }}
        >
          <Icon of={LogOut} />
          <span>{t('signOut')}</span>
        </button>
      </div>
    </details>
  )
}
