import type vi from './vi'

const en: typeof vi = {
  title: 'Rules',
  contents: 'Contents',
  current: 'Version {{version}}, published {{at}}',
  old: 'You are reading version {{version}}, which version {{current}} has replaced.',
  toCurrent: 'Read the one in use',
  download: 'Download {{format}}',
  about: 'About this version',
  hash: 'SHA-256 hash',
  hashHint: 'Whoever keeps it can check that the rules were not changed after they were published.',
  copyHash: 'Copy the hash',
  versions: 'Versions',
  version: 'Version {{version}}',
  reading: 'being read',
  inUse: 'in use',
  number: 'No. {{number}}',
  amendments: 'Amendments',
  amendmentsLead:
    'A change after somebody has taken part needs a reason and a second approver, and is made public here.',
  wholeContest: 'The whole contest',
  approvedAt: 'In effect since {{at}}',
  reason: 'Reason',
  setting: 'Rule',
  before: 'Before',
  after: 'After',
  approvers: 'Proposed by an {{proposer}}, approved by another {{approver}}.',
  role: { organizer: 'organizer', administrator: 'administrator' },
  amendmentsProblem: 'The amendments could not be loaded.',
  empty: 'The contest has not published its rules',
  backHome: 'To the contest',
}

export default en
