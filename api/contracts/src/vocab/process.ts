/**
 * What is noted about how a paper was taken. Nothing here decides anything by itself: screens go off, people answer the door, phones ring.
 *
 * From the page: left and returned (the page was hidden, and seen again), blurred and focused (another window had the keyboard while the
 * page could be seen), pasted, copied, full-screen-left, resized (by a quarter or more, without turning the phone). From the server: a
 * further device, a further network, a clock that goes wrong by a minute or more.
 */
export const PAGE_EVENT_KINDS = [
  'left',
  'returned',
  'blurred',
  'focused',
  'pasted',
  'copied',
  'full-screen-left',
  'resized',
] as const
export type PageEventKind = (typeof PAGE_EVENT_KINDS)[number]

export const PROCESS_EVENT_KINDS = [...PAGE_EVENT_KINDS, 'device-changed', 'network-changed', 'clock-offset'] as const
export type ProcessEventKind = (typeof PROCESS_EVENT_KINDS)[number]

/** What belongs to an event beside its kind and times; only what its kind needs. */
export interface ProcessDetail {
  /** The place that was on the screen; 0: the prediction; absent: none, as in the overview. */
  position?: number | undefined
  /** pasted, copied: how many characters; never which. */
  length?: number | undefined
  /** resized: the new area as a share of the one before, in percent. */
  percent?: number | undefined
  /** It came so many ms after it happened, as after a time without network; absent: under ten seconds. */
  lateMs?: number | undefined
  /** network-changed: the further network, shortened (AT-16); device-changed: a mark of the further device, meaningless elsewhere. */
  to?: string | undefined
  /** clock-offset: the device's clock is so many ms ahead of the server's (negative: behind). */
  offsetMs?: number | undefined
}

/** At most so many events are kept of an attempt; what comes after is not noted. */
export const PROCESS_EVENT_LIMIT = 300
/** At most so many go in one request. */
export const PROCESS_BATCH = 40
/** So many days after the results are public the events are deleted; at the latest so many after the round was to close. */
export const PROCESS_KEPT_DAYS = 90
export const PROCESS_KEPT_DAYS_UNPUBLISHED = 180

/** PE-7: the code that lies across the papers of an attempt: the first eight digits of its id, by which organizers find it. */
export function attemptMark(attemptId: string): string {
  const digits = attemptId.replaceAll('-', '').slice(0, 8).toUpperCase()
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}
