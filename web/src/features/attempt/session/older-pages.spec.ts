/// <reference types="jest" />
import type { OutboxRecord } from '../outbox/core'
import type { KeptPaper } from './kept-paper'
import { paperToday, recordToday } from './older-pages'
import { factsOf } from './paper-facts'

describe('what an earlier version of the page kept', () => {
  const change = { seq: 4, position: 2, chosenAt: 9, clientAtMs: 9, over: [null, 'c'] }
  const older = {
    nextSeq: 5,
    unsaved: [{ ...change, option: 'b' }],
    saved: { 1: { option: 'a', savedAt: 7 }, 3: { option: null, savedAt: 8 } },
  } as unknown as OutboxRecord

  it('AT-4 unsent and saved answers are read under their new name', () => {
    expect(recordToday(older)).toEqual({
      nextSeq: 5,
      unsaved: [{ ...change, answer: 'b' }],
      saved: { 1: { answer: 'a', savedAt: 7 }, 3: { answer: null, savedAt: 8 } },
    })
  })

  it('AT-4 what this version keeps stays as it is, blanks included', () => {
    const today = recordToday(older)
    expect(recordToday(JSON.parse(JSON.stringify(today)))).toEqual(today)
  })

  const attempt = { lastSeq: 3 } as KeptPaper['paper']['attempt']
  const olderPaper = {
    skewMs: 12,
    paper: {
      attempt,
      roundName: { vi: 'Tuần 1', en: 'Week 1' },
      attemptNo: 1,
      items: [{ position: 1, topic: 'concepts', stem: '2 < 3?', options: [{ token: 'a', text: 'Q&A' }] }],
      responses: [{ position: 1, option: 'a', savedAt: '2026-10-10T01:00:00Z' }],
    },
  } as unknown as KeptPaper

  it('a paper becomes one with single choices in Vietnamese, its signs signs', () => {
    const { paper, skewMs } = paperToday(olderPaper)
    expect(skewMs).toBe(12)
    expect(paper.items).toEqual([
      {
        position: 1,
        topic: 'concepts',
        type: 'single-choice',
        stem: { vi: '2 &lt; 3?', en: '' },
        options: [{ token: 'a', text: { vi: 'Q&amp;A', en: '' } }],
        choices: [],
        unit: '',
      },
    ])
    expect(factsOf(paper)).toEqual({
      lastSeq: 3,
      responses: [{ position: 1, answer: 'a', savedAt: Date.parse('2026-10-10T01:00:00Z') }],
      tokens: { 1: ['a'] },
    })
    expect(paperToday({ paper, skewMs })).toEqual({ paper, skewMs })
  })
})
