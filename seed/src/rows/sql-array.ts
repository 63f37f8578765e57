/** Array literals for unnest, made by joining: the driver's own way quotes every element, which costs more than the insert. */

/** For values that need no quotes: numbers, truths, ids, codes, log-ins. */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  let text = '{'
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += ','
    text += values[i] ?? 'NULL'
  }
  return `${text}}`
}

export function textArray(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : `"${value.replace(/[\\"]/g, '\\$&')}"`)).join(',')}}`
}
