import { escapeHtml, type ItemProblem, plainText } from '@thiso/contracts/vocab'
import { isPictureName, isSoundName, type MediaShelf, withMedia } from './html-media.js'
import { latexOf } from './mathml.js'
import { child, escapeXml, innerMarkup, textOf, type XmlElement } from './safe-xml.js'

/** What stands for a text or a list to be filled in, where it stands within a sentence. */
export const GAP = '_____'

/** Classes that only lay out a page, of TAO and of the shared vocabulary of QTI 3. */
const LAYOUT = /^(?:grid-row|col-\d+|qti-layout-\S+|qti-align-\S+|content|itemcontent|defaultBody)$/
const BLOCK = /<(?:p|div|ul|ol|table|pre|blockquote|h[1-6])[\s>]/

/** Content of a QTI item as HTML: pictures and sounds to `media:` addresses, MathML to LaTeX, feedback and layout taken out. */
export class QtiContent {
  readonly problems: ItemProblem[] = []

  /**
   * @param find a file of the package by its address in the item
   * @param isOwn written by us: white space is as it was meant
   */
  constructor(
    private readonly shelf: MediaShelf,
    private readonly find: (address: string) => Uint8Array | undefined,
    private readonly isOwn: boolean,
  ) {}

  /** The content of an element. @param gap what stands for an interaction within it; '' drops it */
  html(element: XmlElement | undefined, gap: (interaction: XmlElement) => string = () => ''): string {
    const markup = innerMarkup(element, (one) => this.replaced(one, gap)).trim()
    if (this.isOwn) return markup
    return markup
      .replace(/[ \t\n]+/g, ' ')
      .replace(/ ?(<\/?(?:p|ul|ol|li|table|tbody|thead|tr|td|th|blockquote)(?: [^>]*)?>) ?/g, '$1')
      .trim()
  }

  plain(element: XmlElement | undefined): string {
    return plainText(this.html(element))
  }

  private replaced(element: XmlElement, gap: (interaction: XmlElement) => string): string | null {
    const { local, attributes } = element
    const inner = () => innerMarkup(element, (one) => this.replaced(one, gap))
    if (local.endsWith('Interaction')) return gap(element)
    switch (local) {
      case 'feedbackInline':
      case 'feedbackBlock':
      case 'rubricBlock':
      case 'prompt':
      case 'stylesheet':
      case 'infoControl':
      case 'catalogInfo':
      case 'simpleChoice':
      case 'simpleMatchSet':
        return ''
      case 'contentBody':
        return inner()
      case 'p':
      case 'div':
      case 'span':
        return this.block(element, inner(), gap)
      case 'tbody':
        return attributes['class'] === 'implied' ? inner() : null
      case 'math': {
        const latex = latexOf(element)
        if (latex === null) {
          this.problems.push({ code: 'part_ignored', detail: '<math>' })
          return escapeHtml(textOf(element))
        }
        const isBlock = attributes['display'] === 'block'
        return escapeHtml(isBlock ? `\\[${latex}\\]` : `\\(${latex}\\)`)
      }
      case 'svg':
        this.problems.push({ code: 'media_refused', detail: '<svg>' })
        return ''
      case 'img':
        return this.media(
          `<img src="${escapeXml(attributes['src'] ?? '')}" alt="${escapeXml(attributes['alt'] ?? '')}">`,
        )
      case 'object':
        return this.object(element)
      case 'audio': {
        const address = attributes['src'] ?? child(element, 'source')?.attributes['src'] ?? ''
        const title = attributes['title'] ?? attributes['aria-label'] ?? ''
        return this.media(`<audio src="${escapeXml(address)}" title="${escapeXml(title)}"></audio>`)
      }
      case 'video':
        this.problems.push({ code: 'part_ignored', detail: '<video>' })
        return ''
      default:
        return null
    }
  }

  private block(element: XmlElement, inner: string, gap: (interaction: XmlElement) => string): string | null {
    const classes = (element.attributes['class'] ?? '').split(/\s+/)
    if (classes.includes('txt-underline')) return `<u>${inner}</u>`
    if (classes.includes('txt-strike')) return `<s>${inner}</s>`
    if (element.local === 'span') return null
    // A line that holds nothing but the place of the answer says nothing by itself.
    const interactions = interactionsIn(element)
    if (interactions.length > 0 && inner.trim() === interactions.map(gap).join('')) return ''
    if (element.local === 'p') return null
    // Our own frames: of the stem, and of the place for a typed answer with its unit.
    if (this.isOwn && classes.includes('answer')) return ''
    if (this.isOwn && classes.includes('stem')) return inner
    if (BLOCK.test(inner) || classes.some((one) => LAYOUT.test(one)) || inner.trim() === '') return inner
    return `<p>${inner}</p>`
  }

  private object(element: XmlElement): string {
    const { data = '', type = '' } = element.attributes
    const label = escapeXml(textOf(element).trim())
    if (type.startsWith('audio/') || isSoundName(data))
      return this.media(`<audio src="${escapeXml(data)}" title="${label}"></audio>`)
    if (type.startsWith('image/') || isPictureName(data))
      return this.media(`<img src="${escapeXml(data)}" alt="${label}">`)
    this.problems.push({ code: 'part_ignored', detail: data || '<object>' })
    return escapeHtml(textOf(element))
  }

  private media(tag: string): string {
    return withMedia(tag, { shelf: this.shelf, find: this.find, problems: this.problems })
  }
}

/** The interactions below an element, in the order of the document; buttons that end an attempt and players are none. */
export function interactionsIn(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).flatMap((one) => {
    if (typeof one === 'string' || one.local === 'endAttemptInteraction' || one.local === 'mediaInteraction') return []
    return one.local.endsWith('Interaction') ? [one] : interactionsIn(one)
  })
}
