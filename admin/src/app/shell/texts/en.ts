import type { SameShape } from '../../../lib/text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  nav: 'Parts of the organizers’ panel',
  overview: 'Overview',
  contests: 'Contests',
  items: 'Questions',
  people: 'People',
  units: 'Units',
  audit: 'Audit log',
  account: 'Account',
  signOut: 'Sign out',
  contestantSite: 'Contestants’ site',
  signInAgain: 'Please sign in again',
  signInAgainText: 'Your session has ended. What you were typing on the page is still here.',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be old or mistyped. Nothing in the contests has changed.',
  toOverview: 'Back to the overview',
  crashTitle: 'This page failed',
  crashText: 'What was saved is safe. Reload the page; if it fails again, tell the administrator.',
  reload: 'Reload the page',
  sessionErrorTitle: 'Your account could not be checked',
  contestantTitle: 'This is the organizers’ door',
  contestantText:
    'You are signed in with a {{role}} account ({{name}}). This panel is for organizers only; your contest is on the main site.',
  toContest: 'Go to the contest',
  otherAccount: 'Sign in with another account',
}
