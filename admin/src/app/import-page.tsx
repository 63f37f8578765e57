import { ImportPage } from '../features/exchange/pages/import-page'
import { RowEditor } from '../features/items/editor/row-editor'

/** Rows of a file are corrected in the editor of the item bank; only the roof knows both parts. */
export default function ImportWithEditor() {
  return <ImportPage Editor={RowEditor} />
}
