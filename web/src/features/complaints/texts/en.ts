import type vi from './vi'

const en: typeof vi = {
  title: 'Complaint',
  lead: 'If you think that an item or the whole result is wrong, say so here within the time that the rules give.',
  notYet: 'Complaints are not taken yet',
  notYetText: 'They are taken once the organizers have published the results.',
  until: 'Taken until {{at}}.',
  over: 'The time for complaints ended at {{at}}.',
  form: {
    title: 'File a complaint',
    about: 'About what?',
    whole: 'The whole result',
    place: 'Item {{position}}',
    placeOf: 'Item {{position}}: {{words}}',
    text: 'What do you think is wrong?',
    hint: '10 to 2,000 characters. Name your grounds if you have any. No id or phone numbers, please.',
    send: 'Send',
    sent: 'Your complaint was sent.',
  },
  mine: {
    title: 'Your complaints',
    lead: 'All complaints that you filed, and the answers.',
    none: 'You have filed none',
  },
  noneText: 'Open the result of an attempt and choose “Complaint” to file one.',
  toHistory: 'See my attempts',
  toResult: 'Back to the result',
  filedAt: 'Filed at {{at}}',
  decidedAt: 'Answered at {{at}}',
  outcome: 'The organizers’ answer',
  ruling: {
    key: 'The key of the item was changed; everybody was marked again.',
    'also-right': 'A further answer to this item is accepted.',
    strike: 'This item was struck out and counts for nobody.',
    'all-right': 'This item is right for everybody.',
    exclude: 'The result of a contestant was looked at again.',
    reinstate: 'A contestant is ranked again.',
  },
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw this complaint?',
  withdrawText: 'The organizers will not look at it any more. While there is time you can file another one.',
  withdrawn: 'Withdrawn.',
  state: {
    filed: 'Filed, waiting',
    'in-review': 'Being looked at',
    upheld: 'Upheld',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
  },
}

export default en
