import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { ProblemError } from '../../../../../kernel/problem-error.js'

export interface XmlHandlers {
  open(local: string, attributes: Record<string, string>): void
  close(local: string): void
  text(text: string): void
}

const CHUNK = 1 << 16
const DEPTH = 64

/**
 * Reads XML from beginning to end without keeping it: a sheet of many rows has millions of elements. No DTD, no entities.
 * @param part what the sentence of the problem names
 * @throws ProblemError UPLOAD.ENTITIES, UPLOAD.UNREADABLE
 */
export function streamXml(bytes: Uint8Array, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  const refuse = (): never => {
    throw new ProblemError('UPLOAD.UNREADABLE', { reason: `${part} ${parser.line}:${parser.column + 1}` })
  }
  parser.on('doctype', () => {
    throw new ProblemError('UPLOAD.ENTITIES')
  })
  parser.on('error', refuse)
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > DEPTH) refuse()
    handlers.open(localOf(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    handlers.close(localOf(tag.name))
  })
  parser.on('text', (text) => handlers.text(text))
  parser.on('cdata', (text) => handlers.text(text))
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const decoder = new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8')
  for (let at = 0; at < bytes.length; at += CHUNK)
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length }))
  parser.close()
}

const localOf = (name: string) => name.slice(name.indexOf(':') + 1)
