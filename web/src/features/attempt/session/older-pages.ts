import { escapeHtml } from '@thiso/contracts/vocab'
import type { OutboxRecord } from '../outbox/core'
import type { KeptPaper } from './kept-paper'

/**
 * What an earlier version of the page has kept on this device, in today's shape. A phone may wake up with a paper of yesterday's page in
 * its store and answers that were never sent: then every item had one right option, its texts were Vietnamese and plain, and an answer
 * was called `option`.
 */

interface OlderAnswer {
  option?: string | null
}

const withAnswer = <T extends object>(kept: T & OlderAnswer): T => {
  const { option, ...rest } = kept
  return 'answer' in rest || option === undefined ? (kept as T) : ({ ...rest, answer: option } as unknown as T)
}

export function recordToday(record: OutboxRecord): OutboxRecord {
  return {
    nextSeq: record.nextSeq,
    unsaved: record.unsaved.map(withAnswer),
    saved: Object.fromEntries(Object.entries(record.saved).map(([position, saved]) => [position, withAnswer(saved)])),
  }
}

type Paper = KeptPaper['paper']
type Item = Paper['items'][number]

/** Its own values, where it has them, come after these. */
const clockBeforeRules: Partial<Paper['attempt']> = { pausedAt: null, creditMs: 0, open: null }

const noProtection = { watermark: false, copyGuard: false, fullScreen: false, safeBrowser: false }

/** What a paper meant before rounds had rules of their own; written out, because the usual rules of today may change. */
function beforeRules(paper: Paper): Partial<Paper> {
  return {
    itemCount: paper.items.length,
    rules: {
      movement: 'free',
      itemClockS: null,
      allRequired: false,
      scoring: { wrongPenalty: 0, blankPenalty: 0, speedBonus: 0 },
      prediction: null,
      protection: noProtection,
    },
    itemClockS: null,
    extraPercent: 0,
    heldPrediction: null,
  }
}
type OlderItem = Pick<Item, 'position' | 'topic'> & {
  stem: string
  options: readonly { token: string; text: string }[]
}

const itemToday = (item: Item | OlderItem): Item =>
  'type' in item
    ? item
    : {
        position: item.position,
        topic: item.topic,
        type: 'single-choice',
        stem: inVietnamese(item.stem),
        options: item.options.map(({ token, text }) => ({ token, text: inVietnamese(text) })),
        choices: [],
        unit: '',
      }

/** A text without markup, written when a sign less than was nothing but a sign. */
const inVietnamese = (text: string) => ({ vi: escapeHtml(text), en: '' })

export function paperToday({ paper, skewMs }: KeptPaper): KeptPaper {
  return {
    paper: {
      ...beforeRules(paper),
      ...paper,
      ...(paper.rules && { rules: { ...paper.rules, protection: paper.rules.protection ?? noProtection } }),
      attempt: { ...clockBeforeRules, ...paper.attempt },
      items: paper.items.map(itemToday),
      responses: paper.responses.map(withAnswer),
    },
    skewMs,
  }
}
