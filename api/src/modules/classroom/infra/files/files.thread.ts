import { serveThread } from '../../../../platform/threads/serve-thread.js'
import { readFile } from './lesson-file.js'
import { readWorkbook, workbookOf } from './workbooks.js'
import type { FileOrder } from './file-threads.js'

/** What teachers send may be anything, and large tables take long: both are worked on in a thread of their own. */
serveThread<FileOrder>(async (order) => {
  switch (order.kind) {
    case 'read':
      return { result: readFile(order.file, order.bytes) }
    case 'read-workbook':
      return { result: await readWorkbook(order.bytes) }
    case 'write-workbook': {
      const bytes = await workbookOf(order.sheets, order.at)
      return { result: bytes, transfer: [bytes.buffer as ArrayBuffer] }
    }
  }
})
