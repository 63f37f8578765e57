import { qrPath } from '../../../platform/documents/qr-modules.js'
import type { SignedReceipt } from '../domain/receipt.js'

/** @param address at which the person has the platform open: there the code leads to */
export function presentReceiptCard({ receipt, line }: { receipt: SignedReceipt; line: string }, address: string) {
  const path = `/kiem-chung/bien-nhan#${line}`
  return { receipt, path, qr: qrPath(`${address}${path}`) }
}
