import type { ItemBody } from '@thiso/contracts/vocab'
import { readDocx } from '../docx-read.js'
import { type Run, wordFile, WordWriter } from './word-file.sample.js'

/** Papers for specs, and what came of them in short. */

const w = new WordWriter('word')
export const p = (...texts: (Run | Run[])[]) => texts.map((text) => w.p(text)).join('')
export const read = async (body: string, numbering = '') =>
  (await readDocx(wordFile({ body, ...(numbering ? { numbering } : {}) }))).rows
export const options = (name: string) => p(`A. ${name} một`, `B. ${name} hai`, `C. ${name} ba`, `D. ${name} bốn`)
export const question = (number: number | string, name = `hỏi ${number}`) =>
  p(`Câu ${number}: ${name}?`) + options(name)

export const keysOf = (rows: { draft: { body: ItemBody } }[]) =>
  rows.map(({ draft: { body } }) => {
    switch (body.type) {
      case 'single-choice':
        return body.key < 0 ? '-' : 'ABCDEFGH'.charAt(body.key)
      case 'multiple-choice':
        return body.keys.map((key) => 'ABCDEFGH'.charAt(key)).join('')
      case 'true-false-group':
        return body.statements.map(({ isTrue }) => (isTrue ? 'Đ' : 'S')).join('')
      case 'true-false':
        return body.isTrue ? 'Đ' : 'S'
      case 'number':
        return `${body.value}${body.unit}`
      case 'short-text':
        return body.accepted.join('|')
      default:
        return body.type
    }
  })

export const codesOf = (rows: { problems: { code: string }[] }[]) =>
  rows.flatMap(({ problems }) => problems.map(({ code }) => code))
