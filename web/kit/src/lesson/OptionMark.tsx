import { letterOf } from '../item/item'
import { classes } from '../layout/classes'
import './lesson.css'

/** As many options as any item may have. */
export const MOST_OPTIONS = 8

/** On a grid of 24: triangle, circle, square, diamond, star, pentagon, cross, heart. */
const SHAPES = [
  'M12 2.2 23.2 21.8H.8Z',
  'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Z',
  'M2 2h20v20H2Z',
  'M12 .3 23.7 12 12 23.7.3 12Z',
  'm12 .8 3.4 7.5 8.1.9-6 5.5 1.7 8.1-7.2-4.1-7.2 4.1 1.7-8.1-6-5.5 8.1-.9Z',
  'M12 1 23.5 9.4 19.1 23H4.9L.5 9.4Z',
  'M8 1.5h8V8h6.5v8H16v6.5H8V16H1.5V8H8Z',
  'M12 22.5C5.5 17.3.8 13 .8 8.1.8 4.5 3.6 1.8 6.9 1.8c2 0 3.9 1 5.1 2.8 1.2-1.8 3.1-2.8 5.1-2.8 3.3 0 6.1 2.7 6.1 6.3 0 4.9-4.7 9.2-11.2 14.4Z',
]
const COLOURS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** Gives `--ts-option` the colour of an option; whatever stands inside may use it. */
export const optionColour = (index: number) => `ts-colour-${COLOURS[index % COLOURS.length]}`

export interface OptionMarkProps {
  /** From 0. */
  index: number
  /** tile: in its colour on the page; plain: in the colour of the text around it, on a card that has the colour already. */
  look?: 'tile' | 'plain'
  className?: string
}

/** The shape of an option alone, one em high. */
export function OptionShape({ index, className }: { index: number; className?: string }) {
  return (
    <svg className={classes('ts-shape', className)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[index % SHAPES.length]} />
    </svg>
  )
}

/** An option on every screen of a lesson: letter, shape and colour together, so that none of them has to be told apart alone. */
export function OptionMark({ index, look = 'tile', className }: OptionMarkProps) {
  return (
    <span className={classes('ts-mark', `ts-mark-${look}`, optionColour(index), className)}>
      <OptionShape index={index} />
      <b>{letterOf(index)}</b>
    </span>
  )
}
