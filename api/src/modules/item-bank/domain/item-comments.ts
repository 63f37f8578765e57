import type { CommentAct } from '@thiso/contracts/vocab'

export interface CommentLine {
  version: number
  act: CommentAct | null
  at: Date
}

/**
 * IB-17: does a ruling about an item still call for its author? It does while the version that was ruled about is the current one and
 * nobody has approved it again since.
 * @param comments of the item, in any order
 */
export function isRuled(comments: readonly CommentLine[], version: number): boolean {
  const latest = (fits: (act: CommentAct) => boolean) =>
    Math.max(
      ...comments.flatMap((comment) =>
        comment.version === version && comment.act !== null && fits(comment.act) ? [comment.at.getTime()] : [],
      ),
    )
  return latest((act) => act.startsWith('ruled-')) > latest((act) => act === 'approve')
}
