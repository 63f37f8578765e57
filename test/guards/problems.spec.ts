import { type ErrorCode, errors } from '@thiso/contracts'
import { filesBelow, isCode, textOf } from './sources'

const codes = Object.keys(errors) as ErrorCode[]
const api = filesBelow('api/src', isCode).map(textOf).join('\n')

it.each(codes)('%s has a status and a sentence in both languages that says what to do', (code) => {
  const { status, vi, en } = errors[code]
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(600)
  for (const sentence of [vi, en]) {
    expect(sentence.length).toBeGreaterThan(15)
    // A parameter at the end is a sentence of its own, in that language.
    expect(sentence).toMatch(/(\.|(Vi|En)\})$/)
    // Nothing that only programmers read.
    expect(sentence).not.toMatch(/\b(null|undefined|exception|HTTP|JSON|ID)\b/)
  }
})

it.each(codes)('%s names the same parameters in both languages, words each in its own', (code) => {
  const { vi, en } = errors[code]
  const names = (sentence: string) => [...sentence.matchAll(/\{(\w+?)(?:Vi|En)?\}/g)].map(([, name]) => name)
  expect(new Set(names(en))).toEqual(new Set(names(vi)))
})

it('each code is used, and its status is one that a client can tell apart', () => {
  expect(codes.filter((code) => !api.includes(`'${code}'`))).toEqual([])
  const known = new Set([400, 401, 403, 404, 409, 413, 429, 500, 503])
  expect(codes.filter((code) => !known.has(errors[code].status))).toEqual([])
})
