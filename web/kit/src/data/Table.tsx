// biome-ignore-all lint/a11y/noRedundantRoles: a phone lays rows out as blocks, which takes the native roles away
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { EmptyState, ErrorState, Skeleton } from '../feedback/States'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'
import { Icon } from '../layout/Icon'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'

export interface Column<Row> {
  id: string
  header: ReactNode
  cell: (row: Row, index: number) => ReactNode
  /** Right-aligned tabular figures. */
  numeric?: boolean
  /** The cell that names the row: read out as its header, first line of its card on a phone. */
  rowHeader?: boolean
  sortable?: boolean
  /** Plain name of the column where `header` is not text. */
  name?: string
  width?: CSSProperties['width']
  /** Left out on narrow screens. */
  wideOnly?: boolean
}

export interface Sort {
  id: string
  direction: 'asc' | 'desc'
}

export interface TableProps<Row> {
  caption: ReactNode
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[] | undefined
  rowKey: (row: Row, index: number) => string
  loading?: boolean
  /** Rows of skeleton while loading. */
  expect?: number
  error?: ReactNode | boolean
  onRetry?: () => void
  empty?: ReactNode
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** On a phone each row becomes a card, or the table scrolls sideways. */
  narrow?: 'cards' | 'scroll'
  /** Highlighted: my own row, the one in the preview. */
  rowTone?: (row: Row) => 'mine' | 'muted' | 'bad' | undefined
  /** Arrow keys walk the rows, Enter opens one. */
  onOpen?: (row: Row) => void
  active?: string
  onActive?: (row: Row) => void
  /** Keeps the header in view inside a box of this height. */
  maxHeight?: number | string
  dense?: boolean
}

export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, loading, expect = 6, error, onRetry, empty, rowTone } = props
  const { narrow = 'cards', onOpen, active, onActive, maxHeight, dense } = props
  const kit = useKit()
  const walk = onOpen !== undefined || onActive !== undefined

  const keyDown = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget) return
    const line = event.currentTarget
    const to =
      event.key === 'ArrowDown' ? line.nextElementSibling : event.key === 'ArrowUp' ? line.previousElementSibling : null
    if (to instanceof HTMLElement) {
      event.preventDefault()
      to.focus()
    } else if (event.key === 'Enter' && onOpen) {
      event.preventDefault()
      onOpen(row)
    }
  }

  const shown = rows ?? []
  const focusKey = active ?? (shown[0] === undefined ? undefined : rowKey(shown[0], 0))
  const state = error ? (
    <ErrorState compact onRetry={onRetry}>
      {error === true ? undefined : error}
    </ErrorState>
  ) : !loading && shown.length === 0 ? (
    (empty ?? <EmptyState compact />)
  ) : null

  return (
    <div
      className={classes('ts-table-box', `ts-table-${narrow}`, dense && 'ts-table-dense')}
      style={{ maxHeight }}
      // A box that scrolls must be reachable without a mouse.
      {...(narrow === 'scroll' || maxHeight !== undefined
        ? { tabIndex: 0, role: 'region', 'aria-label': typeof caption === 'string' ? caption : undefined }
        : {})}
    >
      <table className="ts-table" role="table" aria-busy={loading || undefined}>
        <caption className={hideCaption ? 'ts-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {!state &&
            !loading &&
            shown.map((row, index) => {
              const key = rowKey(row, index)
              return (
                <tr
                  key={key}
                  role="row"
                  data-tone={rowTone?.(row)}
                  data-active={active === key || undefined}
                  data-walk={walk || undefined}
                  tabIndex={walk ? (key === focusKey ? 0 : -1) : undefined}
                  onFocus={onActive && ((event) => event.target === event.currentTarget && onActive(row))}
                  onClick={walk ? () => (onActive ?? onOpen)?.(row) : undefined}
                  onDoubleClick={onActive && onOpen ? () => onOpen(row) : undefined}
                  onKeyDown={walk ? (event) => keyDown(event, row) : undefined}
                >
                  {columns.map((column) => (
                    <BodyCell key={column.id} column={column}>
                      {column.cell(row, index)}
                    </BodyCell>
                  ))}
                </tr>
              )
            })}
          {!state &&
            loading &&
            Array.from({ length: expect }, (_, index) => `s${index}`).map((key) => (
              <tr key={key} role="row">
                {columns.map((column) => (
                  <BodyCell key={column.id} column={column}>
                    <Skeleton />
                  </BodyCell>
                ))}
              </tr>
            ))}
          {state && (
            <tr role="row" className="ts-table-state">
              <td role="cell" colSpan={columns.length}>
                {state}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <span className="ts-hidden" role="status">
        {loading ? kit('loading') : ''}
      </span>
    </div>
  )
}

const cellClass = <Row,>(column: Column<Row>) =>
  classes(column.numeric && 'ts-table-numeric', column.wideOnly && 'ts-table-wide') || undefined

function BodyCell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  // Under an empty heading stand buttons, which say themselves what they do.
  const label =
    column.header === '' ? undefined : (column.name ?? (typeof column.header === 'string' ? column.header : undefined))
  if (column.rowHeader) {
    return (
      <th scope="row" role="rowheader" className={cellClass(column)}>
        {children}
      </th>
    )
  }
  return (
    <td role="cell" className={cellClass(column)} data-label={label}>
      {children}
    </td>
  )
}

function HeadCell<Row>({ column, sort, onSort }: { column: Column<Row>; sort?: Sort; onSort?: (sort: Sort) => void }) {
  const kit = useKit()
  const direction = sort?.id === column.id ? sort.direction : undefined
  const name = column.name ?? (typeof column.header === 'string' ? column.header : '')
  return (
    <th
      scope="col"
      role="columnheader"
      className={cellClass(column)}
      style={{ width: column.width }}
      aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className="ts-table-sort"
          title={kit('sortBy', { name })}
          onClick={() => onSort({ id: column.id, direction: direction === 'asc' ? 'desc' : 'asc' })}
        >
          <span>{column.header}</span>
          <Icon of={direction === 'asc' ? ArrowUp : direction === 'desc' ? ArrowDown : ChevronsUpDown} size={16} />
        </button>
      ) : column.header === '' ? (
        <span className="ts-hidden">{name}</span>
      ) : (
        column.header
      )}
    </th>
  )
}
