import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { classes } from '../layout/classes'
import { Icon, type LucideIcon } from '../layout/Icon'

export interface Tab<Id extends string = string> {
  id: Id
  label: ReactNode
  icon?: LucideIcon
  /** A number or badge after the word. */
  extra?: ReactNode
  disabled?: boolean
}

export interface TabsProps<Id extends string = string> {
  label: string
  tabs: readonly Tab<Id>[]
  value: Id
  onChange: (id: Id) => void
  /** The panel of the chosen tab. */
  children?: ReactNode
  className?: string
}

export function Tabs<Id extends string = string>({ label, tabs, value, onChange, children, className }: TabsProps<Id>) {
  const base = useId()
  const list = useRef<HTMLDivElement>(null)

  const keyDown = (event: KeyboardEvent) => {
    const usable = tabs.filter((tab) => !tab.disabled)
    const at = usable.findIndex((tab) => tab.id === value)
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + usable.length,
      Home: 0,
      End: usable.length - 1,
    }
    const move = moves[event.key]
    const next = move === undefined ? undefined : usable[move % usable.length]
    if (!next) return
    event.preventDefault()
    onChange(next.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus()
  }

  return (
    <div className={classes('ts-tabs', className)}>
      <div className="ts-tabs-list" role="tablist" aria-label={label} ref={list} onKeyDown={keyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === value}
            aria-controls={children === undefined ? undefined : `${base}-panel`}
            tabIndex={tab.id === value ? 0 : -1}
            disabled={tab.disabled}
            onClick={() => onChange(tab.id)}
          >
            {tab.icon && <Icon of={tab.icon} />}
            <span>{tab.label}</span>
            {tab.extra !== undefined && <span className="ts-tabs-extra">{tab.extra}</span>}
          </button>
        ))}
      </div>
      {children !== undefined && (
        <div className="ts-tabs-panel" role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-tab-${value}`}>
          {children}
        </div>
      )}
    </div>
  )
}
