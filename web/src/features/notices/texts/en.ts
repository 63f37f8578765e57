import type vi from './vi'

const en: typeof vi = {
  title: 'Notices',
  lead: 'What the platform tells you personally.',
  empty: 'No notices yet',
  emptyText: 'When something changes about your attempts, results or prizes, it is told here.',
  toHome: 'To the home page',
  list: 'Notices, the newest first',
  unread: 'New',
  open: 'Open',
  openNamed: 'Open: {{sentence}}',
  pages: 'Pages of notices',
  sentence: {
    'clock-credit':
      '{{round}}: you get {{time}} more to make up for a fault of the platform. What you have answered is all there.',
    'attempt-added': '{{round}}: an outage cut your attempt off, so you may take one more.',
    'round-paused':
      '{{round}} is paused. What you have answered is safe, and the pause is not counted against your time.',
    'round-resumed': '{{round}} goes on. It closes at {{at}}.',
    'round-extended': '{{round}} is extended until {{at}}.',
    'rules-amended':
      '{{round}}: the rules were amended. Reason: {{reason}} An attempt that began before keeps the earlier rules.',
    'result-moved': '{{round}}: results were counted again; you moved from rank {{before}} to rank {{after}}.',
    'result-stays': '{{round}}: results were counted again; you keep rank {{after}}.',
    'result-gained': '{{round}}: results were counted again; you now have rank {{after}}.',
    'result-lost': '{{round}}: results were counted again; you are no longer ranked (before: rank {{before}}).',
    'result-scored': '{{round}}: your result was counted again.',
    'points-moved': 'Your points went from {{before}} to {{after}}.',
    'points-stay': 'Your points stay: {{after}}.',
    'result-reason': 'Reason: {{reason}}',
    'case-hearing':
      '{{round}}: the organizers would like to hear from you about your attempt. Nothing has been decided. Please look and answer before {{at}}.',
    'case-decided': '{{round}}: the case about your attempt has been decided.',
    'case-decided-until': '{{round}}: the case about your attempt has been decided. You can appeal until {{at}}.',
    'case-appeal-answered': '{{round}}: your appeal has been answered.',
    'complaint-answered': '{{round}}: your complaint has been answered.',
    'prize-identity-needed':
      '{{contest}}: you are proposed for {{tier}}. Please confirm who you are so that the organizers can award it.',
    'prize-identity-needed-until':
      '{{contest}}: you are proposed for {{tier}}. Please confirm who you are before {{at}} so that the organizers can award it.',
    'prize-confirmed': '{{contest}}: your award of {{tier}} is confirmed. Congratulations!',
    'prize-moved': '{{contest}}: your prize changed from {{before}} to {{after}}.',
    'prize-lost': '{{contest}}: you no longer have {{before}}.',
    'certificate-withdrawn': '{{contest}}: your certificate of {{before}} was withdrawn; the prize stays yours.',
    qualified: 'You passed {{fromRound}} and may take part in {{round}}.',
    'item-ruled':
      'Item {{code}}, which you wrote: {{held}} in {{round}}. Reason: {{reason}} Correct it in the bank before it is used again.',
    'new-device':
      'Your account was signed in on a new device: {{device}}. If that was not you, open your profile, sign that device out and change your password.',
  },
  ruling: {
    key: 'its key was changed',
    'also-right': 'a further answer was accepted as right',
    strike: 'it was struck out',
    'all-right': 'it was counted as right for everybody',
  },
  tier: {
    first: 'first prize',
    second: 'second prize',
    third: 'third prize',
    consolation: 'a consolation prize',
  },
}

export default en
