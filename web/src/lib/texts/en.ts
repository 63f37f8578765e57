import type vi from './vi'

const en: typeof vi = {
  loading: 'Loading',
  network: {
    offline: 'The server cannot be reached. Check the connection and try again; what was saved is safe.',
    timeout: 'The server took too long. The connection may be weak, try again; what was saved is safe.',
    unreadable: 'The answer did not come from this system. On a public Wi-Fi, sign in to the Wi-Fi first.',
  },
  unexpected: 'Something went wrong on this page. What was saved is safe; please reload.',
  problemTitle: 'This page could not be opened',
  retry: 'Try again',
  toHome: 'Home',
  unit: {
    label: 'Unit',
    hint: 'Your school, commune, ward or office. Typing without diacritics works too.',
    placeholder: 'Type the name of the unit',
  },
  topic: {
    concepts: 'Concepts of digital transformation',
    'national-policy': 'National policy',
    'digital-government': 'Digital government, public services',
    'digital-economy': 'Digital economy',
    'digital-society': 'Digital society',
    'cyber-safety': 'Safety online',
    'quang-nam': 'Digital transformation in Quảng Nam',
    'youth-union': 'The Youth Union and digital transformation',
  },
  roundState: {
    draft: 'In preparation',
    scheduled: 'Opens soon',
    open: 'Open now',
    closed: 'Closed',
  },
  board: {
    rank: 'Place',
    tied: 'Tied',
    you: 'You',
    points: 'points',
    right: 'right',
    timeUsed: 'in {{time}}',
    error: 'off by {{value}}',
    noPrediction: 'no prediction',
    drawn: 'draw: {{place}}',
    rankSaid: 'Place {{rank}}',
    rankTiedSaid: 'Place {{rank}}, tied',
  },
}

export default en
