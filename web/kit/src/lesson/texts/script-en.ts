import type { ScriptValues, scriptVi } from './script-vi'

const were = (count: number) => (count === 1 ? 'was' : 'were')
const are = (count: number) => (count === 1 ? 'is' : 'are')
const ofYou = (count: number) => (count === 1 ? 'One of you' : `${count} of you`)
/** Those who play, counted. */
const players = ({ count, areTeams }: ScriptValues) =>
  areTeams ? `${count} ${count === 1 ? 'team' : 'teams'}` : `${count} of you`
const rightOf = ({ rightCount, answeredCount, areTeams }: ScriptValues) =>
  areTeams
    ? `${rightCount} of ${answeredCount} ${answeredCount === 1 ? 'team' : 'teams'} ${were(rightCount)} right`
    : `${rightCount} of the ${answeredCount} who answered ${were(rightCount)} right`

export const scriptEn: typeof scriptVi = {
  lobby: (v) => [
    `Hello everybody. ${v.areTeams ? 'One device for each team, please: scan' : 'Take your phone and scan'} the QR code on the screen, or go to ${v.address} and type ${v.pin}.`,
    `Whoever sees ${v.areTeams ? 'the name of the team' : 'their name'} up here is in. There ${are(v.count)} ${players(v)} now.`,
  ],
  lobbyBell: (v) => [
    `Welcome to Golden Bell. Scan the QR code or type ${v.pin} to get the number of your seat.`,
    'The rule: a wrong answer, or none in time, and you leave the floor. The last one standing rings the golden bell.',
    'Keep your phone when you leave the floor: there will be a rescue round.',
    `There ${are(v.count)} ${players(v)} now. When the floor is quiet, I begin.`,
  ],
  lobbyTeams: (v) => [
    `Each team plays on its members’ own phones. ${
      v.sum === 'mean'
        ? 'A team’s points are the mean of its members’, so a large team gains nothing by its size.'
        : 'A team’s points are the sum of its members’.'
    }`,
  ],
  lobbyTeamDevice: (v) => [
    `One device for each team. After each question teams have ${v.talkS} seconds to talk before answers open.`,
  ],
  section: (v) => [`Now comes the part “${v.section}”.`],
  lead: (v) => [
    `Item ${v.place} of ${v.total}. I read it out; look at the screen.`,
    'You cannot answer yet: it opens for everybody at once.',
  ],
  leadTalk: (v) => [`Item ${v.place} of ${v.total}. Talk in your team, then one of you answers for all.`],
  running: () => ['The clock runs. Read carefully, then choose; a choice stays.'],
  runningBell: (v) => [`The clock runs. ${ofYou(v.onCount)} ${v.onCount === 1 ? 'stands' : 'stand'} on the floor.`],
  runningUnscored: () => ['This one brings no points, and no answer is right or wrong. Say what you think.'],
  paused: () => ['We stop for a moment. The clock stands; nobody loses a second.'],
  outage: () => [
    'The server was away for a moment. Keep your phones as they are; the clock stands, and answers already sent are safe.',
  ],
  locked: () => ['Time is up. Look at the screen, please.'],
  lockedBell: () => ['Time is up. Everybody on the floor: look at the screen. Who stays?'],
  revealed: (v) => [
    `${rightOf(v)}.`,
    `I read out the explanation, then ask one ${v.areTeams ? 'team' : 'of you'}: why?`,
  ],
  revealedFew: (v) => [`A hard one: ${rightOf(v)}. We spend more time on the explanation.`],
  revealedNobody: () => ['Nobody answered this one. Let us read the explanation together.'],
  revealedUnscored: () => ['This is what the class thinks. Who would like to say more?'],
  revealedBell: (v) => [
    v.outCount === 0
      ? `Nobody leaves the floor after this one: all ${v.onCount} stay.`
      : `${ofYou(v.outCount)} ${v.outCount === 1 ? 'leaves' : 'leave'} the floor now, and ${v.onCount} ${v.onCount === 1 ? 'stays' : 'stay'}. Applause for those who leave.`,
  ],
  rescued: (v) => [
    `The rescue brings ${v.backCount} back to the floor. Now ${ofYou(v.onCount)} ${v.onCount === 1 ? 'stands' : 'stand'} there.`,
    'Back to your own seat, please. You play on from the next item.',
  ],
  skipped: () => ['This item is left out: it counts for nobody.'],
  board: () => ['Here is the board. Right answers and points stand apart; equal ones share a place.'],
  boardBell: (v) => [`${ofYou(v.onCount)} ${v.onCount === 1 ? 'stands' : 'stand'} on the floor.`],
  rescue: (v) => [
    `Only ${v.onCount} ${are(v.onCount)} left on the floor. Time for a rescue: invite teachers or the audience, then call people back.`,
  ],
  lastOne: (v) => [
    `One is left on the floor: seat ${v.last.seat}, ${v.last.name}. Ring the golden bell, or play another item.`,
  ],
  nobody: () => ['Nobody is left on the floor. Those who fell together at the last item may be called back.'],
  podium: () => [
    'And now the podium. Third place… second… and first.',
    'Your phones show what is worth studying again.',
  ],
  ended: () => ['The lesson is over. Thank you, everybody.'],
  own: (v) => [
    'Everybody goes at their own pace until the time is over. Answers are shown after that.',
    `${v.doneCount} of ${v.count} ${v.doneCount === 1 ? 'is' : 'are'} through.`,
  ],
  ownLocked: () => ['No more answers are taken. The right ones are shown in a moment.'],
  ownOver: (v) => [
    `Time is up: ${v.doneCount} of ${v.count} ${v.doneCount === 1 ? 'was' : 'were'} through.`,
    'Look at the screen, please: first the podium, then we go through the items again.',
  ],
}
