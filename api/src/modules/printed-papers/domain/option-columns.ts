/**
 * PP-7: in how many columns the options of an item stand: four, two or one, the most in which each stands on one line.
 * @param widths of the options on one line each, labels included; infinite for what needs several lines
 * @param room of all columns together
 * @param gap between columns
 */
export function optionColumns(widths: readonly number[], room: number, gap: number): number {
  const fits = (columns: number) => widths.every((width) => width <= (room - gap * (columns - 1)) / columns)
  const count = widths.length
  // Five to seven options in four columns would leave a ragged second line.
  if ((count === 3 || count % 4 === 0) && fits(4)) return 4
  return count > 1 && fits(2) ? 2 : 1
}
