export type Theme = 'system' | 'light' | 'dark'

const KEY = 'thiso.theme'

export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

/** Call once before the first render, so that nobody's dark room is lit by a white flash. */
export function applyTheme(theme: Theme = chosenTheme()) {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export function setTheme(theme: Theme) {
  applyTheme(theme)
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Kept for this visit only.
  }
}
