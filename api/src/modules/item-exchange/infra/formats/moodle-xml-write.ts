import { type ExportLoss, type ItemBody, type ItemDraft, plainText } from '@thiso/contracts/vocab'
import { tagsOf } from './draft-tags.js'
import { isSound, mapTexts } from './draft-texts.js'
import type { MediaFile, WriteInput, WrittenFile } from './format.js'
import { fileNameOf, hasMedia, mediaAsWords, mediaIdsOf } from './html-media.js'
import { acceptedAsPattern } from './moodle-answers.js'
import { bodyTags, hasPlainChoices, isGradedAlike, optionWeights, plainChoice } from './moodle-body.js'
import { cdata, escapeXml } from './safe-xml.js'
import { withSources } from './sources-note.js'
import { shortened, withoutForeignFormulas } from './text-formats.js'

/** Writes Moodle XML: files within, metadata as tags, sources at the end of the general feedback. */
export async function writeMoodleXml({ items, media, locale }: WriteInput): Promise<WrittenFile> {
  const questions = items
    .filter((item) => !moodleXmlLosses(item).includes('type_not_carried'))
    .map((item) => questionXml(item, media, locale))
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}</quiz>\n`
  return { bytes: new TextEncoder().encode(text), extension: 'xml', mime: 'application/xml' }
}

/** Choices of a matching question are plain text, and grading is Moodle's. Items without a key are left out. */
export function moodleXmlLosses(item: ItemDraft): ExportLoss[] {
  const { body } = item
  if (!isSound(body) || !hasPlainChoices(body)) return ['type_not_carried']
  const losses: ExportLoss[] = []
  if (body.type === 'matching' && [...body.pairs.map((pair) => pair.choice), ...body.distractors].some(hasMedia))
    losses.push('media_lost')
  if (!hasPlainChoices(mapTexts(item, mediaAsWords).body, 'exactly')) losses.push('rich_text_lost')
  if (item.translations.en) losses.push('translations_lost')
  if (!tagsOf(item).every(isTag)) losses.push('metadata_lost')
  if (!isGradedAlike(body)) losses.push('grading_lost')
  return losses
}

/** What Moodle leaves of a tag as it is. */
const isTag = (tag: string) => tag.length <= 50 && !/[<>`]/.test(tag)

function questionXml(item: ItemDraft, media: WriteInput['media'], locale: 'vi' | 'en'): string {
  const { body } = item
  const holder = (name: string, html: string, attributes = '', inner = '') => {
    const { text, files } = withFiles(html, media)
    return `    <${name}${attributes} format="html">\n      <text>${cdata(text)}</text>\n${files}${inner}    </${name}>\n`
  }
  const explanation = withSources(item.explanation, item.sources, locale)
  const tags = [...tagsOf(item), ...bodyTags(body)].map((tag) => `      <tag><text>${cdata(tag)}</text></tag>\n`)
  return [
    `  <question type="${TYPES[body.type]}">\n`,
    `    <name>\n      <text>${cdata(item.code || shortened(plainText(body.stem)))}</text>\n    </name>\n`,
    holder('questiontext', body.stem),
    holder('generalfeedback', explanation),
    `    <defaultgrade>${item.points}</defaultgrade>\n`,
    `    <penalty>${body.type === 'true-false' ? 1 : 0.3333333}</penalty>\n`,
    '    <hidden>0</hidden>\n',
    `    <idnumber>${escapeXml(item.code)}</idnumber>\n`,
    bodyXml(body, holder, locale),
    tags.length === 0 ? '' : `    <tags>\n${tags.join('')}    </tags>\n`,
    '  </question>\n',
  ].join('')
}

const TYPES: Record<ItemBody['type'], string> = {
  'single-choice': 'multichoice',
  'multiple-choice': 'multichoice',
  'true-false': 'truefalse',
  'true-false-group': 'matching',
  'short-text': 'shortanswer',
  number: 'numerical',
  ordering: 'ordering',
  matching: 'matching',
}
const SHUFFLED = '    <shuffleanswers>true</shuffleanswers>\n'
const NO_FEEDBACK = '      <feedback format="html">\n        <text></text>\n      </feedback>\n'
const COMBINED = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']
  .map((name) => `    <${name} format="html">\n      <text></text>\n    </${name}>\n`)
  .join('')

type Holder = (name: string, html: string, attributes?: string, inner?: string) => string

function bodyXml(body: ItemBody, holder: Holder, locale: 'vi' | 'en'): string {
  const answer = (weight: string | number, html: string) => holder('answer', html, ` fraction="${weight}"`, NO_FEEDBACK)
  const word = (weight: number, text: string, inner = '') =>
    `    <answer fraction="${weight}" format="moodle_auto_format">\n      <text>${cdata(text)}</text>\n${NO_FEEDBACK}${inner}    </answer>\n`
  const asked = (html: string, choice: string) =>
    holder('subquestion', html, '', `      <answer>\n        <text>${cdata(choice)}</text>\n      </answer>\n`)
  const choiceHead = (isSingle: boolean) =>
    `    <single>${isSingle}</single>\n${SHUFFLED}    <answernumbering>ABCD</answernumbering>\n` +
    `    <showstandardinstruction>0</showstandardinstruction>\n${COMBINED}`
  switch (body.type) {
    case 'single-choice':
      return (
        choiceHead(true) + body.options.map((option, index) => answer(index === body.key ? 100 : 0, option)).join('')
      )
    case 'multiple-choice': {
      const weights = optionWeights(body)
      return choiceHead(false) + body.options.map((option, index) => answer(weights[index] as string, option)).join('')
    }
    case 'true-false':
      return word(body.isTrue ? 100 : 0, 'true') + word(body.isTrue ? 0 : 100, 'false')
    case 'true-false-group': {
      const [yes, no] = locale === 'vi' ? ['Đúng', 'Sai'] : ['True', 'False']
      const missing = [true, false].filter((truth) => !body.statements.some(({ isTrue }) => isTrue === truth))
      return [
        SHUFFLED.replace('true', 'false'),
        COMBINED,
        ...body.statements.map(({ text, isTrue }) => asked(text, isTrue ? yes : no)),
        ...missing.map((truth) => asked('', truth ? yes : no)),
      ].join('')
    }
    case 'short-text':
      return `    <usecase>0</usecase>\n${body.accepted.map((text) => word(100, acceptedAsPattern(text))).join('')}`
    case 'number': {
      const unit = `    <units>\n      <unit>\n        <multiplier>1</multiplier>\n        <unit_name>${escapeXml(body.unit)}</unit_name>\n      </unit>\n    </units>\n`
      return [
        word(100, String(body.value), `      <tolerance>${body.tolerance}</tolerance>\n`),
        body.unit === '' ? '' : unit,
        // The unit may be typed and is not graded; without a unit none is shown.
        `    <unitgradingtype>0</unitgradingtype>\n    <unitpenalty>0.1</unitpenalty>\n`,
        `    <showunits>${body.unit === '' ? 3 : 0}</showunits>\n    <unitsleft>0</unitsleft>\n`,
      ].join('')
    }
    case 'ordering':
      return [
        '    <layouttype>VERTICAL</layouttype>\n    <selecttype>ALL</selecttype>\n',
        `    <selectcount>${body.entries.length}</selectcount>\n`,
        `    <gradingtype>${body.grading === 'partial' ? 'RELATIVE_ALL_PREVIOUS_AND_NEXT' : 'ALL_OR_NOTHING'}</gradingtype>\n`,
        `    <showgrading>HIDE</showgrading>\n    <numberingstyle>none</numberingstyle>\n${COMBINED}`,
        ...body.entries.map((entry, index) => answer(`${index + 1}.0000000`, entry)),
      ].join('')
    case 'matching':
      return [
        SHUFFLED,
        COMBINED,
        ...body.pairs.map(({ prompt, choice }) => asked(prompt, plainChoice(choice))),
        ...body.distractors.map((choice) => asked('', plainChoice(choice))),
      ].join('')
  }
}

/** HTML with the addresses that Moodle gives to files of a text, and those files. */
function withFiles(html: string, media: ReadonlyMap<string, MediaFile>): { text: string; files: string } {
  let text = withoutForeignFormulas(html)
  let files = ''
  for (const id of mediaIdsOf(html)) {
    const file = media.get(id)
    if (!file) continue
    const name = fileNameOf(id, file)
    text = text.split(`src="media:${id}"`).join(`src="@@PLUGINFILE@@/${name}"`)
    files += `      <file name="${name}" path="/" encoding="base64">${Buffer.from(file.bytes).toString('base64')}</file>\n`
  }
  return { text: text.replace(/<audio /g, '<audio controls="true" '), files }
}
