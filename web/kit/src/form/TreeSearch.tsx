// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: the combobox pattern is a list of options
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the input, aria-activedescendant moves
// biome-ignore-all lint/a11y/noStaticElementInteractions: only hears the focus leave
import Check from 'lucide-react/icons/check'
import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { IconButton } from '../action/Button'
import { useKit } from '../i18n/setup'
import { Icon } from '../layout/Icon'
import { fold } from '../text/fold'
import { Field, type FieldProps } from './Field'
import { rankNodes } from './rank-nodes'

export interface TreeNode {
  id: string
  name: string
  /** The names above it, from the root: 'Sở Giáo dục và Đào tạo › Xã Mường Than'. */
  path: string
  /** fold(name) or fold(`${name} ${path}`), made once where the list is made. */
  folded: string
}

export interface TreeSearchProps<N extends TreeNode = TreeNode> extends FieldProps {
  nodes: readonly N[]
  value: string | null
  onChange: (node: N | null) => void
  placeholder?: string
  loading?: boolean
  disabled?: boolean
  /** Matches drawn at once; the rest are counted in a line below. */
  limit?: number
  /** Stands under "no match": a way out such as "Trường em chưa có trong danh sách". */
  none?: ReactNode
}

export function TreeSearch<N extends TreeNode = TreeNode>(props: TreeSearchProps<N>) {
  const { nodes, value, onChange, placeholder, loading, disabled, limit = 40, none, ...field } = props
  const kit = useKit()
  const listId = useId()
  const chosen = useMemo(() => nodes.find((node) => node.id === value) ?? null, [nodes, value])
  const [text, setText] = useState('')
  const [typing, setTyping] = useState(false)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)

  const typed = typing ? fold(text) : ''
  const query = useDeferredValue(typed)
  const found = useMemo(() => (open ? rankNodes(nodes, query) : []), [nodes, query, open])
  const shown = found.slice(0, limit)
  const active = open ? shown[at] : undefined

  useEffect(() => {
    if (open) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at, open])

  const show = () => {
    if (open || disabled) return
    // On a phone the keyboard takes the lower half: the field goes up so that its list has room.
    if (window.innerWidth < 640) input.current?.closest('.ts-field')?.scrollIntoView({ block: 'start' })
    setAt(
      Math.max(
        0,
        typing || !value
          ? 0
          : rankNodes(nodes, '')
              .slice(0, limit)
              .findIndex((node) => node.id === value),
      ),
    )
    setOpen(true)
  }
  const shut = () => {
    setOpen(false)
    setTyping(false)
  }
  const choose = (node: N) => {
    onChange(node)
    shut()
  }

  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = shown.length - 1
    const moves: Record<string, number> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }
    const next = moves[event.key]
    if (next !== undefined) {
      event.preventDefault()
      if (open) setAt(Math.max(0, next))
      else show()
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      // The list may still show what was typed before: on a slow phone the answer would be somebody else's unit.
      const meant = query === typed ? active : rankNodes(nodes, typed)[0]
      if (meant) choose(meant)
    } else if (event.key === 'Escape' && open) {
      // Inside a dialog the first Escape belongs to the list.
      event.preventDefault()
      event.stopPropagation()
      shut()
    }
  }

  return (
    <Field {...field}>
      {(wiring) => (
        <div className="ts-tree" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && shut()}>
          <span className="ts-control ts-control-search">
            <Icon of={Search} className="ts-control-lead" />
            <input
              {...wiring}
              ref={input}
              className="ts-input"
              role="combobox"
              aria-expanded={open}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              enterKeyHint="done"
              disabled={disabled}
              placeholder={loading ? kit('loading') : placeholder}
              value={typing ? text : (chosen?.name ?? '')}
              onClick={show}
              onFocus={(event) => event.currentTarget.select()}
              onKeyDown={keyDown}
              onChange={(event) => {
                setText(event.target.value)
                setTyping(true)
                setAt(0)
                setOpen(true)
              }}
            />
            {(chosen || text) && !disabled && (typing || chosen) && (
              <span className="ts-control-suffix">
                <IconButton
                  icon={X}
                  iconSize={18}
                  label={kit('clear')}
                  onClick={() => {
                    setText('')
                    shut()
                    if (chosen) onChange(null)
                    input.current?.focus()
                  }}
                />
              </span>
            )}
          </span>
          {chosen && !typing && chosen.path && <div className="ts-tree-chosen">{chosen.path}</div>}
          <div className="ts-tree-pop" hidden={!open} onMouseDown={(event) => event.preventDefault()}>
            <ul
              ref={list}
              id={listId}
              role="listbox"
              aria-label={typeof field.label === 'string' ? field.label : undefined}
            >
              {shown.map((node, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox that owns the list
                <li
                  key={node.id}
                  id={`${listId}-${node.id}`}
                  role="option"
                  aria-selected={node.id === value}
                  data-active={index === at || undefined}
                  onClick={() => choose(node)}
                >
                  <span className="ts-tree-name">{node.name}</span>
                  {node.path && <span className="ts-tree-path">{node.path}</span>}
                  {node.id === value && <Icon of={Check} size={18} className="ts-tree-check" />}
                </li>
              ))}
            </ul>
            {found.length === 0 && (
              <div className="ts-tree-note">
                {loading ? kit('loading') : kit('treeNone')}
                {!loading && none}
              </div>
            )}
            {found.length > limit && (
              <div className="ts-tree-note">{kit('treeMore', { count: found.length - limit })}</div>
            )}
          </div>
          <span className="ts-hidden" role="status">
            {open && typing ? kit('treeFound', { count: found.length }) : ''}
          </span>
        </div>
      )}
    </Field>
  )
}
