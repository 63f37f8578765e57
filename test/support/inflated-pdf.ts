import { inflateSync } from 'node:zlib'

/** The same PDF with its streams laid open, so that `pdfLines` can read it. Its table of addresses no longer fits; no viewer opens it. */
export function inflated(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const streams = /<<([^<>]*(?:<<[^<>]*>>[^<>]*)*)>>\s*stream\r?\n/g
  let open = ''
  let from = 0
  for (const match of text.matchAll(streams)) {
    const begin = match.index + match[0].length
    const length = Number(/\/Length (\d+)/.exec(match[1] ?? '')?.[1])
    if (!match[0].includes('/FlateDecode') || match.index < from) continue
    open += text.slice(from, begin).replace('/Filter /FlateDecode', '')
    open += inflateSync(pdf.subarray(begin, begin + length)).toString('latin1')
    from = begin + length
  }
  return Buffer.from(open + text.slice(from), 'latin1')
}
