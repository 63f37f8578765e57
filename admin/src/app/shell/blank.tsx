/** Stands while the first page is on its way: nothing, rather than a flash of a spinner. */
export function Blank() {
  return null
}
