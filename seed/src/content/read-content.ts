import { readdirSync, readFileSync } from 'node:fs'
import type { CognitiveLevel, Topic, UnitKind } from '@thiso/contracts/vocab'

/** What stands in seed/content: the units of the province and the items with their sources. */

export interface ContentItem {
  code: string
  topic: Topic
  level: CognitiveLevel
  stem: string
  options: string[]
  key: number
  explanation: string
  /** Entries of the fact list that the item rests on. */
  facts: string[]
  /** Names in sources.json. */
  sources: string[]
  validFrom: string | null
  validTo: string | null
}

export interface ContentUnit {
  code: string
  name: string
  kind: UnitKind
  parentCode: string | null
  validFrom: string | null
  validTo: string | null
}

export type Sources = Record<string, { title: string; urls: string[] }>

const CONTENT = new URL('../../content/', import.meta.url)

/** Parents before their children. */
export function readUnits(): ContentUnit[] {
  return read('units.json') as ContentUnit[]
}

export function readSources(): Sources {
  return read('sources.json') as Sources
}

/** Every item, in the order of the files' names; a file is named after its topic. */
export function readItems(): ContentItem[] {
  return readdirSync(new URL('items/', CONTENT))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) =>
      (read(`items/${name}`) as Omit<ContentItem, 'topic'>[]).map((item) => ({
        ...item,
        topic: name.slice(0, -'.json'.length) as Topic,
      })),
    )
}

/** @throws Error when a name is not in sources.json */
export function resolveSources(names: readonly string[], sources: Sources): { title: string; url: string | null }[] {
  return names.map((name) => {
    const source = sources[name]
    if (!source) throw new Error(`no source ${name}`)
    return { title: source.title, url: source.urls[0] ?? null }
  })
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, CONTENT), 'utf8'))
}
