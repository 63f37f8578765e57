import type { PictureBlock } from '../document.js'
import { cleanText } from '../set-text.js'
import { paragraphRows } from './lines.js'
import { openedPicture } from './pdf-document.js'
import { mm, type PageRow, piecesOf, type Sheet } from './sheet.js'
import { Tag } from './tags.js'

/** A picture in the middle, as wide as it is wished for and fits, with its caption. */
export function pictureRows(sheet: Sheet, { bytes, width, alt, caption }: PictureBlock): PageRow[] {
  const { document, size } = sheet
  const image = openedPicture(document, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const natural = image as unknown as { width: number; height: number }
  const scale = Math.min(Math.min(mm(width), sheet.width) / natural.width, (sheet.room * 0.8) / natural.height)
  const [own, height] = [natural.width * scale, natural.height * scale]
  const below =
    caption === undefined
      ? []
      : paragraphRows({ ...sheet, size: size * 0.92 }, piecesOf(caption, { italic: true }), sheet.width, {
          align: 'center',
          gap: size * 0.3,
          isBalanced: true,
        })
  return [
    {
      height,
      gap: size * 0.8,
      staysWithNext: below.length > 0,
      tag: new Tag('Figure', null, cleanText(alt)),
      draw: (x, y) => void document.image(image, x + (sheet.width - own) / 2, y, { width: own, height }),
    },
    ...below.map((row) => ({ ...row, tag: new Tag('P', null) })),
  ]
}
