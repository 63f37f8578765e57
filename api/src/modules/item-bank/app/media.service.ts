import { createHash, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { type MediaHead, MediaRepository } from '../infra/media.repository.js'

const IMAGE_BYTES_MAX = 5 * 1024 * 1024
const AUDIO_BYTES_MAX = 10 * 1024 * 1024
const PIXELS_MAX = 40_000_000
/** Wider than any phone needs, with room for enlarging. */
const WIDTH_MAX = 1600

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Pictures and sounds of items. Pictures are drawn anew, so nothing hides in them and no place of taking is told. */
@Injectable()
export class MediaService {
  constructor(private readonly media: MediaRepository) {}

  /**
   * Keeps a picture (PNG, JPEG, WebP, GIF) or a sound (MP3, OGG, WAV, M4A), recognised by its content. The same file is kept once.
   * @throws ProblemError MEDIA.REFUSED for anything else, an SVG included; UPLOAD.TOO_LARGE
   */
  async keep(actorId: string | null, bytes: Uint8Array): Promise<MediaHead> {
    const kind = kindOf(bytes)
    if (!kind) throw new ProblemError('MEDIA.REFUSED')
    const limit = kind === 'image' ? IMAGE_BYTES_MAX : AUDIO_BYTES_MAX
    if (bytes.length > limit) throw new ProblemError('UPLOAD.TOO_LARGE', { megabytes: limit / 1024 / 1024 })
    const kept =
      kind === 'image'
        ? await redraw(bytes)
        : { bytes: Buffer.from(bytes), mime: audioMime(bytes), width: null, height: null }
    const sha256 = createHash('sha256').update(kept.bytes).digest()
    const known = await this.media.findByHash(sha256)
    if (known) return known
    const row = { id: randomUUID(), kind, ...kept, sha256, uploadedBy: actorId }
    await this.media.insert(row)
    return { id: row.id, kind, mime: row.mime, byteCount: row.bytes.length, width: row.width, height: row.height }
  }

  async demand(mediaId: string) {
    const found = await this.media.find(mediaId)
    if (!found) throw new ProblemError('MEDIA.NOT_FOUND')
    return found
  }

  findMany(mediaIds: readonly string[]) {
    return this.media.findMany(mediaIds.filter((id) => UUID.test(id)))
  }

  /** Which of these ids are there. */
  known(mediaIds: readonly string[]): Promise<Set<string>> {
    return this.media.known(mediaIds.filter((id) => UUID.test(id)))
  }
}

async function redraw(bytes: Uint8Array) {
  try {
    // Loaded with the first picture: its native part is large.
    const { default: sharp } = await import('sharp')
    const image = sharp(bytes, { limitInputPixels: PIXELS_MAX, animated: false, failOn: 'error' })
    const { hasAlpha, format } = await image.metadata()
    const resized = image.rotate().resize({ width: WIDTH_MAX, withoutEnlargement: true })
    // Drawings stay sharp, photographs small.
    const isDrawing = format === 'png' || format === 'gif' || hasAlpha
    const { data, info } = await (isDrawing
      ? resized.png({ compressionLevel: 9, palette: true })
      : resized.jpeg({ quality: 82, mozjpeg: true })
    ).toBuffer({ resolveWithObject: true })
    return { bytes: data, mime: isDrawing ? 'image/png' : 'image/jpeg', width: info.width, height: info.height }
  } catch {
    throw new ProblemError('MEDIA.REFUSED')
  }
}

function kindOf(bytes: Uint8Array): 'image' | 'audio' | null {
  const head = Buffer.from(bytes.subarray(0, 16))
  const text = head.toString('latin1')
  if (text.startsWith('\x89PNG\r\n') || text.startsWith('\xff\xd8\xff') || /^GIF8[79]a/.test(text)) return 'image'
  if (text.startsWith('RIFF'))
    return text.slice(8, 12) === 'WEBP' ? 'image' : text.slice(8, 12) === 'WAVE' ? 'audio' : null
  return audioMime(bytes) ? 'audio' : null
}

function audioMime(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (text.startsWith('RIFF')) return 'audio/wav'
  if (text.startsWith('OggS')) return 'audio/ogg'
  if (text.startsWith('ID3') || ((bytes[0] ?? 0) === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'audio/mpeg'
  if (text.slice(4, 11) === 'ftypM4A' || text.slice(4, 12) === 'ftypmp42') return 'audio/mp4'
  return ''
}
