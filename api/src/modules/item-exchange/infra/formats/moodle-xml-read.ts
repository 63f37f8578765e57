import { type ItemDraft, plainText, type ReadRow } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { decodeText } from './decode-text.js'
import { bareDraft, distinctProblems } from './draft-texts.js'
import { readCategory, readTags, withTags } from './draft-tags.js'
import type { ReadFile } from './format.js'
import { MediaShelf } from './html-media.js'
import { decimalIn } from './moodle-answers.js'
import { MoodleQuestion, readMoodleBody } from './moodle-xml-body.js'
import { child, childrenOf, parseXml, textOf, type XmlElement } from './safe-xml.js'
import { splitSources } from './sources-note.js'
import { shortened, withFeedback } from './text-formats.js'

const POINTS = 1
const MAX_TAG = 40
const MAX_CODE = 60

/**
 * Reads Moodle's XML question format. A question of a type that we do not have is a row of its own, told as type_unknown; what else is
 * left out of a question (points for half an answer, hints, further units) is told as part_ignored.
 * @throws ProblemError UPLOAD.ENTITIES, UPLOAD.UNREADABLE, UPLOAD.ENCODING, UPLOAD.UNKNOWN_FORMAT (not a quiz), UPLOAD.NO_ITEMS
 */
export async function readMoodleXml(bytes: Uint8Array): Promise<ReadFile> {
  const { text, encoding } = decodeText(bytes)
  const quiz = parseXml(text)
  if (quiz.local !== 'quiz') throw new ProblemError('UPLOAD.UNKNOWN_FORMAT')
  const shelf = new MediaShelf()
  const rows: ReadRow[] = []
  let category = readCategory('')
  for (const element of childrenOf(quiz, 'question')) {
    if (element.attributes['type'] === 'category') {
      const path = child(element, 'category')
      category = readCategory((textOf(child(path, 'text')) || textOf(path)).trim())
    } else rows.push(rowOf(element, rows.length + 1, category, shelf))
  }
  if (rows.length === 0) throw new ProblemError('UPLOAD.NO_ITEMS')
  return { rows, media: shelf.files, encoding }
}

function rowOf(
  element: XmlElement,
  ordinal: number,
  category: ReturnType<typeof readCategory>,
  shelf: MediaShelf,
): ReadRow {
  const question = new MoodleQuestion(element, shelf)
  const { problems } = question
  const said = readTags(
    [...childrenOf(child(element, 'tags'), 'tag'), ...childrenOf(child(element, 'coursetags'), 'tag')]
      .map((tag) => (textOf(child(tag, 'text')) || textOf(tag)).replace(/[ \t\n]+/g, ' ').trim())
      .filter((tag) => tag !== ''),
  )
  const stem = `${question.html('questiontext')}${question.oldPicture()}`
  const body = readMoodleBody(question, stem, said)
  if (body === null) problems.push({ code: 'type_unknown', detail: element.attributes['type'] ?? '' })
  const { explanation, sources } = splitSources(question.html('generalfeedback'))
  const grade = decimalIn(textOf(child(element, 'defaultgrade')))
  const draft = withTags(
    {
      ...bareDraft(body ?? { type: 'single-choice', stem, options: [], key: -1 }),
      code: textOf(child(element, 'idnumber')).trim(),
      explanation: withFeedback(explanation, question.notes),
      sources,
      points: grade ?? POINTS,
      topic: category.topic,
      tags: category.tag === '' ? [] : [category.tag],
    },
    said,
  )
  question.tellRest()
  const name = shortened(
    plainText((textOf(child(child(element, 'name'), 'text')) || textOf(child(element, 'name'))).trim()),
    40,
  )
  const limited = withinLimits(draft, problems)
  const place = `Câu ${ordinal}${name === '' ? '' : ` – ${name}`}`
  return { place, draft: limited, problems: distinctProblems(problems) }
}

/** Codes and tags that are longer than ours may be are left out and told. */
function withinLimits(draft: ItemDraft, problems: ReadRow['problems']): ItemDraft {
  const tags = draft.tags.filter((tag) => tag.length <= MAX_TAG)
  for (const tag of draft.tags)
    if (tag.length > MAX_TAG) problems.push({ code: 'part_ignored', detail: shortened(tag) })
  if (draft.code.length <= MAX_CODE) return { ...draft, tags }
  problems.push({ code: 'part_ignored', detail: shortened(draft.code) })
  return { ...draft, tags, code: '' }
}
