import type { CommentAct } from '@thiso/contracts/vocab'
import { isRuled } from './item-comments'

const line = (minute: number, act: CommentAct | null, version = 2) => ({ version, act, at: new Date(minute * 60_000) })

describe('IB-17 an item that was ruled about', () => {
  it.each<[string, boolean, ReturnType<typeof line>[]]>([
    ['no ruling', false, [line(1, null), line(2, 'approve')]],
    ['a ruling', true, [line(1, 'approve'), line(2, 'ruled-key')]],
    ['a ruling in an earlier version', false, [line(2, 'ruled-strike', 1)]],
    ['approved again since', false, [line(3, 'approve'), line(2, 'ruled-also-right')]],
    ['ruled about once more', true, [line(2, 'ruled-key'), line(3, 'approve'), line(4, 'ruled-all-right')]],
    ['sent back and not approved yet', true, [line(2, 'ruled-key'), line(3, 'send_back')]],
    ['another version approved', true, [line(2, 'ruled-key'), line(3, 'approve', 1)]],
  ])('with %s calls for its author: %s', (_, expected, comments) => {
    expect(isRuled(comments, 2)).toBe(expected)
  })
})
