import type { Locale } from '../../text/format'
import type { RichElement } from './kept'

export interface PictureProps {
  /** Of the medium. */
  id: string
  alt: string
  /** In px, where it is known: then its place has its shape before it comes, otherwise a usual one. */
  size: { width: number; height: number } | null
  language: Locale
}

export const addressOf = (id: string) => `/api/media/${id}`

/** What a picture's attributes say of it. */
export function pictureOf(attributes: RichElement['attributes'], language: Locale): PictureProps {
  const [width, height] = [Number(attributes['width'] ?? 0), Number(attributes['height'] ?? 0)]
  return {
    id: attributes['src'] ?? '',
    alt: attributes['alt'] ?? '',
    size: width > 0 && height > 0 ? { width, height } : null,
    language,
  }
}
