import type { CaseAct, CaseDecision, CaseGround, Locale } from '@thiso/contracts/vocab'
import type { Block, Document, TableRow } from '../../../platform/documents/document.js'
import { placeAndDate, SIGN_NOTE, stateHead } from '../../../platform/documents/heads.js'
import { RECORD_WORDS } from './case-record-words.js'

export interface RecordedDecision {
  decision: CaseDecision
  ground: CaseGround
  article: number
  words: string
  by: string
  approvedBy: string
  day: string
}

export interface RecordFacts {
  locale: Locale
  at: Date
  /** yyyy-mm-dd in Viet Nam: of the newest act. */
  day: string
  number: number
  organizer: string
  contest: string
  round: string
  isFinal: boolean
  person: { name: string; unit: string; isMinor: boolean; guardian: string | null }
  attempts: { no: number; startedAt: string; submittedAt: string }[]
  evidence: string[]
  inFavour: string[]
  allegation: string | null
  hearingUntil: string | null
  answer: { words: string; at: string } | null
  decision: RecordedDecision | null
  version: number | null
  appeal: { words: string; at: string } | null
  appealUntil: string | null
  appealAnswer: RecordedDecision | null
  acts: { no: number; at: string; kind: CaseAct; by: string | null }[]
  head: string
  deleteOn: string | null
}

/**
 * CA-13: the record (biên bản) of a case, written from its acts: number, day, who took part, what happened, evidence, the person's own
 * words, decision and by which article, places for two signatures. What has not happened yet is said, not left out.
 */
export function caseRecord(facts: RecordFacts): Document {
  const words = RECORD_WORDS[facts.locale]
  const dated = placeAndDate('', facts.day, facts.locale).replace(', ', '')
  const number = words.number(facts.number)
  const staff = [...new Set(facts.acts.flatMap(({ by }) => by ?? []))]
  const section = (text: string): Block => ({ kind: 'heading', level: 'section', text })
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  const quoted = (text: string): Block[] => text.split('\n').filter(Boolean).map(paragraph)
  const decided = (decision: RecordedDecision): Block[] => [
    {
      kind: 'facts',
      entries: [
        { name: words.decisionIs, value: words.decision[decision.decision] },
        { name: words.groundIs, value: words.groundOf(words.ground[decision.ground], decision.article) },
        { name: words.proposedBy, value: decision.by },
        { name: words.approvedBy, value: `${decision.approvedBy} (${decision.day})` },
      ],
    },
    ...quoted(decision.words),
  ]
  const rows = facts.acts.map(
    ({ no, at, kind, by }): TableRow => [`${no}`, at, words.act[kind], by ?? words.bySelf[kind]],
  )
  const last = facts.appealAnswer ?? facts.decision
  const blocks: Block[] = [
    { kind: 'title', text: words.title, subtitle: words.about(facts.contest, facts.round) },
    ...(facts.isFinal ? [] : [{ kind: 'paragraph' as const, text: words.notFinal, align: 'center' as const }]),
    paragraph(words.opening(dated)),
    section(words.people),
    {
      kind: 'facts',
      entries: [
        { name: words.person, value: `${facts.person.name}${facts.person.unit ? `, ${facts.person.unit}` : ''}` },
        ...(facts.person.isMinor
          ? [{ name: words.guardian, value: facts.person.guardian ?? words.guardianUnknown }]
          : []),
        { name: words.staff, value: staff.join(', ') || words.none },
        {
          name: words.attempts,
          value: facts.attempts
            .map(({ no, startedAt, submittedAt }) => words.attempt(no, startedAt, submittedAt))
            .join('; '),
        },
      ],
    },
    ...(facts.person.isMinor ? [paragraph(words.minor)] : []),
    section(words.course),
    {
      kind: 'table',
      columns: words.columns.map((header, index) => ({
        header,
        share: [1, 4, 6, 5][index] as number,
        align: index === 0 ? ('center' as const) : ('left' as const),
      })),
      rows,
      size: 'small',
    },
    section(words.evidence),
    paragraph(words.evidenceNote),
    list(facts.evidence, words.none),
    paragraph(words.favour),
    list(facts.inFavour, words.noFavour),
    section(words.hearing),
    ...(facts.allegation ? [paragraph(words.asked), ...quoted(facts.allegation)] : [paragraph(words.notAsked)]),
    ...(facts.answer
      ? [paragraph(words.answered(facts.answer.at)), ...quoted(facts.answer.words)]
      : facts.hearingUntil
        ? [paragraph(words.silent(facts.hearingUntil))]
        : []),
    section(words.decided),
    ...(facts.decision ? decided(facts.decision) : [paragraph(words.undecided)]),
    ...(facts.version === null ? [] : [paragraph(words.version(facts.version))]),
    section(words.appeal),
    ...(facts.appeal
      ? [paragraph(words.appealed(facts.appeal.at)), ...quoted(facts.appeal.words)]
      : [paragraph(facts.appealUntil ? words.notAppealed(facts.appealUntil) : words.noAppeal)]),
    ...(facts.appealAnswer ? decided(facts.appealAnswer) : []),
    paragraph(facts.deleteOn ? words.kept(facts.deleteOn) : words.keptOpen),
    {
      kind: 'signatures',
      places: [
        { role: words.signers[0], note: SIGN_NOTE[facts.locale], ...(last ? { name: last.by } : {}) },
        { role: words.signers[1], note: SIGN_NOTE[facts.locale], ...(last ? { name: last.approvedBy } : {}) },
      ],
    },
  ]
  return {
    title: `${words.title} ${number} – ${facts.contest}`,
    author: facts.organizer,
    locale: facts.locale,
    page: 'portrait',
    at: facts.at,
    head: stateHead(
      { body: facts.organizer, number, placeAndDate: placeAndDate('…………', facts.day, facts.locale) },
      facts.locale,
    ),
    blocks,
    foot: words.foot(facts.number, facts.head.slice(0, 16)),
  }
}

function list(entries: readonly string[], none: string): Block {
  return { kind: 'list', marks: 'dash', entries: entries.length > 0 ? entries : [none] }
}
