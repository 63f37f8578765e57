import type { HeldRuling } from './results.js'
import type { PrizeTier } from './words.js'

/** What the platform tells a person by itself. The sentences stand with the app's texts; a notice carries what they are filled with. */
export const NOTICE_KINDS = [
  'clock-credit',
  'attempt-added',
  'round-paused',
  'round-resumed',
  'round-extended',
  'rules-amended',
  'result-changed',
  'complaint-answered',
  'case-hearing',
  'case-decided',
  'case-appeal-answered',
  'prize-identity-needed',
  'prize-confirmed',
  'prize-changed',
  'qualified',
  'item-ruled',
  'new-device',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** A name as organizers wrote it. */
export interface NoticeName {
  vi: string
  en: string
}

/** What the sentence of each kind names. Instants as ISO text; durations in seconds. */
export interface NoticeParams {
  'clock-credit': { round: NoticeName; creditS: number }
  'attempt-added': { round: NoticeName }
  'round-paused': { round: NoticeName }
  'round-resumed': { round: NoticeName; closesAt: string }
  'round-extended': { round: NoticeName; closesAt: string }
  'rules-amended': { round: NoticeName; reason: string }
  /** null: without a place then. */
  'result-changed': {
    round: NoticeName
    rankBefore: number | null
    rankAfter: number | null
    /** Missing in notices of older releases. */
    pointsBefore?: number | null | undefined
    pointsAfter?: number | null | undefined
    /** Why, where it was about an item; what was ruled about a person is told to nobody else. */
    reason?: string | null | undefined
  }
  'complaint-answered': { round: NoticeName }
  /** Somebody asks for the own account of an attempt, until when. */
  'case-hearing': { round: NoticeName; until: string }
  /** until: for an appeal; null: there is nothing to appeal. */
  'case-decided': { round: NoticeName; until: string | null }
  'case-appeal-answered': { round: NoticeName }
  'prize-identity-needed': { contest: NoticeName; tier: PrizeTier; until: string | null }
  'prize-confirmed': { contest: NoticeName; tier: PrizeTier }
  /** From one prize to another; null: none any more. The same twice: only the certificate was withdrawn. */
  'prize-changed': {
    contest: NoticeName
    before: PrizeTier
    after: PrizeTier | null
    isCertificateWithdrawn: boolean
    /** What was decided about this person; null where results changed. */
    reason: string | null
  }
  /** From which round, and for which. */
  qualified: { fromRound: NoticeName; round: NoticeName }
  /** To who wrote the item: results of a round are counted by another key than its own. */
  'item-ruled': { code: string; round: NoticeName; ruling: HeldRuling['kind']; reason: string }
  /** To whom an account belongs: it was signed in on a device that it had not used. `device`: browser and system in words. */
  'new-device': { device: string }
}
