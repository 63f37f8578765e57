import type { SameShape } from '../../text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  before: 'Before',
  after: 'After',
  title: 'What will change',
  nothing: 'Nothing has changed yet. Edit the settings above; every change shows here.',
  count_one: '{{count}} rule changes',
  count_other: '{{count}} rules change',
  public: 'Once approved, this is public on the page of the rules.',
  reason: 'Reason',
  reasonHint: 'At least 10 characters; public together with the change.',
  reasonShort: 'Write a reason of at least 10 characters.',
  noChange: 'No rule has changed yet.',
  send: 'Propose the amendment',
  done: 'Proposed; a second person must approve it.',
  pendingTitle: 'An amendment is waiting',
  pendingText: 'Only one waits at a time for a round or for the whole contest. Approve, reject or withdraw it first.',
  toPending: 'See the amendment',
  kept: 'Attempts that were started keep the rules before.',
}
