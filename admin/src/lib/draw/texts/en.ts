import type { SameShape } from '../../text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  title: {
    round: '2. Draw among equals',
    total: '2. Draw among equals',
    units: 'Draw among equal units',
  },
  notNeeded: {
    round: 'Nobody is equal in every criterion where the rules leave it to a draw.',
    total: 'Nobody is equal in every criterion where the rules leave it to a draw.',
    units: 'No unit is equal in every criterion and waits for a draw.',
  },
  before: {
    round: 'After the results are made, if equal people remain.',
    total: 'After the rounds are added up, if equal people remain.',
    units: 'After every round has published results, if equal units remain: before that the figures still change.',
  },
  needed_one: '{{count}} person shares a place. Publish the list together with a future source of randomness.',
  needed_other: '{{count}} people share places. Publish the list together with a future source of randomness.',
  neededUnits_one: '{{count}} unit waits. Publish the list together with a future source of randomness.',
  neededUnits_other:
    '{{count}} equal units wait for a prize. Publish the list together with a future source of randomness, or name further measures in the plan.',
  notListed_one:
    '{{count}} unit is equal to another and not on the list that was drawn. Name further measures in the plan.',
  notListed_other:
    '{{count}} equal units are not on the list that was drawn, because the plan was changed afterwards. Name further measures in the plan.',
  noCommitment: 'No secret was locked before people took part; the public page says so.',
  source: 'Source of randomness',
  beacon: 'Public beacon drand',
  beaconHint: 'Its signature can be checked by mathematics. Better this one.',
  lottery: 'A lottery',
  lotteryHint: 'Two people enter the numbers of the first drawing on or after the day.',
  at: 'Moment (in a minute at the earliest)',
  name: 'Name of the lottery',
  day: 'Day of the drawing',
  act: 'Publish list and source',
  named: 'The list is published.',
  confirmTitle: 'Publish list and source?',
  confirmText: {
    round:
      'The list (codes and places, no names) shows on the public page at once. After this step neither can be changed.',
    total:
      'The list (codes and places, no names) shows on the public page at once. After this step neither can be changed.',
    units:
      'The list of the units with their place by each measure shows on the public page at once. After this step neither can be changed.',
  },
  waits: 'The list of {{count}} people is published. Waiting for {{source}}, due at {{at}}.',
  waitsUnits: 'The list of {{count}} lines of the units is published. Waiting for {{source}}, due at {{at}}.',
  beaconRound: 'round {{round}} of the beacon',
  lotteryOf: '{{name}} of {{day}}',
  signature: 'Signature of round {{round}}',
  signatureHint: 'Copy the field “signature” from any drand server, such as api.drand.sh, chain quicknet.',
  numbers: 'The numbers of the drawing, with spaces between them',
  enter: 'Enter',
  entered: 'Recorded.',
  enteredBy: '{{name}} entered it. Another person enters it again to confirm.',
  ownEntry: 'You entered it. Ask another organizer to open this page and confirm.',
  confirm: 'Confirm and draw',
  confirmed: 'The draw is done.',
  done: 'Drawn at {{at}}. Everything needed to check it is on the public page.',
  public: 'Public page',
}
