/** One heading of a page to read, with its points. */
export interface Chapter {
  title: string
  points: readonly string[]
}

export type Content = Record<'vi' | 'en', readonly Chapter[]>
