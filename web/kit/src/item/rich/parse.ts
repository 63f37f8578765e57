import { type RichNode, keptOf } from './kept'

const known = new Map<string, readonly RichNode[]>()
const MOST_KNOWN = 200

/** A text as it is shown. Nothing in a document that is only parsed runs or loads. */
export function parsed(text: string): readonly RichNode[] {
  if (!/[<&]/.test(text)) return [text]
  const found = known.get(text)
  if (found) return found
  const { body } = new DOMParser().parseFromString(text, 'text/html')
  const nodes = keptOf(body.childNodes)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, nodes)
  return nodes
}
