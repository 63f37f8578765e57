import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** Years before it have no place in a zip file. */
const FIRST_MOMENT = Date.UTC(1980, 0, 2)

/**
 * A Word file that says another moment of its making, and whose parts are named by their order: the library writes the present moment and
 * names by chance.
 * @param completed the document's own part as it shall be
 */
export function stableDocx(file: Uint8Array, at: Date, completed: (xml: string) => string): Buffer {
  const parts = unzipSync(file)
  const names = new Map<string, string>()
  const named = (text: string) =>
    text
      .replace(/\brId[\w-]{15,}/g, (id) => nameOf(names, id, 'rIdLink'))
      .replace(
        /\bmedia\/([\w-]{20,})\.(png|jpg)/g,
        (_, id: string, kind: string) => `media/${nameOf(names, id, 'picture')}.${kind}`,
      )
  // Pictures are counted over all files that the process ever made.
  let pictures = 0
  const counted = (text: string) => text.replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++pictures}"`)
  const moment = at.toISOString().replace(/\.\d+Z$/, 'Z')
  const dated = (text: string) => text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
  const mtime = new Date(Math.max(at.getTime(), FIRST_MOMENT))
  // The document first: what it names has its number from its place there.
  const order = Object.keys(parts).sort(
    (a, b) => Number(b === 'word/document.xml') - Number(a === 'word/document.xml') || (a < b ? -1 : 1),
  )
  const files: Zippable = {}
  for (const name of order) {
    const bytes = parts[name] as Uint8Array
    const isText = /\.(xml|rels)$/.test(name)
    const text = () => {
      const own = counted(dated(named(strFromU8(bytes))))
      return name === 'word/document.xml' ? completed(own) : own
    }
    files[named(name)] = [isText ? strToU8(text()) : bytes, { mtime, level: isText ? 6 : 0, os: 3 }]
  }
  return Buffer.from(zipSync(files))
}

function nameOf(names: Map<string, string>, id: string, prefix: string): string {
  const known = names.get(id)
  if (known) return known
  const name = `${prefix}${names.size + 1}`
  names.set(id, name)
  return name
}
