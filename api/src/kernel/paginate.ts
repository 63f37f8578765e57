export interface Piece {
  height: number
  /** White space above it, unless it begins a page. */
  gap: number
  /** It never ends a page: what follows belongs to it. */
  staysWithNext: boolean
  /** What stands again above it where it begins a page: the header of its table. Both together fit on a page. */
  head?: { height: number }
}

export interface Placed<T> {
  piece: T
  /** From the top of the page's text area; where it begins a page, its head stands above it. */
  y: number
}

/**
 * PP-7: pieces on pages, in order. Pieces that belong together stand on one page, so that no stem is parted from its first options; only
 * a group that is higher than a whole page is cut, between its pieces.
 * @param room height of a page's text area
 */
export function paginate<T extends Piece>(pieces: readonly T[], room: number): Placed<T>[][] {
  const pages: Placed<T>[][] = [[]]
  let used = 0
  const put = (piece: T) => {
    const page = pages.at(-1) as Placed<T>[]
    const y = page.length === 0 ? (piece.head?.height ?? 0) : used + piece.gap
    page.push({ piece, y })
    used = y + piece.height
  }
  const breakPage = () => {
    if ((pages.at(-1) as Placed<T>[]).length > 0) pages.push([])
    used = 0
  }
  for (const group of groupsOf(pieces)) {
    const height = group.reduce((total, piece, index) => total + piece.height + (index === 0 ? 0 : piece.gap), 0)
    const isEmpty = (pages.at(-1) as Placed<T>[]).length === 0
    if (!isEmpty && used + (group[0] as T).gap + height > room + SLACK) breakPage()
    for (const piece of group) {
      // Only in a group that no page can hold.
      if (used > 0 && used + piece.gap + piece.height > room + SLACK) breakPage()
      put(piece)
    }
  }
  return pages
}

/** Sums of binary fractions may be a hair too large. */
const SLACK = 1e-6

function groupsOf<T extends Piece>(pieces: readonly T[]): T[][] {
  const groups: T[][] = []
  let isOpen = false
  for (const piece of pieces) {
    if (isOpen) (groups.at(-1) as T[]).push(piece)
    else groups.push([piece])
    isOpen = piece.staysWithNext
  }
  return groups
}
