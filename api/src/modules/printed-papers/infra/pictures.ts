import sharp from 'sharp'

/** A picture of an item, fit for print. */
export interface Picture {
  bytes: Buffer
  kind: 'png' | 'jpg'
  /** In pixels. */
  size: { width: number; height: number }
}

/** Pictures by media id; sounds and what cannot be read are left out. PNG and JPEG stay as they are, the rest becomes PNG. */
export async function readPictures(
  media: readonly { id: string; mime: string; bytes: Uint8Array }[],
): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>()
  for (const { id, mime, bytes } of media) {
    if (!mime.startsWith('image/')) continue
    const { width, height, format } = await sharp(bytes).metadata()
    const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const isFit = format === 'png' || format === 'jpeg'
    pictures.set(id, {
      bytes: isFit ? own : await sharp(bytes).png().toBuffer(),
      kind: format === 'jpeg' ? 'jpg' : 'png',
      size: { width, height },
    })
  }
  return pictures
}
