/// <reference types="jest" />
import type { Problem } from '@thiso/contracts'
import { ApiError, NetworkError } from '@thiso/kit/api/client'
import { hitchOf } from './start-hitch'

const refusal = (code: Problem['code'], status: number, params?: Problem['params']) =>
  new ApiError({ type: '', title: '', code, status, messages: { vi: '', en: '' }, ...(params ? { params } : {}) })

describe('a start that fails', () => {
  it('is tried again without network and while the server is full', () => {
    expect(hitchOf(new NetworkError('offline'), 1)).toEqual({ why: 'noNetwork', afterMs: 0 })
    expect(hitchOf(refusal('SERVER.BUSY', 503), 9)).toEqual({ why: 'crowded', afterMs: 0 })
    expect(hitchOf(refusal('REQUEST.TOO_MANY', 429, { seconds: 3 }), 1)).toEqual({ why: 'crowded', afterMs: 3_000 })
  })

  it('forgives a page whose clock is a moment ahead, but not for ever', () => {
    expect(hitchOf(refusal('ROUND.NOT_OPEN', 409), 1)?.why).toBe('notYet')
    expect(hitchOf(refusal('ROUND.NOT_OPEN', 409), 6)).toBeNull()
  })

  it('takes a no for a no', () => {
    expect(hitchOf(refusal('ATTEMPT.LIMIT_REACHED', 409), 1)).toBeNull()
    expect(hitchOf(refusal('ROUND.CLOSED', 409), 1)).toBeNull()
  })
})
