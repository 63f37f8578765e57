import type { PdfDocument } from './pdf-document.js'

/** The parts of a document's structure that readers for the blind go by (ISO 32000-1, 14.8.4). */
type TagName = 'P' | 'H1' | 'H2' | 'H3' | 'L' | 'LI' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Sect'

interface Element {
  add(child: unknown): Element
  end(): void
}

interface Tagging {
  struct(type: string, options?: { alt?: string }): Element
  addStructure(element: Element): void
  markStructureContent(tag: string): unknown
  endMarkedContent(): void
}

/** A part of the structure, made when the first of it is drawn, so that parts follow each other as they are read. */
export class Tag {
  private element: Element | undefined

  /** @param alt what a picture shows */
  constructor(
    readonly name: TagName,
    private readonly parent: Tag | null,
    private readonly alt?: string,
  ) {}

  /** What is drawn belongs to this part. */
  draw(document: PdfDocument, work: () => void): void {
    const tagging = document as unknown as Tagging
    const element = this.elementIn(tagging)
    const content = tagging.markStructureContent(this.name)
    work()
    tagging.endMarkedContent()
    element.add(content)
  }

  /** Nothing more of it comes: it is written out and forgotten. */
  end(): void {
    this.element?.end()
  }

  private elementIn(tagging: Tagging): Element {
    if (!this.element) {
      const element = tagging.struct(this.name, this.alt === undefined ? {} : { alt: this.alt })
      this.element = element
      const parent = this.parent ? this.parent.elementIn(tagging) : rootOf(tagging)
      parent.add(element)
    }
    return this.element
  }
}

const roots = new WeakMap<Tagging, Element>()

/** The whole document, which all parts belong to. */
function rootOf(tagging: Tagging): Element {
  let root = roots.get(tagging)
  if (!root) {
    root = tagging.struct('Document')
    tagging.addStructure(root)
    roots.set(tagging, root)
  }
  return root
}

/** What stands on the page but says nothing: rules, the foot of a page. */
export function untagged(document: PdfDocument, work: () => void): void {
  const tagging = document as unknown as { markContent(tag: string, options: object): void; endMarkedContent(): void }
  tagging.markContent('Artifact', { type: 'Pagination' })
  work()
  tagging.endMarkedContent()
}
