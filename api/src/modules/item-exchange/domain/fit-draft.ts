import {
  COMPETENCES,
  type DraftSource,
  type ItemBody,
  type ItemDraft,
  type ItemProblem,
  type ItemProblemCode,
} from '@thiso/contracts/vocab'

/** What the panel and the bank take; the same numbers stand in the contract's shapes, and a property compares. */
const MAX = {
  stem: 20_000,
  part: 4_000,
  explanation: 8_000,
  parts: 16,
  accepted: 30,
  acceptedText: 300,
  unit: 30,
  translated: 48,
  code: 60,
  tags: 20,
  tag: 40,
  competences: 10,
  facts: 20,
  sources: 12,
  document: 300,
  locator: 120,
  url: 1_000,
  group: 60,
} as const
const OPTIONS_SAID = '10'
const POINTS = { min: 0.25, max: 20, step: 0.25 }
const DIFFICULTY = { min: 5, max: 95 }

/** Text that any place may hold: NFC, no control characters but line breaks and tabs, no half characters. */
export function soundText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .normalize('NFC')
}

/**
 * IX-3: an item of a file as the bank can hold it, whatever the file says: texts that are too long and parts that are too many are
 * cut and told as errors, metadata that cannot be used is left out and told. Rich texts are sanitised before.
 */
export function fitDraft(draft: ItemDraft): { draft: ItemDraft; problems: ItemProblem[] } {
  const problems: ItemProblem[] = []
  const add = (code: ItemProblemCode, detail: string) => problems.push({ code, detail: soundText(detail).slice(0, 80) })
  const cut = (text: string, max: number, place: string) => {
    const sound = soundText(text)
    if (sound.length <= max) return sound
    add('text_too_long', place)
    return sound.slice(0, max).replace(/\p{Surrogate}$/u, '')
  }
  const left = (text: string, max: number) => {
    const sound = soundText(text).trim()
    if (sound.length <= max) return sound
    add('part_ignored', sound)
    return ''
  }
  const list = (texts: readonly string[], max: number, length: number) => {
    const sound = [...new Set(texts.map((text) => left(text, length)).filter(Boolean))]
    for (const text of sound.slice(max)) add('part_ignored', text)
    return sound.slice(0, max)
  }
  const parts = <T>(all: readonly T[], max: number): T[] => {
    if (all.length > max) add('too_many_options', OPTIONS_SAID)
    return all.slice(0, max)
  }
  const day = (text: string | null) => {
    if (text === null || isDay(text)) return text
    add('part_ignored', text)
    return null
  }

  const en = draft.translations.en
  const points = fitPoints(draft.points)
  if (points !== draft.points) add('points_out_of_range', String(draft.points))
  const difficulty = draft.intendedDifficulty
  const isDifficulty =
    difficulty === null ||
    (Number.isInteger(difficulty) && difficulty >= DIFFICULTY.min && difficulty <= DIFFICULTY.max)
  if (!isDifficulty) add('part_ignored', String(difficulty))
  const [validFrom, validTo] = [day(draft.validFrom), day(draft.validTo)]
  if (validFrom !== null && validTo !== null && validFrom > validTo) add('validity_reversed', '')
  const competences = list(draft.competences, MAX.competences, MAX.tag)
  for (const name of competences.filter((one) => !isCompetence(one))) add('part_ignored', name)

  return {
    draft: {
      code: left(draft.code, MAX.code),
      body: fitBody(draft.body, cut, parts),
      explanation: cut(draft.explanation, MAX.explanation, 'explanation'),
      translations: en
        ? {
            en: {
              stem: cut(en.stem, MAX.stem, 'en'),
              texts: parts(en.texts, MAX.translated).map((text) => cut(text, MAX.part, 'en')),
              explanation: cut(en.explanation, MAX.explanation, 'en'),
            },
          }
        : {},
      topic: draft.topic,
      level: draft.level,
      points,
      intendedDifficulty: isDifficulty ? difficulty : null,
      tags: list(draft.tags, MAX.tags, MAX.tag),
      competences: competences.filter(isCompetence),
      facts: list(draft.facts, MAX.facts, MAX.tag),
      sources: fitSources(draft.sources, add),
      exclusionGroup: left(draft.exclusionGroup, MAX.group),
      variantGroup: left(draft.variantGroup, MAX.group),
      ...(draft.subtopicId === undefined ? {} : { subtopicId: draft.subtopicId }),
      ...(draft.unitIds === undefined ? {} : { unitIds: draft.unitIds }),
      validFrom,
      validTo,
    },
    problems,
  }
}

function fitBody(
  body: ItemBody,
  cut: (text: string, max: number, place: string) => string,
  parts: <T>(all: readonly T[], max: number) => T[],
): ItemBody {
  const stem = cut(body.stem, MAX.stem, 'stem')
  const part = (text: string, index: number) => cut(text, MAX.part, String(index + 1))
  const index = (key: number) => (Number.isInteger(key) && key >= 0 && key < MAX.parts ? key : -1)
  switch (body.type) {
    case 'single-choice':
      return { ...body, stem, options: parts(body.options, MAX.parts).map(part), key: index(body.key) }
    case 'multiple-choice': {
      const keys = [...new Set(body.keys.map(index).filter((key) => key >= 0))]
      return { ...body, stem, options: parts(body.options, MAX.parts).map(part), keys }
    }
    case 'true-false-group': {
      const statements = parts(body.statements, MAX.parts)
      return { ...body, stem, statements: statements.map(({ text, isTrue }, i) => ({ text: part(text, i), isTrue })) }
    }
    case 'ordering':
      return { ...body, stem, entries: parts(body.entries, MAX.parts).map(part) }
    case 'matching':
      return {
        ...body,
        stem,
        pairs: parts(body.pairs, MAX.parts).map(({ prompt, choice }, i) => ({
          prompt: part(prompt, i),
          choice: part(choice, i),
        })),
        distractors: parts(body.distractors, MAX.parts).map((text, i) => part(text, body.pairs.length + i)),
      }
    case 'short-text':
      return {
        ...body,
        stem,
        accepted: parts(body.accepted, MAX.accepted).map((text, i) => cut(text, MAX.acceptedText, String(i + 1))),
      }
    case 'number':
      return {
        ...body,
        stem,
        value: Number.isFinite(body.value) ? body.value : Number.NaN,
        tolerance: Number.isFinite(body.tolerance) && body.tolerance >= 0 ? body.tolerance : 0,
        unit: cut(body.unit, MAX.unit, body.unit),
      }
    case 'true-false':
      return { ...body, stem }
  }
}

function fitSources(
  sources: readonly DraftSource[],
  add: (code: ItemProblemCode, detail: string) => void,
): DraftSource[] {
  for (const source of sources.slice(MAX.sources)) add('part_ignored', source.document || source.url)
  return sources.slice(0, MAX.sources).map((source) => {
    const url = soundText(source.url).trim()
    const isUsable = url === '' || (url.length <= MAX.url && isWebAddress(url))
    if (!isUsable) add('part_ignored', url)
    const document = soundText(source.document).trim()
    if (document.length > MAX.document) add('part_ignored', document.slice(MAX.document))
    const locator = soundText(source.locator).trim()
    if (locator.length > MAX.locator) add('part_ignored', locator.slice(MAX.locator))
    return {
      document: whole(document, MAX.document),
      locator: whole(locator, MAX.locator),
      url: isUsable ? url : '',
      role: source.role,
    }
  })
}

/** The first characters, without half of one at the end. */
function whole(text: string, max: number): string {
  return text.slice(0, max).replace(/\p{Surrogate}$/u, '')
}

/** The nearest value that the bank takes. */
function fitPoints(points: number): number {
  if (!Number.isFinite(points)) return 1
  const nearest = Math.round(points / POINTS.step) * POINTS.step
  return Math.min(POINTS.max, Math.max(POINTS.min, nearest))
}

function isCompetence(name: string): boolean {
  return (COMPETENCES as readonly string[]).includes(name)
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(instant) && new Date(instant).toISOString().startsWith(text)
}

/** As the contract tells a web address: one that `URL` reads, with the protocol in front. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}
