import type { scriptVi } from './script-vi'

export const scriptEn: typeof scriptVi = {
  lobby: [
    'Hello everybody. Take your phone and scan the QR code on the screen, or go to {{url}} and type {{pin}}.',
    'Who sees the own name up here is in. There are {{count}} of you now.',
  ],
  lobbyBell: [
    'Welcome to Ring the Golden Bell. Scan the QR code or type {{pin}} to get the number of your seat.',
    'The rule: a wrong answer, or none in time, and you leave the floor. The last one standing rings the golden bell.',
    'Keep your phone when you leave the floor: there will be a rescue round.',
    'There are {{count}} of you now. When the floor is quiet, I begin.',
  ],
  lobbyTeams: ['Each team plays on its members’ own phones. {{sum}}'],
  lobbyTeamDevice: [
    'One device for each team. After each question you have {{talk}} seconds to talk before answers open.',
  ],
  mean: 'A team’s points are the mean of its members’, so a large team gains nothing by its size.',
  sum: 'A team’s points are the sum of its members’.',
  section: ['Now comes the part “{{section}}”.'],
  lead: [
    'Item {{place}} of {{total}}. I read it out; look at the screen.',
    'You cannot answer yet: it opens for everybody at once.',
  ],
  leadTalk: ['Item {{place}} of {{total}}. Talk in your team, then one of you answers.'],
  running: ['The clock runs. Read carefully, then choose; a choice stays.'],
  runningBell: ['The clock runs. {{on}} of you stand on the floor.'],
  runningUnscored: ['This one brings no points, and no answer is right or wrong. Say what you think.'],
  paused: ['We stop for a moment. The clock stands; nobody loses a second.'],
  outage: [
    'The server was away for a moment. Keep your phones as they are; the clock stands, and answers already sent are safe.',
  ],
  locked: ['Time is up. Look at the screen, please.'],
  lockedBell: ['Time is up. Everybody on the floor: look at the screen. Who stays?'],
  revealed: [
    '{{right}} of the {{answered}} who answered were right.',
    'I read out the explanation, then ask one of you: why?',
  ],
  revealedFew: ['A hard one: {{right}} of {{answered}} were right. We spend more time on the explanation.'],
  revealedUnscored: ['This is what the class thinks. Who would like to say more?'],
  revealedBell: ['{{out}} of you leave the floor now, and {{on}} stay. Applause for those who leave.'],
  skipped: ['This item is left out: it counts for nobody.'],
  board: ['Here is the board. Right answers and points stand apart; equal ones share a place.'],
  boardBell: ['{{on}} of you stand on the floor.'],
  rescue: [
    'Only {{on}} are left on the floor. Time for a rescue: invite teachers or the audience, then call people back.',
  ],
  lastOne: ['One is left on the floor: {{name}}. Play another item, or ring the golden bell.'],
  nobody: ['Nobody is left on the floor. Those who fell together at the last item may be called back.'],
  podium: ['And now the podium. Third place… second… and first.', 'Your phones show what is worth studying again.'],
  ended: ['The lesson is over. Thank you, everybody.'],
  own: [
    'Everybody goes at their own pace until the time is over. Answers are shown after that.',
    '{{done}} of {{count}} are through.',
  ],
}
