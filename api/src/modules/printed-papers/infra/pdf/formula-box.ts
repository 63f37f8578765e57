import type { Formula } from '../../domain/formula.js'
import { type Box, besides } from '../../../../platform/documents/pdf/box.js'
import type { PdfDocument } from '../../../../platform/documents/pdf/pdf-document.js'
import type { Face, Typeface } from '../../../../platform/documents/pdf/typeface.js'

/** Of the size: the height at which fraction bars and signs such as + stand. */
const AXIS = 0.27
/** Scripts are set this much smaller, but never below the smallest size that prints well. */
const SCRIPT = 0.7
const SIZE_MIN = 5.5
const RULE = 0.055

export interface FormulaSetting {
  document: PdfDocument
  typeface: Typeface
}

/** A formula as a box. @param size of its text in points */
export function formulaBox(setting: FormulaSetting, formula: Formula, size: number): Box {
  const { document, typeface } = setting
  const smaller = Math.max(SIZE_MIN, size * SCRIPT)
  const inside = (part: Formula, at = size) => formulaBox(setting, part, at)
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    document
      .lineWidth(size * RULE)
      .moveTo(x1, y1)
      .lineTo(x2, y2)
      .stroke()

  const textBox = (text: string, face: Face = 'regular', at = size): Box => ({
    width: typeface.measure(text, face, at),
    ascent: at * 0.76,
    descent: at * 0.22,
    draw: (x, baseline) => typeface.draw(text, face, at, x, baseline),
  })
  const padded = (box: Box, before: number, after: number): Box => ({
    ...box,
    width: box.width + before + after,
    draw: (x, baseline) => box.draw(x + before, baseline),
  })

  switch (formula.kind) {
    case 'word':
      return textBox(formula.text, formula.look === 'italic' ? 'italic' : 'regular')
    case 'space':
      return { width: formula.em * size, ascent: 0, descent: 0, draw: () => undefined }
    case 'sign': {
      if (formula.role === 'large') {
        const large = size * 1.35
        const box = textBox(formula.text, 'regular', large)
        return padded(
          { ...box, ascent: large * 0.85, draw: (x, y) => box.draw(x, y + size * 0.1) },
          size * 0.05,
          size * 0.12,
        )
      }
      const box = textBox(formula.text)
      if (formula.role === 'comma') return padded(box, 0, size * 0.15)
      const space = formula.role === 'relation' ? size * 0.26 : formula.role === 'operation' ? size * 0.2 : 0
      return padded(box, space, space)
    }
    case 'row':
      return besides(formula.parts.map((part, index) => inside(asSigned(part, formula.parts[index - 1]))))
    case 'fraction': {
      const [above, below] = [inside(formula.above), inside(formula.below)]
      const width = Math.max(above.width, below.width) + size * 0.3
      const gap = size * 0.14
      const axis = size * AXIS
      return padded(
        {
          width,
          ascent: axis + gap + above.descent + above.ascent,
          descent: Math.max(0, -axis + gap + below.ascent + below.descent),
          draw(x, baseline) {
            above.draw(x + (width - above.width) / 2, baseline - axis - gap - above.descent)
            below.draw(x + (width - below.width) / 2, baseline - axis + gap + below.ascent)
            if (formula.hasBar) line(x, baseline - axis, x + width, baseline - axis)
          },
        },
        size * 0.08,
        size * 0.08,
      )
    }
    case 'scripts': {
      const base = inside(formula.base)
      const sup = formula.sup && inside(formula.sup, smaller)
      const sub = formula.sub && inside(formula.sub, smaller)
      const raise = Math.max(size * 0.38, base.ascent - smaller * 0.45)
      const drop = Math.max(size * 0.16, base.descent - smaller * 0.15)
      return {
        width: base.width + Math.max(sup?.width ?? 0, sub?.width ?? 0) + size * 0.06,
        ascent: Math.max(base.ascent, sup ? raise + sup.ascent : 0),
        descent: Math.max(base.descent, sub ? drop + sub.descent : 0),
        draw(x, baseline) {
          base.draw(x, baseline)
          sup?.draw(x + base.width + size * 0.03, baseline - raise)
          sub?.draw(x + base.width + size * 0.03, baseline + drop)
        },
      }
    }
    case 'limits': {
      const base = inside(formula.base)
      const under = formula.under && inside(formula.under, smaller)
      const over = formula.over && inside(formula.over, smaller)
      const width = Math.max(base.width, under?.width ?? 0, over?.width ?? 0)
      const gap = size * 0.08
      return {
        width,
        ascent: base.ascent + (over ? gap + over.descent + over.ascent : 0),
        descent: base.descent + (under ? gap + under.ascent + under.descent : 0),
        draw(x, baseline) {
          base.draw(x + (width - base.width) / 2, baseline)
          over?.draw(x + (width - over.width) / 2, baseline - base.ascent - gap - over.descent)
          under?.draw(x + (width - under.width) / 2, baseline + base.descent + gap + under.ascent)
        },
      }
    }
    case 'accent': {
      const base = inside(formula.base)
      const height = size * 0.22
      return {
        ...base,
        ascent: base.ascent + height,
        draw(x, baseline) {
          base.draw(x, baseline)
          const y = baseline - base.ascent - size * 0.02
          const [left, right] = [x + size * 0.06, x + base.width]
          if (formula.sign === 'ˆ' || formula.sign === '^' || formula.sign === '⌢') {
            const middle = (left + right) / 2
            line(left, y, middle, y - height * 0.7)
            line(middle, y - height * 0.7, right, y)
            return
          }
          line(left, y, right, y)
          if (formula.sign !== '→') return
          line(right - size * 0.16, y - size * 0.09, right, y)
          line(right - size * 0.16, y + size * 0.09, right, y)
        },
      }
    }
    case 'root': {
      const box = inside(formula.inside)
      const degree = formula.degree && inside(formula.degree, Math.max(SIZE_MIN, size * 0.55))
      const gap = size * 0.12
      const hook = size * 0.5 + Math.max(0, (degree?.width ?? 0) - size * 0.22)
      const ascent = box.ascent + gap
      return padded(
        {
          width: hook + box.width + size * 0.08,
          ascent: Math.max(ascent + size * RULE, degree ? ascent * 0.55 + degree.ascent : 0),
          descent: box.descent,
          draw(x, baseline) {
            const foot = baseline + box.descent
            const top = baseline - ascent
            const knee = x + hook - size * 0.22
            document
              .lineWidth(size * RULE)
              .lineJoin('miter')
              .moveTo(knee - size * 0.26, foot - (foot - top) * 0.42)
              .lineTo(knee - size * 0.13, foot - (foot - top) * 0.5)
              .lineTo(knee, foot)
              .lineTo(x + hook, top)
              .lineTo(x + hook + box.width + size * 0.08, top)
              .stroke()
            degree?.draw(x, baseline - ascent * 0.55)
            box.draw(x + hook + size * 0.03, baseline)
          },
        },
        size * 0.04,
        size * 0.06,
      )
    }
    case 'fence': {
      const box = inside(formula.inside)
      // Around a line of text the signs of the font will do, and can be read back as text.
      const isLow = box.ascent <= size * 0.8 && box.descent <= size * 0.25
      const bracket = (sign: string) =>
        isLow && '()[]{}|'.includes(sign) ? textBox(sign) : bracketBox(setting, sign, box, size)
      return besides([bracket(formula.open), box, bracket(formula.close)])
    }
    case 'table': {
      const rows = formula.rows.map((row) => row.map((cell) => inside(cell)))
      const columnCount = Math.max(0, ...rows.map((row) => row.length))
      const widths = Array.from({ length: columnCount }, (_, column) =>
        Math.max(0, ...rows.map((row) => row[column]?.width ?? 0)),
      )
      const gap = size * 0.9
      const lead = size * 0.25
      const heights = rows.map((row) => besides(row))
      const height =
        heights.reduce((sum, row) => sum + row.ascent + row.descent, 0) + lead * Math.max(0, rows.length - 1)
      const axis = size * AXIS
      return {
        width: widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, columnCount - 1),
        ascent: height / 2 + axis,
        descent: height / 2 - axis,
        draw(x, baseline) {
          let y = baseline - axis - height / 2
          rows.forEach((row, index) => {
            const { ascent, descent } = heights[index] as Box
            let at = x
            row.forEach((cell, column) => {
              cell.draw(at, y + ascent)
              at += (widths[column] as number) + gap
            })
            y += ascent + descent + lead
          })
        },
      }
    }
  }
}

/** A minus or plus with nothing to its left is a sign of the number, not an operation. */
function asSigned(part: Formula, before: Formula | undefined): Formula {
  if (part.kind !== 'sign' || part.role !== 'operation') return part
  const hasOperand = before !== undefined && !(before.kind === 'sign' && before.role !== 'other')
  return hasOperand ? part : { ...part, role: 'other' }
}

/** A bracket as high as what it holds, drawn with lines. */
function bracketBox({ document }: FormulaSetting, sign: string, held: Box, size: number): Box {
  const ascent = Math.max(held.ascent, size * 0.78)
  const descent = Math.max(held.descent, size * 0.22)
  const width = sign === '' || sign === '.' ? size * 0.08 : size * 0.36
  return {
    width,
    ascent,
    descent,
    draw(x, baseline) {
      if (sign === '' || sign === '.') return
      const [top, foot, middle] = [baseline - ascent, baseline + descent, baseline + (descent - ascent) / 2]
      const isClosing = ')]}⟩⌋⌉'.includes(sign)
      // Drawn as an opening bracket, mirrored for a closing one.
      const at = (share: number) => (isClosing ? x + width * (1 - share) : x + width * share)
      document.lineWidth(size * RULE * 1.1).lineJoin('round')
      if ('()'.includes(sign))
        document
          .moveTo(at(0.85), top)
          .bezierCurveTo(at(0.1), top + (foot - top) * 0.28, at(0.1), foot - (foot - top) * 0.28, at(0.85), foot)
      else if ('[]⌊⌋⌈⌉'.includes(sign)) {
        document
          .moveTo(at(sign === '⌊' || sign === '⌋' ? 0.3 : 0.75), top)
          .lineTo(at(0.3), top)
          .lineTo(at(0.3), foot)
        if (!'⌈⌉'.includes(sign)) document.lineTo(at(0.75), foot)
      } else if ('{}'.includes(sign))
        document
          .moveTo(at(0.85), top)
          .quadraticCurveTo(at(0.45), top, at(0.45), top + (middle - top) * 0.4)
          .quadraticCurveTo(at(0.5), middle, at(0.1), middle)
          .quadraticCurveTo(at(0.5), middle, at(0.45), foot - (foot - middle) * 0.4)
          .quadraticCurveTo(at(0.45), foot, at(0.85), foot)
      else if ('⟨⟩'.includes(sign)) document.moveTo(at(0.75), top).lineTo(at(0.25), middle).lineTo(at(0.75), foot)
      else document.moveTo(x + width / 2, top).lineTo(x + width / 2, foot)
      document.stroke()
    },
  }
}
