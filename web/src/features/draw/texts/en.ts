import type vi from './vi'

const en: typeof vi = {
  title: 'Draw',
  tabTitle: 'Draw: {{name}}',
  lead: {
    round:
      'A public draw decides the order of people who are equal in every criterion. Anybody can repeat and check it.',
    total:
      'A public draw decides the order of people who are equal in the total over the rounds. Anybody can repeat and check it.',
    units: 'A public draw decides among units that are equal for a collective prize. Anybody can repeat and check it.',
  },
  subject: { total: '{{name}}, total over the rounds', units: '{{name}}, collective prizes' },
  toRound: 'See the round',
  toRulebook: 'See the rules',
  state: {
    none: 'Not drawn yet',
    committed: 'Not drawn yet',
    named: 'Waiting for the number',
    entered: 'Waiting for a second person',
    drawn: 'The draw is done',
  },
  now: {
    title: 'Where it stands',
    round:
      'There is no list yet. After the results are made, if equal people remain, list and source are published here.',
    total:
      'There is no list yet. After the rounds are added up, if equal people remain, list and source are published here.',
    units:
      'There is no list yet. After every round has published results, if equal units remain, list and source are published here.',
    waits: 'The draw waits for {{source}}. The number comes at {{at}}; nobody knows the outcome before.',
    due: '{{source}} was due at {{at}}. The draw waits for the organizers to enter the number that it published.',
    entered: 'One person has entered the number of {{source}}. The draw waits for a second person to enter it again.',
    drawn: 'Drawn at {{at}} with the number of {{source}}.',
  },
  source: {
    beacon: 'round {{round}} of the beacon drand (quicknet)',
    lottery: '{{name}}, the first drawing from {{day}} on',
  },
  ties: {
    people: 'Who is equal',
    units: 'Which units are equal',
    leadPeople:
      'The list names nobody: each person is a code made of the own receipt. The order below is locked by the root L.',
    leadUnits: 'The units by each measure; the order below is locked by the root L.',
    rank: 'All on place {{rank}}',
    table: 'Table {{table}}, all on place {{rank}}',
    by: {
      participants: 'By number, all on place {{rank}}',
      rate: 'By rate, all on place {{rank}}',
      quality: 'By quality, all on place {{rank}}',
      formula: 'By the formula, all on place {{rank}}',
    },
    n: 'Line',
    code: 'Code',
    unit: 'Unit',
    order: 'Drawn as',
    waits: 'waits',
    none: 'Nobody on the list is equal to anybody.',
    more_other: 'Showing {{shown}} of {{count}} equal lines; the list to download has all.',
    list: 'Download the whole list ({{count}} lines)',
  },
  steps: 'Four steps',
  one: 'A secret is locked before anybody takes part',
  oneText: 'The server makes 32 secret bytes and publishes their hash C, so that they cannot be changed later.',
  noCommitment: 'Nothing was locked before somebody took part. The public randomness alone decides.',
  publishedAt: 'Published at {{at}}',
  two: 'List and source are published',
  twoText: 'The list of {{count}} lines is locked by its root L, together with a future moment: {{source}}.',
  twoLater: 'Not published yet.',
  three: 'The randomness is taken when it is due',
  threeWaits: 'There is no number yet: the draw waits for it.',
  threeText: 'Two people enter what the public source said; the server verifies the beacon’s signature.',
  four: 'The order comes out and the secret is opened',
  fourLater: 'After the third step, the secret and the seed show here.',
  name: {
    commitment: 'Commitment C',
    listRoot: 'Root of the list L',
    entry: 'Signature or numbers of the source',
    randomness: 'Randomness D',
    secret: 'Secret S',
    seed: 'Seed',
    scope: 'Id of the draw',
  },
  how: 'How to check it yourself',
  script:
    'The quick way: download a small file and, with Node.js 20 or newer, run the command below. It repeats every step and compares it with this page.',
  scriptFile: 'Download boc-tham.mjs',
  command: 'Command',
  byHand: 'Or work it out (VDRAW-1):',
  how1: 'SHA-256 of the byte 00, the text “vq-commit-v1”, the byte 00, the id of the draw, the byte 00 and S must be C.',
  how2: 'The Merkle tree of RFC 6962 over the lines of the list, one leaf a line without its line feed, must have the root L.',
  how3: 'D of the beacon is SHA-256 of the signature; any drand server tells the signature of the named round.',
  how4: 'The seed is SHA-256 of the byte 01, “vq-seed-v1”, the byte 00, the id of the draw, the byte 00, S, D and L in a row.',
  how5: 'For i from 0: swap line i with line i plus the remainder of SHA-256(i in four bytes, seed, i in four bytes) by the number of lines left. That is the drawn order.',
  how6: {
    people:
      'Your line: the first 20 digits of SHA-256 of “thiso-entry-v1”, the byte 00, the id of the draw, the byte 00 and the receipt code of your counted attempt; for a total, the receipt codes joined by full stops.',
    units:
      'Each unit has a line for every measure that a collective prize names; its code is the measure, a slash and the id of the unit.',
  },
}

export default en
