import type vi from './vi'

const en: typeof vi = {
  organizedBy: 'Organized by {{name}}',
  emptyTitle: 'No contest yet',
  emptyText: 'Once the organizers publish a contest, its dates and rules will stand here.',
  emptyAction: 'Create an account meanwhile',
  noRounds: 'The organizers have not published a round yet. Please come back later.',
  window: '{{from}} to {{to}}',
  facts: {
    items: 'Questions: {{count}}',
    time: '{{minutes}} minutes',
    attempts: 'Attempts: {{count}}',
  },
  countdown: {
    opens: 'Opens in',
    closes: 'Closes in',
    closed: 'Closed at {{at}}',
    preparing: 'The organizers are preparing this round.',
  },
  action: {
    enter: 'Take part',
    resume: 'Continue my attempt',
    again: 'Start my next attempt',
    result: 'See my result',
    rules: 'See the rules',
    look: 'See the round',
    remind: 'Remind me at {{at}}',
    remindDone: 'The reminder is downloaded. Open the file to add it to your calendar.',
    attemptsLeft: 'Attempts you have left: {{count}}.',
    attemptsGone: 'You have used all your attempts in this round.',
    running: 'Your attempt is running, the clock does not stop.',
    needAccount: 'No account yet?',
    signUp: 'Sign up in a minute',
  },
  reminder: {
    title: '{{round}} opens: {{contest}}',
    text: 'Take part at {{url}}',
  },
  rounds: 'Rounds',
  board: {
    title: 'Leaderboard',
    of: '{{round}}, people with a result: {{count}}',
    all: 'See the whole board',
    empty: 'Nobody is on the board yet. The first result will show here.',
    hidden: 'The board appears when the round has closed.',
    mine: 'My place',
    list: 'Those in the lead',
  },
  prizes: {
    title: 'Prizes',
    first: 'First prize',
    second: 'Second prize',
    third: 'Third prize',
    consolation: 'Consolation prize',
    count: 'Number: {{count}}',
  },
  about: 'About the contest',
  help: {
    title: 'Good to know',
    guide: 'How a round goes',
    privacy: 'What we keep about you',
  },
  staff: 'You are signed in as an organizer, who cannot take part.',
  staffLink: 'Open the organizers’ pages',
}

export default en
