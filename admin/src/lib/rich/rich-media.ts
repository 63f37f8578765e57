import { attributesOf, decoded, quoted } from './rich-tree'

/** As it is stored, and as the editing surface and a copy from the page have it. */
export const MEDIA_ADDRESS = /^(?:media:|(?:https?:\/\/[^/]+)?\/api\/media\/)([0-9a-f-]{36})$/i

/** Is there neither a word nor a picture nor a sound? */
export function isBlankHtml(html: string): boolean {
  return !/<(img|audio)\b/i.test(html) && decoded(html.replace(/<[^>]*>/g, '')).trim() === ''
}

export interface Medium {
  kind: 'image' | 'audio'
  mediaId: string
  /** What is read out or shown in its place. */
  alternative: string
}

/** Pictures and sounds of a stored text, in their order. */
export function mediaOf(html: string): Medium[] {
  return [...html.matchAll(/<(img|audio)\b[^>]*>/gi)].flatMap(([tag, name]) => {
    const attributes = attributesOf(tag)
    const [, mediaId] = MEDIA_ADDRESS.exec(attributes['src'] ?? '') ?? []
    if (!mediaId) return []
    return [mediumOf(name?.toLowerCase() === 'img', mediaId, attributes)]
  })
}

/** The same text with another alternative for its `index`-th picture or sound. */
export function withAlternative(html: string, index: number, alternative: string): string {
  const medium = mediaOf(html)[index]
  let at = -1
  return html.replace(/<(img|audio)\b[^>]*>(?:<\/audio>)?/gi, (whole) => {
    if (mediaOf(whole).length === 0) return whole
    at++
    return at === index && medium ? mediumTag({ ...medium, alternative }, `media:${medium.mediaId}`) : whole
  })
}

/** A picture or sound to be put into an editing surface. */
export const shownMedium = (medium: Medium) => mediumTag(medium, `/api/media/${medium.mediaId}`)

export function mediumOf(isImage: boolean, mediaId: string, attributes: Record<string, string>): Medium {
  return isImage
    ? { kind: 'image', mediaId, alternative: attributes['alt'] ?? '' }
    : { kind: 'audio', mediaId, alternative: attributes['title'] ?? '' }
}

export function mediumTag({ kind, alternative }: Medium, src: string): string {
  return kind === 'image'
    ? `<img src="${src}" alt="${quoted(alternative)}">`
    : `<audio src="${src}" title="${quoted(alternative)}"${src.startsWith('media:') ? '' : ' controls'}></audio>`
}
