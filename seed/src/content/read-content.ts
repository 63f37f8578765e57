import { readdirSync, readFileSync } from 'node:fs'
import type { CitationRole, CognitiveLevel, ItemBody, ItemTranslation, Topic, UnitKind } from '@thiso/contracts/vocab'

/** What stands in seed/content: the units of the province and the items with their sources. */

export interface ContentItem {
  code: string
  topic: Topic
  subtopicId: null
  level: CognitiveLevel
  body: ItemBody
  explanation: string
  translations: { en?: ItemTranslation }
  points: number
  intendedDifficulty: number | null
  tags: string[]
  competences: string[]
  /** Entries of the fact list that the item rests on. */
  facts: string[]
  /** Names in sources.json. */
  sources: { document: string; locator: string; role: CitationRole }[]
  unitIds: string[]
  exclusionGroup: string
  variantGroup: string
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

/** Every item, in the order of the files' names; a folder is named after its topic. */
export function readItems(): ContentItem[] {
  return readdirSync(new URL('items/', CONTENT))
    .sort()
    .flatMap((topic) =>
      readdirSync(new URL(`items/${topic}/`, CONTENT))
        .sort()
        .flatMap((name) =>
          (read(`items/${topic}/${name}`) as Partial<ContentItem>[]).map(
            (item) => ({ ...DEFAULTS, ...item, topic: topic as Topic }) as ContentItem,
          ),
        ),
    )
}

const DEFAULTS = {
  subtopicId: null,
  translations: {},
  points: 1,
  intendedDifficulty: null,
  unitIds: [],
  exclusionGroup: '',
  variantGroup: '',
}

/** @throws Error when a name is not in sources.json */
export function resolveSources(cited: ContentItem['sources'], sources: Sources) {
  return cited.map(({ document, locator, role }) => {
    const source = sources[document]
    if (!source) throw new Error(`no source ${document}`)
    return { documentId: null, title: source.title, url: source.urls[0] ?? '', locator, role }
  })
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, CONTENT), 'utf8'))
}
