import { Button, Dialog, NumberInput, Row, Stack } from '@thiso/kit'
import { useState } from 'react'
import { useDesk } from './desk'
import { ToolForm, type ToolDialogProps } from './tool-dialog'
import { useRichText } from './use-rich-text'

const MOST_ROWS = 20
const MOST_COLUMNS = 8

/** A new table; or, with the cursor in one, its rows and columns. */
export function TableDialog({ onClose, onInsert }: ToolDialogProps) {
  const t = useRichText()
  const { cell } = useDesk()
  const [at] = useState(cell)
  const [rows, setRows] = useState<number | null>(3)
  const [columns, setColumns] = useState<number | null>(2)
  if (at) return <ChangeTable at={at} onClose={onClose} />

  const submit = () => {
    if (!rows || !columns) return
    const line = (tag: 'th' | 'td') => `<tr>${`<${tag}><br></${tag}>`.repeat(columns)}</tr>`
    onInsert(`<table><tbody>${line('th')}${line('td').repeat(rows - 1)}</tbody></table><p><br></p>`)
  }
  return (
    <ToolForm title={t('tableDialog.title')} submit={t('insert')} onClose={onClose} onSubmit={submit}>
      <p className="ts-quiet-text">{t('tableDialog.hint')}</p>
      <NumberInput stepper label={t('tableDialog.rows')} min={1} max={MOST_ROWS} value={rows} onChange={setRows} />
      <NumberInput
        stepper
        label={t('tableDialog.columns')}
        min={1}
        max={MOST_COLUMNS}
        value={columns}
        onChange={setColumns}
      />
    </ToolForm>
  )
}

function ChangeTable({ at, onClose }: { at: HTMLTableCellElement; onClose: () => void }) {
  const t = useRichText()
  const { surface } = useDesk()
  const row = at.closest('tr')
  const table = at.closest('table')

  const change = (act: () => void) => () => {
    act()
    onClose()
    // Changed past the browser's editing, so the field is told by hand.
    surface?.element.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const blank = (like: Element) => {
    const made = document.createElement(like.tagName)
    made.append(document.createElement('br'))
    return made
  }
  const addRow = () => {
    if (!row) return
    const added = document.createElement('tr')
    added.append(...[...row.cells].map(() => blank(document.createElement('td'))))
    row.after(added)
  }
  const addColumn = () => {
    for (const line of table?.rows ?? []) {
      const beside = line.cells[at.cellIndex] ?? line.cells[line.cells.length - 1]
      beside?.after(blank(beside))
    }
  }
  const dropRow = () => {
    if ((table?.rows.length ?? 0) > 1) row?.remove()
    else table?.remove()
  }
  const dropColumn = () => {
    const index = at.cellIndex
    if ((row?.cells.length ?? 0) > 1) for (const line of table?.rows ?? []) line.cells[index]?.remove()
    else table?.remove()
  }
  return (
    <Dialog
      open
      size="small"
      title={t('tableDialog.change')}
      onClose={onClose}
      actions={
        <Button variant="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      }
    >
      <Stack gap={3}>
        <Row gap={2}>
          <Button onClick={change(addRow)}>{t('tableDialog.addRow')}</Button>
          <Button onClick={change(addColumn)}>{t('tableDialog.addColumn')}</Button>
        </Row>
        <Row gap={2}>
          <Button onClick={change(dropRow)}>{t('tableDialog.dropRow')}</Button>
          <Button onClick={change(dropColumn)}>{t('tableDialog.dropColumn')}</Button>
        </Row>
      </Stack>
    </Dialog>
  )
}
