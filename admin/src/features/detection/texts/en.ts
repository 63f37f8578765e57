import type { SameShape } from '../../../lib/text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  title: 'Signals',
  titleOf: 'Signals: {{round}}',
  round: 'Round',
  lead: 'Things that chance rarely makes, for somebody responsible to look at again.',
  notVerdict: 'A signal is not a verdict',
  notVerdictText:
    'A signal takes no points, voids no paper and punishes nobody. It only says how rare something is. People decide, in a case: with at least two families of signals, after the contestant was heard, and with a second person who agrees.',
  notYet: 'Nothing can be looked for yet',
  notYetText:
    'A search needs the keys, so it waits until the round has fully closed and every attempt has ended. Nothing is affected.',
  pastDay:
    'The signals of this round have reached their day of deletion, so there is no new search. Results and cases that were opened are not affected.',
  run: {
    title: 'Search',
    start: 'Look for signals',
    again: 'Search again',
    started: 'The search has begun. You may leave this page.',
    none: 'No search yet. The platform begins one by itself about a minute after the round has fully closed; you may begin one now.',
    byPlatform: 'Begun by the platform',
    by: 'Begun by {{name}}',
    state: { running: 'Running', done: 'Done', failed: 'Not finished', stopped: 'Broken off' },
    stage: { loading: 'Reading attempts: {{percent}}', searching: 'Comparing', storing: 'Writing' },
    failed: 'This search did not finish and has written nothing. It can be begun again.',
    figures: '{{attempts}} attempts, {{pairs}} pairs compared, {{signals}} signals',
    settings: 'To work it out again',
    settingsText: 'The same attempts, thresholds and version of the program give the same signals.',
    evidence: 'Fingerprint of the attempts (SHA-256)',
    code: 'Version',
    thresholds: 'Thresholds',
    earlier: 'Earlier searches',
  },
  keep: {
    title: 'Day of deletion',
    day: 'Signals that no case holds are deleted on {{day}}, {{days}} days after the results were published.',
    unpublished:
      'Signals that no case holds are deleted {{days}} days after the results are published; if they are not, on {{day}} at the latest.',
    deleted: '{{day}}: {{count}} signals deleted, {{kept}} kept because cases hold them.',
    watched: 'Each look at signals is written to the audit log. Contestants and units do not see this page.',
  },
  groups: {
    title: 'Groups of attempts with signals',
    none: 'No signal is beyond its threshold',
    noneText: 'That does not prove that nothing happened: see “What cannot be found” below.',
    strong: 'At least two families of signals',
    strongText: 'Only from here on may a case be opened.',
    single: 'One family of signals',
    singleText: 'One family is not enough for a case. Leave it, or wait whether another one joins it.',
    size_one: '{{count}} attempt',
    size_other: '{{count}} attempts',
    units: 'Units: {{units}}',
    noUnit: 'No unit given',
    families_one: '{{count}} family',
    families_other: '{{count}} families',
    open: 'Open the signal',
    toCases: 'To the cases of the round',
    more: 'Show {{count}} more groups',
  },
  family: {
    answers: 'Answers alike',
    times: 'Answering times',
    process: 'Course of the attempt',
    accounts: 'Accounts and devices',
    items: 'Items that may have leaked',
  },
  meaning: {
    answers: 'These papers are more alike than chance allows, wrong answers included.',
    times: 'The times are not those that people need to read the items.',
    process: 'Things happened during the paper that happen to few.',
    accounts: 'Several accounts hang together by devices, networks or nearly equal details.',
    items: 'This item became easier and quicker for those who came later.',
  },
  isNot: {
    title: 'What this does not say',
    answers:
      'Who copied from whom, or whether anybody did. One teacher, one faulty handout or one revision group make papers more alike too.',
    times:
      'That this person cheated. Being quick may come from good revision, from reading before tapping, or from a network that sends answers together.',
    process:
      'That this person looked things up. A phone that locks itself, a call or a poor network leave the same traces.',
    accounts:
      'That one person uses several accounts. A school’s computer room, an internet café or a family share computers and networks; that is normal.',
    items: 'Who leaked it. An item may become easier because people revise while the round is open.',
  },
  chance: {
    title: 'What chance would give',
    p: 'If everybody worked alone, something as strong or stronger would come up about once in {{count}} times.',
    pBeyond: 'If everybody worked alone, it would come up less than once in {{count}} times.',
    adjusted: 'With every comparison of this search counted: about 1 in {{count}}.',
    rate: 'Rate of false alarms at this threshold: at most {{rate}}.',
    noP: 'There is no figure for this; take it as a reminder.',
  },
  facts: {
    title: 'Figures',
    'same-answers':
      'The most similar pair shares {{shared}} items: {{rightMatches}} both right, {{wrongMatches}} both wrong in the same way.',
    'rapid-right':
      '{{rapid}} answers came faster than anybody reads, {{right}} of them right; guessing would give about {{expected}}.',
    'same-answers-and-times':
      'The most similar pair shares {{shared}} items: {{rightMatches}} both right, {{wrongMatches}} both wrong in the same way. Answers or times alone would not be rare enough; together they are.',
    'same-times-and-answers':
      'The two people’s times go up and down together, and their answers agree too: {{shared}} shared items, {{wrongMatches}} wrong in the same way.',
    'too-fast': '{{rapid}} of {{answered}} answers came faster than anybody reads.',
    'odd-pattern': '{{right}} of {{answered}} answers are right, but many easy items are wrong and hard ones right.',
    'odd-times': 'The times at {{timed}} items do not follow their lengths: slow at short ones, quick at long ones.',
    'uniform-times':
      'The times at {{timed}} items are nearly equal, {{meanSeconds}} seconds on average, though the items differ in length.',
    away: 'Away from the page {{times}} times, {{seconds}} seconds in all, {{share}} of the attempt.',
    'one-person': '{{size}} accounts have nearly the same name and birth date, and share a device or a network.',
    'shared-device': '{{size}} accounts have used {{devices}} devices one after the other.',
    'computer-room':
      '{{size}} people on one network within {{minutes}} minutes, most of one unit, each with a name and a birth date of their own: like a computer room.',
    'rapid-guessing':
      '{{attempts}} attempts have many quick answers that are right no more often than guesses: getting it over with, not a signal.',
    'leaked-item': 'The last people were right {{easier}} more often than expected, compared with the first.',
  },
  rooms: {
    title: 'Taken as normal',
    text: 'These share networks or devices, with an explanation; they are no signal about anybody.',
  },
  signal: {
    title: 'Signal: {{family}}',
    people: 'These attempts',
    person: 'Contestant',
    started: 'Started',
    score: 'Points',
    families: 'Families',
    attemptNo: 'attempt {{no}}',
    others_one: 'There is {{count}} other signal about these attempts.',
    others_other: 'There are {{count}} other signals about these attempts.',
    logged: 'This look has been written to the audit log.',
    close: 'Close',
  },
  items: {
    title: 'Items through the window of the round',
    lead: 'Each item’s answers are cut into quarters in the order in which people began. An item that gets out is answered right more often than expected, and quicker, by those who come later.',
    none: 'Too few people to compare',
    noneText: 'At least 120 people must have had the same item.',
    item: 'Item',
    easier: 'Easier',
    faster: 'Quicker',
    p: 'Chance',
    chart: 'By quarters',
    chartLabel: 'Item {{code}}: right {{right}}; expected {{expected}}',
    legendRight: 'Right',
    legendExpected: 'Expected of these people',
    maybeLeaked: 'May have leaked',
    show: 'Show',
    flagged: 'With a signal ({{count}})',
    all: 'All ({{count}})',
    analysis: 'Item analysis',
  },
  about: {
    title: 'How to read this page',
    lab: 'A school’s computer room is normal',
    labText:
      'Pupils of a school take part at the same hour, over one network, sometimes one after the other at the same computer. A shared network or computer is no signal by itself. Papers of one unit are more alike too, having had the same teachers, so that within a unit far more is asked for.',
    unseen: 'What cannot be found',
    unseenText:
      'Two papers drawn from a large bank share a few items only. Copying then gains little, and what there is of it cannot be seen in the answers. There the variety of papers is the defence. Somebody who lets another person work, or uses a second device, cannot be seen either.',
    overlap: 'How much two papers overlap stands on the page of the round',
  },
}
