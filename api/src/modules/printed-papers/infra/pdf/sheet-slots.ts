import type { SheetSlot } from '../../domain/answer-sheet.js'
import type { Numbered } from '../../domain/paper-parts.js'
import { letterOf, smallLetterOf } from '../../domain/printed-key.js'
import type { Row } from '../../../../platform/documents/pdf/box.js'
import { dots, type Setting, textBox } from './words.js'

/** A bubble to fill in, and the distance of two of them; points. */
const RADIUS = 6.1
const STEP = 16
const LINE = 16.5
const LABEL = 23
const BOX = 17
const CELL_COUNT = 7

/** One number of the sheet as it is drawn. */
interface Slot {
  width: number
  height: number
  draw(x: number, y: number): void
}

type Entry = Numbered<SheetSlot>['entries'][number]

/** The slots of a part as rows; slots of a kind stand in columns that are read downwards. */
export function slotRows(setting: Setting, entries: readonly Entry[], width: number): Row[] {
  const runs: Entry[][] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last && kindOf(last[0] as Entry) === kindOf(entry)) last.push(entry)
    else runs.push([entry])
  }
  return runs.flatMap((run) =>
    gridRows(
      run.map((entry) => slotOf(setting, entry, width)),
      width,
      isBubbled(run),
    ),
  )
}

/** Narrow columns of bubbles stand in frames of their own, so that the eye does not slip from one to the next. */
function isBubbled([first]: readonly Entry[]): boolean {
  return ['choice', 'truth'].includes(kindOf(first as Entry))
}

function kindOf({ entry }: Entry): string {
  switch (entry.type) {
    case 'single-choice':
    case 'multiple-choice':
      return 'choice'
    case 'true-false':
      return 'truth'
    default:
      return entry.type
  }
}

function gridRows(slots: readonly Slot[], width: number, isDownwards: boolean): Row[] {
  const slotWidth = Math.max(...slots.map((slot) => slot.width))
  const gap = 14
  const columns = Math.max(1, Math.min(slots.length, Math.floor((width + gap) / (slotWidth + gap))))
  // Short parts keep to as many columns as make sense: four bubbles in one row are no table.
  const lines = Math.ceil(slots.length / columns)
  const used = isDownwards ? Math.ceil(slots.length / lines) : columns
  const step = (width + gap) / Math.max(used, isDownwards ? columns : used)
  return Array.from({ length: lines }, (_, line): Row => {
    const own = slots.flatMap((slot, index) => {
      const [column, at] = isDownwards
        ? [Math.floor(index / lines), index % lines]
        : [index % columns, Math.floor(index / columns)]
      return at === line ? [{ slot, x: column * step }] : []
    })
    return {
      height: Math.max(...own.map(({ slot }) => slot.height)),
      gap: line === 0 ? 5 : isDownwards ? 0 : 6,
      staysWithNext: false,
      draw: (x, y) => {
        for (const { slot, x: offset } of own) slot.draw(x + offset, y)
      },
    }
  })
}

function slotOf(setting: Setting, { number, entry }: Entry, width: number): Slot {
  const { document } = setting
  const label = textBox({ ...setting, size: 9 }, String(number), { bold: true })
  const drawLabel = (x: number, baseline: number) => label.draw(x + LABEL - 7 - label.width, baseline)
  const bubbles = (signs: readonly string[], x: number, y: number) =>
    signs.forEach((sign, index) => {
      bubble(setting, sign, x + index * STEP + RADIUS, y)
    })
  switch (entry.type) {
    case 'single-choice':
    case 'multiple-choice': {
      const signs = Array.from({ length: entry.count }, (_, index) => letterOf(index))
      return {
        width: LABEL + signs.length * STEP,
        height: LINE,
        draw(x, y) {
          drawLabel(x, y + LINE / 2 + 3.2)
          bubbles(signs, x + LABEL, y + LINE / 2)
        },
      }
    }
    case 'true-false':
      return {
        width: LABEL + 2 * STEP,
        height: LINE,
        draw(x, y) {
          drawLabel(x, y + LINE / 2 + 3.2)
          bubbles(['Đ', 'S'], x + LABEL, y + LINE / 2)
        },
      }
    case 'true-false-group': {
      const height = 17 + entry.count * LINE + 4
      return {
        width: 76,
        height,
        draw(x, y) {
          document.lineWidth(0.7).rect(x, y, 76, height).stroke()
          document
            .moveTo(x, y + 15)
            .lineTo(x + 76, y + 15)
            .stroke()
          const title = textBox({ ...setting, size: 8.5 }, `Câu\u00a0${number}`, { bold: true })
          title.draw(x + (76 - title.width) / 2, y + 11)
          for (let index = 0; index < entry.count; index++) {
            const middle = y + 18 + index * LINE + LINE / 2
            textBox({ ...setting, size: 8.5 }, `${smallLetterOf(index)})`, {}).draw(x + 8, middle + 3)
            bubbles(['Đ', 'S'], x + 30, middle)
          }
        },
      }
    }
    case 'number':
      return {
        width: LABEL + CELL_COUNT * BOX,
        height: BOX + 4,
        draw(x, y) {
          drawLabel(x, y + BOX / 2 + 3.4)
          document.lineWidth(0.6)
          for (let index = 0; index < CELL_COUNT; index++) document.rect(x + LABEL + index * BOX, y, BOX, BOX).stroke()
        },
      }
    case 'short-text':
      return {
        width: (width - 14) / 2,
        height: BOX + 6,
        draw(x, y) {
          drawLabel(x, y + BOX - 2)
          dots(document, x + LABEL, x + (width - 14) / 2, y + BOX - 2)
        },
      }
    case 'ordering':
      return blanks(
        setting,
        Array.from({ length: entry.count }, () => ''),
        '→',
        drawLabel,
      )
    case 'matching':
      return blanks(
        setting,
        Array.from({ length: entry.count }, (_, index) => `${index + 1} –`),
        '',
        drawLabel,
      )
  }
}

/** Boxes for letters, each with what stands before it. */
function blanks(
  setting: Setting,
  leads: readonly string[],
  between: string,
  drawLabel: (x: number, baseline: number) => void,
): Slot {
  const small = { ...setting, size: 9 }
  const signs = leads.map((lead, index) => textBox(small, lead || (index > 0 ? between : ''), {}))
  return {
    width: LABEL + signs.reduce((sum, sign) => sum + (sign.width === 0 ? 0 : sign.width + 10) + BOX, 0),
    height: BOX + 4,
    draw(x, y) {
      const baseline = y + BOX / 2 + 3.4
      drawLabel(x, baseline)
      let at = x + LABEL
      for (const sign of signs) {
        if (sign.width > 0) at += between === '' ? 6 : 5
        sign.draw(at, baseline)
        at += sign.width + (sign.width > 0 ? 4 : 0)
        setting.document.lineWidth(0.6).rect(at, y, BOX, BOX).stroke()
        at += BOX
      }
    },
  }
}

/** A circle with its sign in grey, so that a filled one is told from an empty one at once. */
export function bubble(setting: Setting, sign: string, x: number, y: number): void {
  const { document } = setting
  document.lineWidth(0.7).circle(x, y, RADIUS).stroke()
  const box = textBox({ ...setting, size: 7.2 }, sign, {})
  document.fillColor('#555555')
  box.draw(x - box.width / 2, y + 2.6)
  document.fillColor('black')
}
