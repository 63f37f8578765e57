import { fold, type ItemBody, type ItemProblem, plainText } from '@thiso/contracts/vocab'
import type { TagContent } from './draft-tags.js'
import { type MediaShelf, withMedia } from './html-media.js'
import { acceptedOf, decimalIn, groupOf, numberIn, truthIn } from './moodle-answers.js'
import { child, childrenOf, escapeXml, innerMarkup, textOf, type XmlElement } from './safe-xml.js'
import { shortened, type TextFormat, toHtml } from './text-formats.js'

const FORMATS: Record<string, TextFormat> = {
  html: 'html',
  plain_text: 'plain',
  moodle_auto_format: 'moodle',
  markdown: 'markdown',
  wiki_like: 'moodle',
}
/** What Moodle puts into every question until its author writes something else. */
const USUAL_FEEDBACK =
  /^(?:your answer is (?:correct|partially correct|incorrect)|cau tra loi cua ban(?: la| chi)? (?:dung|chinh xac|sai|dung mot phan|chua dung|khong dung|chua chinh xac|khong chinh xac))?$/

/** A question element, its texts with their files. */
export class MoodleQuestion {
  readonly problems: ItemProblem[] = []
  readonly notes: { about: string; html: string }[] = []

  constructor(
    readonly element: XmlElement,
    private readonly shelf: MediaShelf,
  ) {}

  /** A text of the question as HTML, media resolved. */
  html(name: string): string {
    return this.htmlOf(child(this.element, name))
  }

  /** The same of an element that holds `<text>` and `<file>`s. @param around the format when it names none */
  htmlOf(holder: XmlElement | undefined, around: TextFormat = 'html'): string {
    if (!holder) return ''
    const format = FORMATS[holder.attributes['format'] ?? ''] ?? around
    return this.withFiles(toHtml(rawText(holder), format), holder)
  }

  plainOf(holder: XmlElement | undefined): string {
    return rawText(holder)
      .replace(/[ \t\n]+/g, ' ')
      .trim()
  }

  /** The value of a simple element, '' without it. */
  value(name: string): string {
    return textOf(child(this.element, name)).trim()
  }

  answers(): { element: XmlElement; weight: number }[] {
    return childrenOf(this.element, 'answer').map((element) => {
      const share = decimalIn(textOf(child(element, 'fraction')))
      const weight = share === null ? decimalIn(element.attributes['fraction'] ?? '0') : share * 100
      return { element, weight: weight ?? 0 }
    })
  }

  note(about: string, answer: XmlElement): void {
    this.notes.push({ about, html: this.htmlOf(child(answer, 'feedback')) })
  }

  /** Before Moodle 2 a question had one picture, below its text. */
  oldPicture(): string {
    const data = this.value('image_base64')
    const name = this.value('image')
    if (data === '' || name === '') return ''
    const bytes = Buffer.from(data, 'base64')
    const source = { shelf: this.shelf, find: () => bytes, problems: this.problems }
    return withMedia(`<img src="${escapeXml(name)}" alt="">`, source)
  }

  /** Tells what was there and is not kept: hints, and words on right and wrong that the author wrote. */
  tellRest(): void {
    const hints = childrenOf(this.element, 'hint')
    const feedback = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].map((name) =>
      child(this.element, name),
    )
    for (const holder of [...feedback, ...hints]) {
      const words = plainText(rawText(holder)).trim()
      if (!USUAL_FEEDBACK.test(fold(words).replace(/[.!]+$/, '')))
        this.problems.push({ code: 'part_ignored', detail: shortened(words) })
    }
  }

  private withFiles(html: string, holder: XmlElement): string {
    const find = (address: string) => {
      const path = address.replace(/^@@PLUGINFILE@@\//, '').replace(/[?#].*$/, '')
      return (
        fileIn(holder, path) ??
        childrenOf(this.element)
          .map((one) => fileIn(one, path))
          .find((bytes) => bytes !== undefined)
      )
    }
    return withMedia(html, { shelf: this.shelf, find, problems: this.problems }).trim()
  }
}

/** `<text>`, or what stands in the holder itself; markup that should have been escaped is taken as it is. */
function rawText(holder: XmlElement | undefined): string {
  const text = child(holder, 'text')
  if (text) return childrenOf(text).length > 0 ? innerMarkup(text) : textOf(text)
  return (holder?.children ?? []).filter((one) => typeof one === 'string').join('')
}

function fileIn(holder: XmlElement, path: string): Uint8Array | undefined {
  const wanted = decoded(path)
  const file = childrenOf(holder, 'file').find(({ attributes }) => {
    const full = `${attributes['path'] ?? '/'}${attributes['name'] ?? ''}`.replace(/^\/+/, '')
    return full === wanted || full === path
  })
  return file && Buffer.from(textOf(file), 'base64')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path
  }
}

/** The body by the type that the question names; null for one that we do not have. */
export function readMoodleBody(question: MoodleQuestion, stem: string, tags: TagContent): ItemBody | null {
  switch (question.element.attributes['type']) {
    case 'multichoice':
    case 'multichoiceset':
      return choice(question, stem, tags)
    case 'truefalse':
      return trueFalse(question, stem)
    case 'shortanswer':
      return shortText(question, stem, tags)
    case 'numerical':
      return number(question, stem)
    case 'matching':
    case 'match':
      return matching(question, stem, tags)
    case 'ordering':
      return ordering(question, stem)
    case 'mtf':
    case 'kprime':
      return statements(question, stem)
    default:
      return null
  }
}

function choice(question: MoodleQuestion, stem: string, tags: TagContent): ItemBody {
  const answers = question.answers()
  const options = answers.map(({ element }) => question.htmlOf(element))
  for (const [index, { element }] of answers.entries()) question.note(plainText(options[index] as string), element)
  // An add-on of Moodle gives all or nothing; the core type always gives parts.
  const isSet = question.element.attributes['type'] === 'multichoiceset'
  const isSingle = !isSet && !['false', '0', ''].includes(question.value('single') || 'true')
  const positive = answers.flatMap(({ weight }, index) => (weight > 0 ? [index] : []))
  const full = answers.flatMap(({ weight }, index) => (weight > 99.9 ? [index] : []))
  if (!isSingle) {
    const grading = isSet || tags.grading === 'all-or-nothing' ? 'all-or-nothing' : 'partial'
    return { type: 'multiple-choice', stem, options, keys: positive, grading }
  }
  if (full.length > 1) {
    question.problems.push({ code: 'several_keys', detail: full.map((index) => index + 1).join(', ') })
    return { type: 'multiple-choice', stem, options, keys: full, grading: 'partial' }
  }
  for (const index of positive)
    if (index !== full[0])
      question.problems.push({ code: 'part_ignored', detail: shortened(plainText(options[index] as string)) })
  return { type: 'single-choice', stem, options, key: full[0] ?? -1 }
}

function trueFalse(question: MoodleQuestion, stem: string): ItemBody {
  let isTrue: boolean | null = null
  for (const [index, { element, weight }] of question.answers().entries()) {
    // Files of old Moodles say the words of their language; the first answer is the true one.
    const truth = truthIn(question.plainOf(element)) ?? index === 0
    if (weight > 0) isTrue = truth
    question.note(truth ? 'Đúng' : 'Sai', element)
  }
  if (isTrue === null) question.problems.push({ code: 'key_missing', detail: '' })
  return { type: 'true-false', stem, isTrue: isTrue === true }
}

function shortText(question: MoodleQuestion, stem: string, tags: TagContent): ItemBody {
  const answers = question
    .answers()
    .map(({ element, weight }) => ({ element, weight, text: question.plainOf(element) }))
  for (const { element, text } of answers) question.note(text === '*' ? '' : text, element)
  if (question.value('usecase') === '1') question.problems.push({ code: 'part_ignored', detail: 'usecase' })
  return {
    type: 'short-text',
    stem,
    accepted: acceptedOf(answers, question.problems),
    ignoresDiacritics: tags.ignoresDiacritics,
  }
}

function number(question: MoodleQuestion, stem: string): ItemBody {
  const answers = question.answers().map(({ element, weight }) => {
    const value = question.plainOf(element)
    question.note(value === '*' ? '' : value, element)
    return { weight, text: value, value, tolerance: textOf(child(element, 'tolerance')).trim() }
  })
  const units = childrenOf(child(question.element, 'units'), 'unit').map((unit) => ({
    name: textOf(child(unit, 'unit_name')).trim(),
    multiplier: decimalIn(textOf(child(unit, 'multiplier'))) ?? 1,
  }))
  const own = units.find((unit) => unit.multiplier === 1) ?? units[0]
  for (const unit of units) if (unit !== own) question.problems.push({ code: 'part_ignored', detail: unit.name })
  return { type: 'number', stem, ...numberIn(answers, question.problems), unit: own?.name ?? '' }
}

function matching(question: MoodleQuestion, stem: string, tags: TagContent): ItemBody {
  const pairs = childrenOf(question.element, 'subquestion').map((element) => ({
    prompt: question.htmlOf(element),
    choice: question.plainOf(child(element, 'answer')),
  }))
  return groupOf(stem, pairs, tags)
}

function ordering(question: MoodleQuestion, stem: string): ItemBody {
  const answers = question.answers()
  const entries = answers.map(({ element }) => question.htmlOf(element))
  for (const [index, { element }] of answers.entries()) question.note(plainText(entries[index] as string), element)
  const [shown, count] = [question.value('selecttype').toUpperCase(), decimalIn(question.value('selectcount')) ?? 0]
  if (
    (shown === 'RANDOM' || shown === 'CONTIGUOUS' || shown === '1' || shown === '2') &&
    count >= 2 &&
    count < entries.length
  )
    question.problems.push({ code: 'part_ignored', detail: `selectcount ${count}` })
  const isAllOrNothing = ['ALL_OR_NOTHING', '-1'].includes(question.value('gradingtype').toUpperCase())
  return { type: 'ordering', stem, entries, grading: isAllOrNothing ? 'all-or-nothing' : 'partial' }
}

/** Two add-ons of Moodle: statements that are each true or false, the truth in a table of weights. */
function statements(question: MoodleQuestion, stem: string): ItemBody {
  const columns = childrenOf(question.element, 'column').map((column) =>
    question.plainOf(child(column, 'responsetext')),
  )
  const trueColumn = columns.findIndex((word) => truthIn(word) === true)
  const weights = childrenOf(question.element, 'weight')
  const rows = childrenOf(question.element, 'row').map((row, index) => {
    const text = question.htmlOf(child(row, 'optiontext'))
    question.notes.push({ about: plainText(text), html: question.htmlOf(child(row, 'feedbacktext')) })
    const isTrue = weights.some(
      ({ attributes, children }) =>
        attributes['rownumber'] === (row.attributes['number'] ?? String(index + 1)) &&
        attributes['columnnumber'] === String(Math.max(0, trueColumn) + 1) &&
        (decimalIn(children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('')) ?? 0) > 0,
    )
    return { text, isTrue }
  })
  // The columns may have other names, such as "suitable": then they belong to what is asked.
  if (trueColumn < 0) question.problems.push({ code: 'part_ignored', detail: columns.join(' / ') })
  const method = question.plainOf(child(question.element, 'scoringmethod'))
  return {
    type: 'true-false-group',
    stem,
    statements: rows,
    grading: /onezero|allornothing/i.test(method) ? 'all-or-nothing' : 'partial',
  }
}
