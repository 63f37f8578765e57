import { type ErrorCode, errors, problemOf } from './problem.js'

describe('a problem', () => {
  it('fills its sentences in both languages', () => {
    const problem = problemOf('REQUEST.TOO_MANY', { seconds: 30 })
    expect(problem).toEqual({
      type: 'urn:thi-so:problem:request.too_many',
      title: 'Too many tries. Wait 30 seconds and try again.',
      status: 429,
      code: 'REQUEST.TOO_MANY',
      messages: {
        vi: 'Quá nhiều lần thử. Hãy đợi 30 giây rồi thử lại.',
        en: 'Too many tries. Wait 30 seconds and try again.',
      },
      params: { seconds: 30 },
    })
  })

  it('shows no braces when a parameter is missing', () => {
    for (const code of Object.keys(errors) as ErrorCode[])
      for (const sentence of Object.values(problemOf(code).messages)) expect(sentence).not.toMatch(/[{}]/)
  })
})
