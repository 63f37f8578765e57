import { LocaleSwitch, Logo } from '@thiso/kit'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useLibTexts } from '../../../lib/texts/use-lib-texts'
import './lesson-frame.css'

interface LessonFrameProps {
  /** For the browser's tab. */
  title: string
  /** Instead of the mark and the switch of the language: where one is in the lesson. */
  head?: ReactNode
  /** What the thumb reaches. */
  dock?: ReactNode
  children: ReactNode
}

/** One thing a screen: where one is on top, the action at the bottom, nothing else to tap by accident. */
export function LessonFrame({ title, head, dock, children }: LessonFrameProps) {
  const t = useLibTexts()
  return (
    <div className="ls-frame">
      <title>{`${title} · Thi Số`}</title>
      <header className="ls-head">
        {head ?? (
          <>
            <Link to="/" className="app-brand" aria-label={`Thi Số, ${t('toHome')}`}>
              <Logo />
            </Link>
            <LocaleSwitch />
          </>
        )}
      </header>
      <div className="ls-body">{children}</div>
      {dock && <div className="ls-dock">{dock}</div>}
    </div>
  )
}
