import type { limits as vi } from './limits-vi'
import type { SameShape } from '../../../lib/text'

export const limits: SameShape<typeof vi> = {
  limits: {
    title: 'How much of the items gets known',
    lead: 'Optional. These settings are fixed once somebody has started.',
    days: 'Deal the items out to days',
    daysHint:
      'The pool is dealt into so many parts, one a day, in turns. Who takes part on the first day does not know the items of the next. 1 means one pool for all days.',
    daysSuffix: 'parts',
    cap: 'An item stands on at most',
    capHint: 'Of the papers of one day. Empty: no limit.',
    capSuffix: '% of the papers',
    used: 'Leave out items of earlier rounds',
    usedHint: 'Leaves out what earlier rounds of the contest have shown or may still show, and variants of it.',
    unfed: 'Dealt into {{days}} parts, some day lacks items',
    overCap: 'This limit cannot be kept',
    lacking: '{{topic}}, {{level}}: the leanest day has {{available}} items, {{needed}} are needed.',
    reusedLeft: '{{count}} items of earlier rounds are left out.',
    reusedThere: '{{count}} items of the pool were shown, or may still be shown, in an earlier round of this contest.',
    reusedList: 'Which items',
    reusedMore: 'and {{count}} more',
  },
  overlap: {
    title: 'How alike are two papers?',
    mean: 'Two papers of a day share',
    meanValue: '{{mean}} of {{all}} items on average ({{share}})',
    half: 'Two papers share half or more',
    rare: 'Rarely shared',
    rareValue: 'of 100 pairs of papers at most one shares {{count}} items or more',
    drawnTitle: 'How alike were the papers?',
    drawnMean: 'Any two papers shared',
    exposure: 'An item stood on',
    exposureValue: '{{least}} to {{most}} of the papers; {{never}} of {{pool}} items never came',
    papers: 'Papers',
    advice: {
      'pays-and-shows':
        'The papers are almost one: copying from each other pays, but leaves traces that comparing the answers after the round can find. Shuffle options, limit the time of each item and look closely at what the comparison finds.',
      'pays-and-hides':
        'Copying from each other still pays and is hard to find: papers share enough to help, but too little to compare. Add items so that two papers share less, or give everybody one long paper so that answers can be compared.',
      'does-not-pay':
        'The pool is wide: copying from each other is all but useless. In return, comparing answers finds nobody who copied; that papers differ is the defence.',
    },
    sight: {
      good: 'Comparing answers finds about half to four fifths of the pairs that copy three quarters of what they share.',
      poor: 'Comparing answers finds only about one seventh to one third of the pairs that copy three quarters of what they share.',
      none: 'With so few shared items, comparing answers finds next to no pair.',
    },
  },
}
