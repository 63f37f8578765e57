import type vi from './vi'

const en: typeof vi = {
  privacy: {
    title: 'Privacy',
    lead: 'What is kept about you, what for, for how long, and what your rights are.',
  },
  guide: {
    title: 'Guide for contestants',
    lead: 'Two minutes of reading, before the clock runs.',
  },
  toData: 'See and download my data',
  toHome: 'See the open round',
}

export default en
