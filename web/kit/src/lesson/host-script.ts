import type { Locale } from '../text/format'
import { type HostState, type HostView, isHostPaced, seated, sectionOf } from './host-state'
import { scriptEn } from './texts/script-en'
import { type ScriptValues, scriptVi } from './texts/script-vi'

const scripts = { vi: scriptVi, en: scriptEn }
type Part = keyof typeof scriptVi

/** At or below this share of right answers an item is worth a longer look. */
const FEW = 0.35

/** How a hall stands: who is on the floor, and who fell at the place that was just revealed. */
export function floorOf({ seats, step }: Pick<HostView, 'seats' | 'step'>) {
  const there = seated(seats)
  const on = there.filter(({ floor }) => floor === 'on')
  const out = there.filter(({ floor }) => floor === 'out')
  const reserves = there.filter(({ floor }) => floor === 'reserve')
  const lastFall = Math.max(0, ...out.map(({ outAt }) => outAt ?? 0))
  return {
    on,
    out,
    reserves,
    fellNow: out.filter(({ outAt }) => outAt === step.place),
    /** Who fell at the latest place at which anybody did. */
    fellLast: lastFall === 0 ? [] : out.filter(({ outAt }) => outAt === lastFall),
  }
}

/** Whether a host is offered a rescue now (CR-32). */
export function isRescueDue(view: Pick<HostView, 'settings' | 'seats' | 'step'>): boolean {
  const { settings, step } = view
  if (settings.mode !== 'bell' || (step.phase !== 'revealed' && step.phase !== 'board')) return false
  const { on, out, reserves } = floorOf(view)
  return on.length <= settings.bell.rescueBelow && out.length + reserves.length > 0 && step.place < step.placeCount
}

/**
 * What the host may say now, in order. Nothing in it is known to the class sooner than the screen tells it.
 * @param isLead everybody has the item, answers are not taken yet
 * @param address where pupils come in, as people read it
 */
export function hostScript(
  { view, calledBack }: Pick<HostState, 'view' | 'calledBack'>,
  isLead: boolean,
  address: string,
  language: Locale,
): string[] {
  const { settings, step, reveal } = view
  const { on, fellNow } = floorOf(view)
  const there = seated(view.seats)
  const values: ScriptValues = {
    address,
    pin: view.pin ?? '',
    count: there.length,
    areTeams: settings.mode === 'team-device',
    sum: settings.teams.sum,
    talkS: settings.teams.talkS,
    place: step.place,
    total: step.placeCount,
    section: sectionOf(view, step.place),
    rightCount: reveal?.rightCount ?? 0,
    answeredCount: reveal?.answeredCount ?? 0,
    onCount: on.length,
    outCount: fellNow.length,
    backCount: calledBack,
    last: on[0] ?? { seat: 0, name: '' },
    doneCount: there.filter(({ ownPlace }) => ownPlace > step.placeCount).length,
  }
  return partsOf(view, calledBack, isLead).flatMap((part) => scripts[language][part](values))
}

function partsOf(view: HostView, calledBack: number, isLead: boolean): Part[] {
  const { settings, step, item } = view
  const isBell = settings.mode === 'bell'
  const isUnscored = item !== null && item.kind !== 'item'
  if (step.pausedAt !== null) return [step.pause === 'outage' ? 'outage' : 'paused']
  switch (step.phase) {
    case 'lobby':
      if (isBell) return ['lobbyBell']
      if (settings.mode === 'teams') return ['lobby', 'lobbyTeams']
      return settings.mode === 'team-device' ? ['lobby', 'lobbyTeamDevice'] : ['lobby']
    case 'open': {
      if (!isHostPaced(view)) return ['own']
      const section: Part[] = item?.section ? ['section'] : []
      if (isLead) return [...section, settings.mode === 'team-device' ? 'leadTalk' : 'lead']
      return [isUnscored ? 'runningUnscored' : isBell ? 'runningBell' : 'running']
    }
    case 'locked':
      if (!isHostPaced(view)) return ['ownLocked']
      return [isBell ? 'lockedBell' : 'locked']
    case 'revealed':
    case 'board':
      if (!isHostPaced(view)) return ['ownOver']
      return afterPlace(view, calledBack, isUnscored)
    case 'podium':
      return ['podium']
    case 'ended':
      return ['ended']
  }
}

function told(reveal: HostView['reveal']): Part {
  if (reveal?.answeredCount === 0) return 'revealedNobody'
  return reveal !== null && reveal.rightCount <= reveal.answeredCount * FEW ? 'revealedFew' : 'revealed'
}

function afterPlace(view: HostView, calledBack: number, isUnscored: boolean): Part[] {
  const { settings, step, reveal } = view
  if (step.isSkipped) return ['skipped']
  // Who was just called back must not hear again that they leave.
  if (calledBack > 0) return ['rescued']
  const isBoard = step.phase === 'board'
  const said: Part[] = isBoard ? [] : [isUnscored ? 'revealedUnscored' : told(reveal)]
  if (settings.mode !== 'bell') return isBoard ? ['board'] : said
  const { on } = floorOf(view)
  said.push(isBoard ? 'boardBell' : 'revealedBell')
  if (on.length === 1) said.push('lastOne')
  else if (on.length === 0) said.push('nobody')
  if (on.length !== 0 && isRescueDue(view)) said.push('rescue')
  return said
}
