import { useEffect, useState } from 'react'

type Renderer = typeof import('temml').default

let renderer: Renderer | null = null
let loading: Promise<void> | null = null

// A formula is rare and what draws it is large: it is fetched with the first one.
function load(): Promise<void> {
  loading ??= import('temml').then(
    (module) => {
      renderer = module.default
    },
    () => {
      loading = null
    },
  )
  return loading
}

const FORMULA = /\\\(([\s\S]{1,2000}?)\\\)|\\\[([\s\S]{1,2000}?)\\\]/g
const hasFormula = (html: string) => html.includes('\\(') || html.includes('\\[')

/**
 * Gives a function that turns LaTeX between `\(` and `\)` (in the line) or `\[` and `\]` (on its own) into MathML, as the API does
 * for participants; what cannot be read, or not yet, stays as it was written.
 */
export function useFormulas(texts: readonly string[]): (html: string) => string {
  const [isReady, setReady] = useState(renderer !== null)
  const isNeeded = !isReady && texts.some(hasFormula)
  useEffect(() => {
    if (!isNeeded) return
    let isThere = true
    void load().then(() => isThere && setReady(renderer !== null))
    return () => {
      isThere = false
    }
  }, [isNeeded])
  return isReady ? drawn : same
}

const same = (html: string) => html

function drawn(html: string): string {
  if (!hasFormula(html) || !renderer) return html
  const draw = renderer.renderToString
  return html.replace(FORMULA, (whole, inline?: string, block?: string) => {
    try {
      const latex = unescaped(inline ?? block ?? '')
      return draw(latex, { displayMode: block !== undefined, trust: false, throwOnError: true, maxExpand: 100 })
    } catch {
      return whole
    }
  })
}

function unescaped(html: string): string {
  const characters: Record<string, string> = { '<br>': ' ', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
  return html.replace(/<br>|&(?:lt|gt|quot|amp);/g, (found) => characters[found] ?? found)
}
