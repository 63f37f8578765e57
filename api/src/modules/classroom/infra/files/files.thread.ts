import { serveThread } from '../../../../platform/threads/serve-thread.js'
import type { FileOrder } from './file-threads.js'

/**
 * What teachers send may be anything, and large tables take long: both are worked on in a thread of their own. It loads only what its
 * order needs.
 */
serveThread<FileOrder>(async (order) => {
  switch (order.kind) {
    case 'read': {
      const { readFile } = await import('./lesson-file.js')
      return { result: readFile(order.file, order.bytes) }
    }
    case 'read-workbook': {
      const { readWorkbook } = await import('./workbooks.js')
      return { result: await readWorkbook(order.bytes) }
    }
    case 'write-workbook': {
      const { workbookOf } = await import('./workbooks.js')
      const bytes = await workbookOf(order.sheets, order.at)
      return { result: bytes, transfer: [bytes.buffer as ArrayBuffer] }
    }
  }
})
