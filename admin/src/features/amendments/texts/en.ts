import type { SameShape } from '../../../lib/text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  title: 'Amendments',
  contest: 'Contest',
  lead: 'Once people have taken part, rules only change with a reason and the approval of a second organizer. Attempts keep the rules they were started under; what is approved is public, with roles and without names.',
  none: 'No amendment has been proposed',
  noneText: 'While nobody has taken part, change the contest or the round directly.',
  whole: 'The whole contest',
  states: { proposed: 'Waiting', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn' },
  reason: 'Reason: {{reason}}',
  proposed: 'Proposed by {{name}} at {{at}}',
  decided: 'Decided by {{name}} at {{at}}',
  version: 'Version {{version}} of the rules',
  approve: 'Approve',
  approveTitle: 'Approve the amendment?',
  approveText: 'The new rules hold at once for attempts started from now on, and are public with the reason.',
  approved: 'Approved.',
  reject: 'Reject',
  rejected: 'Rejected.',
  withdraw: 'Withdraw',
  withdrawn: 'Withdrawn.',
  own: 'You proposed it, so somebody else must decide.',
  propose: {
    title: 'Propose an amendment',
    lead: 'Choose what should change. Only one amendment waits for each.',
    round: 'Amend the rules of {{name}}',
    contest: 'Amend common rules and prizes',
  },
}
