import type { Locale } from '../text/format'
import { type HostView, isHostPaced, seated, sectionOf } from './host-state'
import { scriptEn } from './texts/script-en'
import { scriptVi } from './texts/script-vi'

const scripts = { vi: scriptVi, en: scriptEn }
type Part = Exclude<keyof typeof scriptVi, 'mean' | 'sum'>

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
export function hostScript(view: HostView, isLead: boolean, address: string, language: Locale): string[] {
  const script = scripts[language]
  const { settings, step, reveal } = view
  const { on, fellNow } = floorOf(view)
  const there = seated(view.seats)
  const values: Record<string, string | number> = {
    url: address,
    pin: view.pin ?? '',
    count: there.length,
    sum: script[settings.teams.sum],
    talk: settings.teams.talkS,
    place: step.place,
    total: step.placeCount,
    section: sectionOf(view, step.place),
    on: on.length,
    out: fellNow.length,
    name: on[0]?.name ?? '',
    right: reveal?.rightCount ?? 0,
    answered: reveal?.answeredCount ?? 0,
    done: there.filter(({ ownPlace }) => ownPlace > step.placeCount).length,
  }
  return partsOf(view, isLead)
    .flatMap((part) => script[part])
    .map((line) => line.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '')))
}

function partsOf(view: HostView, isLead: boolean): Part[] {
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
      return [isBell ? 'lockedBell' : 'locked']
    case 'revealed':
    case 'board':
      return afterPlace(view, isUnscored)
    case 'podium':
      return ['podium']
    case 'ended':
      return ['ended']
  }
}

function afterPlace(view: HostView, isUnscored: boolean): Part[] {
  const { settings, step, reveal } = view
  if (step.isSkipped) return ['skipped']
  const isBoard = step.phase === 'board'
  const isFew = reveal !== null && reveal.rightCount <= reveal.answeredCount * FEW
  const said: Part[] = isBoard ? [] : [isUnscored ? 'revealedUnscored' : isFew ? 'revealedFew' : 'revealed']
  if (settings.mode !== 'bell') return isBoard ? ['board'] : said
  const { on } = floorOf(view)
  said.push(isBoard ? 'boardBell' : 'revealedBell')
  if (on.length === 1) said.push('lastOne')
  else if (on.length === 0) said.push('nobody')
  if (on.length !== 0 && isRescueDue(view)) said.push('rescue')
  return said
}
