import type { PaperData } from './calls'

/** A paper as this device keeps it. */
export interface KeptPaper {
  paper: PaperData
  /** How far the server's clock was ahead of the device's. */
  skewMs: number
}
