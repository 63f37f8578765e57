import type { SameShape } from '../../../lib/text'
import type { road as vi } from './road-vi'

export const road: SameShape<typeof vi> = {
  step: {
    move: { title: 'Set a new opening and closing time', text: '', act: 'Edit the times' },
    feed: { title: 'The banks cannot feed the blueprint yet', text: '', act: 'Edit the blueprint' },
    publish: { title: 'Look it over, rehearse, then publish', text: '', act: '' },
    wait: {
      title: 'Published and waiting to open',
      text: 'It opens by itself at {{opensAt}} and closes at {{closesAt}}. It can be edited until somebody starts.',
      act: '',
    },
    watch: { title: 'The round is open', text: 'It closes by itself at {{closesAt}}.', act: 'Live monitor' },
    resume: {
      title: 'The round is paused',
      text: 'Nobody can start and the clocks of all papers stand still until you let it go on.',
      act: 'Go to the clock to resume',
    },
    ending: {
      title: 'The round has closed: the last papers are coming in',
      text: 'Running papers are all marked by {{readyAt}}; then results can be made.',
      act: 'See the figures',
    },
    close: {
      title: 'The round has closed: make the results',
      text: 'All papers are in. This marks everything anew and keeps results that never change; nobody sees them until you publish.',
      act: 'Make the results',
    },
    rulings: {
      title: 'A ruling waits for a second person',
      text: 'A proposal about an item or a person is waiting. See who moves, then approve or reject it.',
      act: 'See the proposal',
    },
    draw: {
      title: 'Provisional results: some are equal, a draw is needed',
      text: 'Publish the list and the source of randomness first, then enter the numbers; anybody can check it.',
      act: 'Go to the draw',
    },
    publishResults: {
      title: 'Provisional results: look at the items, then publish',
      text: 'Correct doubtful keys before publishing; after it contestants have time to complain.',
      act: 'Go to the results to publish',
    },
    complaints: {
      title: 'Answer the complaints',
      text: 'The results are published. Complaints waiting for an answer: {{count}}.',
      act: 'Answer complaints',
    },
    prizes: {
      title: 'The results are published: award the prizes',
      text: 'Make the list, check identities, have two people sign, then publish and hand over.',
      act: 'Award prizes',
    },
  },
  part: {
    label: 'Pages of the round',
    waiting: '{{count}} waiting',
    monitor: { name: 'Live monitor', text: 'Who is working, what was submitted, incidents.' },
    figures: { name: 'Figures of the round', text: 'Attempts, people, by unit.' },
    clock: { name: 'Clock', text: 'Pause, extend, give back lost time.' },
    credit: { name: 'Clock', text: 'Give back lost time, before results are published.' },
    entrants: { name: 'List', text: 'Who may take part in this round.' },
    rehearsal: { name: 'Rehearsal', text: 'Try it with so many people: perfect papers, ties, load at opening.' },
    rulebook: { name: 'Rules', text: 'The rulebook of the contest, made from the settings.' },
    amend: { name: 'Amend the rules', text: 'A proposal with a reason, approved by a second person.' },
    standings: { name: 'Standings', text: 'Everybody in order, with files.' },
    results: { name: 'Results', text: 'Make, draw, rule, publish.' },
    complaints: { name: 'Complaints', text: 'What contestants filed, and the answers.' },
    cases: { name: 'Cases', text: 'Attempts to ask about: heard first, decided by two.' },
    winners: { name: 'Winners', text: 'The list of prizes, signatures, hand-over.' },
    signals: { name: 'Signals', text: 'Papers alike, odd speed, items that may have leaked.' },
    analysis: { name: 'Item analysis', text: 'Easy and hard items, doubtful keys.' },
  },
}
