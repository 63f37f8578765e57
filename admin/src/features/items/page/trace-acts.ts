import type { AuditAct } from '@thiso/contracts/vocab'

/** Every act on an item that this page has words for. */
export const TRACE_ACTS = [
  'item.created',
  'item.updated',
  'item.state_changed',
  'item.key_read',
  'item.keys_read',
  'item.citation_confirmed',
  'items.bulk_edited',
  'items.bulk_edit_undone',
] as const satisfies readonly AuditAct[]

export type TraceAct = (typeof TRACE_ACTS)[number]

export const isTraceAct = (text: string): text is TraceAct => TRACE_ACTS.some((act) => act === text)
