/**
 * HC-4: the tables that only grow. The API's role may read them and add rows, nothing else (platform/db/rights.ts takes the rights away at
 * every start), and triggers refuse changes of whoever has more rights. A table with a trigger `…_append_only` belongs in here; a guard
 * compares and tries.
 */
export const APPEND_ONLY = [
  'response_event',
  'place_opening',
  'audit_entry',
  'audit_link',
  'result_row',
  'results_note',
  'round_commitment',
  'log_checkpoint',
  'signing_key',
  'case_act',
  'case_view',
]
