import type vi from './vi'

const en: typeof vi = {
  title: 'Practice',
  lead: 'One question at a time, with the answer and the reason at once. Mistakes come back until you remember.',
  back: 'Practice',
  part: {
    all: 'All topics',
    due: 'Repetition',
  },
  welcome: {
    title: 'How practice works',
    one: 'After each question you see the right answer, the explanation and the source.',
    two: 'A mistake comes back after minutes, a right answer after days, and less and less often as you remember.',
    three:
      'Nothing counts for the contest or the ranking. Questions of a round that is open or coming do not appear here.',
    needAccount: 'Sign in, so that the system can remember what you should repeat.',
    signIn: 'Sign in to practise',
    signUp: 'Create an account',
  },
  now: {
    due_one: '{{count}} question to repeat',
    due_other: '{{count}} questions to repeat',
    dueText: 'Repeating now makes them last.',
    dueAction: 'Repeat now',
    none: 'Nothing to repeat right now',
    noneText: 'Learn something new, a little of each topic.',
    doneText: 'You have been through everything for today. What needs repeating comes back in time.',
    action: 'New questions',
    mixed: 'All topics',
  },
  topics: {
    title: 'Eight topics',
    hint: 'Filled dot: known. Diamond: to be repeated. Hollow dot: not met yet.',
    road: '{{topic}}: {{known}} known, {{seen}} met of {{total}} questions',
    known: '{{known}} of {{total}} known',
    right: '{{share}} answered right',
    due_one: '{{count}} to repeat',
    due_other: '{{count}} to repeat',
    none: 'No questions open for practice',
  },
  embargo: {
    some_one:
      '{{count}} question is locked for now, because a round that is open or coming uses it. It is back when the round has closed.',
    some_other:
      '{{count}} questions are locked for now, because a round that is open or coming uses them. They are back when the round has closed.',
  },
  nothing: {
    embargoed: 'The questions are locked for now',
    embargoedText:
      'All of them belong to a round that is open or coming, so they cannot be practised yet. They are back as soon as the round has closed.',
    closed: 'No questions open for practice yet',
    closedText: 'The organizers have not opened a question bank for practice. Please come back later.',
    topicClosed: 'This topic has no questions to practise yet',
    topicClosedText: 'They may belong to a round that is open or coming. Please choose another topic.',
    toHome: 'Home',
  },
  sitting: {
    number: 'Question {{number}}',
    repeat: 'Repetition',
    path: 'This sitting: {{count}} answered, {{right}} right',
    count_one: '{{count}} question, {{right}} right',
    count_other: '{{count}} questions, {{right}} right',
    answer: 'Answer',
    unknown: 'I don’t know',
    choose: 'Answer first, or press “I don’t know” to see the right answer.',
    waiting: 'Not sent yet. The answer is kept on this device and goes out by itself.',
    resend: 'Send now',
    next: 'Next question',
    another: 'Take another question',
  },
  verdict: {
    right: 'Right',
    partly: 'Partly right',
    wrong: 'Not right',
    blank: 'Now you know',
  },
  comesBack: {
    it: {
      minutes_one: 'This question comes back in {{count}} minute.',
      minutes_other: 'This question comes back in {{count}} minutes.',
      tomorrow: 'This question comes back tomorrow.',
      days_one: 'This question comes back in {{count}} day.',
      days_other: 'This question comes back in {{count}} days.',
      months_one: 'This question comes back in about {{count}} month.',
      months_other: 'This question comes back in about {{count}} months.',
    },
    mistake: {
      minutes_one: 'A mistake comes back: this one in {{count}} minute.',
      minutes_other: 'A mistake comes back: this one in {{count}} minutes.',
      tomorrow: 'A mistake comes back: this one tomorrow.',
      days_one: 'A mistake comes back: this one in {{count}} day.',
      days_other: 'A mistake comes back: this one in {{count}} days.',
      months_one: 'A mistake comes back: this one in about {{count}} month.',
      months_other: 'A mistake comes back: this one in about {{count}} months.',
    },
  },
  finished: {
    due: 'Everything due has been repeated',
    dueText: 'Take a break if you like. What needs repeating comes back in time.',
    topic: 'You have been through this topic',
    topicText: 'There is nothing left here for today. What needs repeating comes back in time.',
    all: 'You have been through everything for today',
    allText: 'There is nothing left for today. What needs repeating comes back in time.',
    summary_one: 'This sitting: {{count}} question, {{right}} right.',
    summary_other: 'This sitting: {{count}} questions, {{right}} right.',
    goOn: 'New questions',
    toTopics: 'To the topics',
  },
}

export default en
