import { createHash } from 'node:crypto'

/** A setting of a Safe Exam Browser file: what an XML property list can hold. Dates and data stand as the text that they are hashed as. */
export type SettingValue = string | number | boolean | SettingValue[] | { [name: string]: SettingValue }

const DEEPEST = 40

/**
 * The Config Key of settings: SHA-256, in hex, of their JSON without white space and without escaping, keys of every dictionary in order
 * without regard to case, empty dictionaries and the top `originatorVersion` left out (the browser's documentation "Config Key").
 */
export function configKeyOf(settings: { [name: string]: SettingValue }): string {
  const { originatorVersion: _, ...rest } = settings
  return createHash('sha256').update(plainJson(rest)).digest('hex')
}

function plainJson(value: SettingValue): string {
  if (typeof value === 'string') return `"${value}"`
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(plainJson).join(',')}]`
  const names = Object.keys(value).filter((name) => !isEmptyDictionary(value[name] as SettingValue))
  names.sort((a, b) => compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b))
  return `{${names.map((name) => `"${name}":${plainJson(value[name] as SettingValue)}`).join(',')}}`
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const isEmptyDictionary = (value: SettingValue) =>
  typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0

/**
 * The settings in the text of a file: an XML property list or JSON.
 * @returns null for what is no settings file
 */
export function readSettings(text: string): { [name: string]: SettingValue } | null {
  try {
    const plain = text.replace(/^\uFEFF/, '')
    const value = plain.trimStart().startsWith('{') ? (JSON.parse(plain) as SettingValue) : readPropertyList(plain)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*>|<(\/?)([a-z]+)\s*(\/?)>|<plist[^>]*>/gi

/** @throws Error for anything but a plain property list; entities of its own are not understood */
function readPropertyList(xml: string): SettingValue {
  let at = 0
  const next = () => {
    for (;;) {
      TOKEN.lastIndex = at
      const found = TOKEN.exec(xml)
      if (!found) throw new Error('ended too early')
      const between = xml.slice(at, found.index)
      at = TOKEN.lastIndex
      const name = found[2]?.toLowerCase()
      if (!name || name === 'plist') continue
      return { name, isEnd: found[1] === '/', isEmpty: found[3] === '/', between }
    }
  }
  type Token = ReturnType<typeof next>
  const textOf = ({ name, isEmpty }: Token): string => {
    if (isEmpty) return ''
    const end = next()
    if (!end.isEnd || end.name !== name) throw new Error(`${name} is not closed`)
    return unescaped(end.between)
  }
  const read = (token: Token, depth: number): SettingValue => {
    if (depth > DEEPEST || token.isEnd) throw new Error('not a value')
    switch (token.name) {
      case 'string':
        return textOf(token)
      case 'date':
        return textOf(token).trim()
      case 'data':
        return textOf(token).replace(/\s/g, '')
      case 'integer':
      case 'real': {
        const number = Number(textOf(token))
        if (!Number.isFinite(number)) throw new Error('not a number')
        return number
      }
      case 'true':
      case 'false':
        textOf(token)
        return token.name === 'true'
      case 'array': {
        const values: SettingValue[] = []
        for (let each = token.isEmpty ? null : next(); each && !each.isEnd; each = next())
          values.push(read(each, depth + 1))
        return values
      }
      case 'dict': {
        const values: { [name: string]: SettingValue } = Object.create(null)
        for (let each = token.isEmpty ? null : next(); each && !each.isEnd; each = next()) {
          if (each.name !== 'key') throw new Error('a value without a key')
          values[textOf(each)] = read(next(), depth + 1)
        }
        return values
      }
      default:
        throw new Error(`unknown: ${token.name}`)
    }
  }
  return read(next(), 0)
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (_, name: string) => {
    if (name.startsWith('#x') || name.startsWith('#X')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    const found = ENTITIES[name]
    if (found === undefined) throw new Error('an entity of its own')
    return found
  })
}
