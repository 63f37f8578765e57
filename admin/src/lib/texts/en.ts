import { TOPIC_NAMES } from '@thiso/contracts/vocab'
import type { SameShape } from '../text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  panel: 'Organizers',
  save: 'Save',
  cancel: 'Cancel',
  none: 'None',
  retry: 'Try again',
  saved: 'Saved',
  vietnamese: 'Vietnamese',
  englishShort: 'EN, optional',
  englishLong: 'English, optional',
  required: 'This field cannot be empty.',
  leave: {
    title: 'Leave without saving?',
    text: 'The changes you just typed are not saved and will be lost when you leave.',
    leave: 'Leave, drop the changes',
    stay: 'Stay',
  },
  closeRound: {
    act: 'Close now',
    title: 'Close {{name}} now?',
    next: 'Go on closing',
    reading: 'Looking how many people are working…',
    nobody: 'Nobody is working on an attempt right now.',
    people_one:
      '{{shown}} person in progress will be stopped at once, at about {{at}}. The attempt is submitted with the answers saved so far.',
    people_other:
      '{{shown}} people in progress will be stopped at once, at about {{at}}. Their attempts are submitted with the answers saved so far.',
    unknown:
      'It is not known how many people are working; they will be stopped at once, at about {{at}}, with the answers saved so far.',
    planned: 'By schedule this round closes at {{closesAt}}.',
    final: 'A closed round cannot be opened again.',
    sureTitle: 'Really close {{name}}?',
    sureText: 'This is the last question. Type the name of the round to close it.',
    done: 'The round has closed.',
  },
  network: {
    offline: 'The server cannot be reached. What you typed is still here; check the connection and try again.',
    timeout: 'The server took too long to answer. What you typed is still here; try again in a few seconds.',
    unreadable: 'An odd answer came back, perhaps from the network in use. Try again or change networks.',
    unknown: 'Something unexpected happened. Reload the page and try again.',
  },
  topic: TOPIC_NAMES.en,
  level: {
    recall: 'Recall',
    understand: 'Understand',
    apply: 'Apply',
    'apply-high': 'Apply, higher',
  },
  itemState: { draft: 'Draft', in_review: 'In review', approved: 'Approved', retired: 'Retired' },
  roundState: { draft: 'Draft', scheduled: 'Scheduled', open: 'Open', closed: 'Closed' },
  attemptState: { in_progress: 'In progress', submitted: 'Submitted' },
  role: {
    administrator: 'Administrator',
    organizer: 'Organizer',
    teacher: 'Teacher',
    contestant: 'Contestant',
  },
  tier: { first: 'First prize', second: 'Second prize', third: 'Third prize', consolation: 'Consolation prize' },
  unitKind: {
    province: 'Province',
    district: 'District',
    commune: 'Commune',
    school: 'School',
    other: 'Other',
  },
  nameDisplay: {
    full: 'Full name',
    masked: 'Partly hidden name',
    code: 'Code only',
  },
  resultPolicy: {
    at_once: 'Right after submitting',
    after_close: 'After the round has closed',
    after_publish: 'When the organizers publish the results',
  },
}
