import { AlignmentType, ImageRun, Paragraph } from 'docx'
import sharp from 'sharp'
import { barStrips } from '../charts/bars.js'
import { describeChart } from '../charts/describe.js'
import { lineStrips } from '../charts/lines.js'
import type { ChartSetting, Strip } from '../charts/marks.js'
import { chartSvg } from '../charts/svg.js'
import type { BarChartBlock, LinePlotBlock, PictureBlock } from '../document.js'
import { cleanText } from '../set-text.js'
import { formatNumber } from '../words.js'
import { centred, type WordPage } from './page.js'
import { runsOf } from './texts.js'

/** Dots to the inch of charts, which Word takes as pictures. */
const DENSITY = 220
/** Points; a chart that is higher goes on in the next picture. */
const HEIGHT_MAX = 560

/** A chart as pictures; what they show stands in words behind them. */
export async function chartDocx(page: WordPage, chart: BarChartBlock | LinePlotBlock): Promise<Paragraph[]> {
  const setting: ChartSetting = {
    width: page.width / 20,
    size: 11,
    measure: (text, face, size) => page.typeface.measure(text, face, size),
    format: (value, decimals) => formatNumber(value, page.locale, decimals),
  }
  const strips = chart.kind === 'bar-chart' ? barStrips(setting, chart) : lineStrips(setting, chart)
  const alt = describeChart(chart, page.locale)
  const paragraphs: Paragraph[] = []
  for (const part of parted(strips)) {
    const height = part.reduce((sum, strip) => sum + strip.height, 0)
    const svg = chartSvg(page.typeface, part, setting.width)
    const bytes = await sharp(Buffer.from(svg), { density: DENSITY })
      .flatten({ background: '#ffffff' })
      .png({ compressionLevel: 9 })
      .toBuffer()
    paragraphs.push(pictureParagraph(bytes, 'png', setting.width, height, alt, paragraphs.length === 0 ? 160 : 0))
  }
  return paragraphs
}

function parted(strips: readonly Strip[]): Strip[][] {
  const parts: Strip[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const strip of strips) {
    if (used + strip.height > HEIGHT_MAX) {
      parts.push([])
      used = 0
    }
    ;(parts.at(-1) as Strip[]).push(strip)
    used += strip.height
  }
  return parts
}

export async function pictureDocx(page: WordPage, { bytes, width, alt, caption }: PictureBlock): Promise<Paragraph[]> {
  const { width: pixels, height: pixelsHigh, format } = await sharp(bytes).metadata()
  const own = Math.min((width * 72) / 25.4, page.width / 20, (HEIGHT_MAX * pixels) / pixelsHigh)
  const kind = format === 'jpeg' ? 'jpg' : 'png'
  const picture = pictureParagraph(
    Buffer.from(bytes),
    kind,
    own,
    (own * pixelsHigh) / pixels,
    cleanText(alt),
    160,
    caption !== undefined,
  )
  return caption === undefined ? [picture] : [picture, centred(runsOf(caption, { italics: true, size: 24 }), 60)]
}

/** Lengths in points; Word's library counts 96 pixels to the inch. */
function pictureParagraph(
  data: Buffer,
  type: 'png' | 'jpg',
  width: number,
  height: number,
  alt: string,
  before: number,
  keepNext = false,
): Paragraph {
  const pixels = (points: number) => Math.round((points * 96) / 72)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after: 0 },
    keepNext,
    children: [
      new ImageRun({
        type,
        data,
        transformation: { width: pixels(width), height: pixels(height) },
        altText: { name: alt.slice(0, 60), title: alt.slice(0, 250), description: alt },
      }),
    ],
  })
}
