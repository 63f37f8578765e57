import { useDesk } from './desk'
import { FormulaDialog } from './formula-dialog'
import { LinkDialog } from './link-dialog'
import { MediaDialog } from './media-dialog'
import { TableDialog } from './table-dialog'

/** What the formatting bar's buttons with a question open. */
export function ToolDialogs() {
  const { tool, openTool, command } = useDesk()
  const close = () => openTool(null)
  const insert = (html: string) => {
    close()
    // The dialog gives the focus back to what opened it first; then it is the field's.
    requestAnimationFrame(() => command('insertHTML', html))
  }
  const props = { onClose: close, onInsert: insert }
  switch (tool?.name) {
    case 'table':
      return <TableDialog {...props} />
    case 'link':
      return <LinkDialog {...props} />
    case 'formula':
      return <FormulaDialog {...props} />
    case 'media':
      return <MediaDialog {...props} file={tool.file} />
    default:
      return null
  }
}
