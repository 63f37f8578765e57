import { delayAfter } from '../outbox/delay'

/** Answers on their way and a clock that is a little ahead: the page goes on this much after the end. */
export const AFTER_MS = 400

/** How often the page has asked to go on from a place, and when last. */
export interface Asked {
  /** The end of the place's clock, in ms since 1970: another place, another end. */
  until: number
  times: number
  at: number
}

/**
 * When the page asks to go on from a place whose clock ends at `until`: a moment after the end; when that was refused, again after a while
 * that grows, so that many phones that are kept at one place do not knock in a storm.
 * @param asked what it has asked for before; null: nothing
 * @param roll a random number from 0 to 1
 * @returns ms since 1970
 */
export function askAt(until: number, asked: Asked | null, roll: number): number {
  return asked?.until === until ? asked.at + delayAfter(asked.times, roll) : until + AFTER_MS
}
