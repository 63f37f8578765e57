import { DotLoader } from '@thiso/kit'
import { type ReactNode, useEffect, useRef } from 'react'

interface NoticeScreenProps {
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Something is going on that needs no act. */
  isBusy?: boolean
  urgent?: boolean
}

/** In place of the paper: one thing has happened, this is what it means and what to do. */
export function NoticeScreen({ title, children, actions, isBusy, urgent }: NoticeScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="at-notice">
      {isBusy && <DotLoader size={96} />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className="at-notice-text" role={urgent ? 'alert' : 'status'}>
        {children}
      </div>
      {actions && <div className="at-notice-actions">{actions}</div>}
    </div>
  )
}
