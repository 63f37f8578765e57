// biome-ignore-all lint/a11y/useSemanticElements: a fieldset in a header carries a form's meaning and its layout quirks
import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { useState } from 'react'
import { Button, IconButton } from '../action/Button'
import { useKit, useLocale } from '../i18n/setup'
import { Icon } from '../layout/Icon'
import { type Theme, chosenTheme, setTheme } from './theme'

const languages = [
  ['vi', 'VI', 'Tiếng Việt'],
  ['en', 'EN', 'English'],
] as const

export function LocaleSwitch({ onChange }: { onChange?: (locale: 'vi' | 'en') => void }) {
  const kit = useKit()
  const [locale, setLocale] = useLocale()
  return (
    <div className="ts-switch" role="group" aria-label={kit('language')}>
      {languages.map(([code, short, name]) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === locale}
          aria-label={`${short}, ${name}`}
          title={name}
          onClick={() => setLocale(code).then(() => onChange?.(code))}
        >
          {short}
        </button>
      ))}
    </div>
  )
}

const themes = [
  ['system', Monitor, 'themeSystem'],
  ['light', Sun, 'themeLight'],
  ['dark', Moon, 'themeDark'],
] as const

/** One button that goes round the three, with its words where there is room; or with `look="segments"` all three side by side. */
export function ThemeSwitch({ look = 'button' }: { look?: 'button' | 'words' | 'segments' }) {
  const kit = useKit()
  const [theme, setChoice] = useState<Theme>(chosenTheme)
  const choose = (name: Theme) => {
    setTheme(name)
    setChoice(name)
  }
  if (look !== 'segments') {
    const at = themes.findIndex(([name]) => name === theme)
    const [, icon, word] = themes[at] ?? themes[0]
    const [next] = themes[(at + 1) % themes.length] ?? themes[0]
    const name = `${kit('theme')}: ${kit(word)}`
    if (look === 'button') return <IconButton icon={icon} label={name} onClick={() => choose(next)} />
    return (
      <Button variant="quiet" size="small" icon={icon} onClick={() => choose(next)}>
        {name}
      </Button>
    )
  }
  return (
    <div className="ts-switch" role="group" aria-label={kit('theme')}>
      {themes.map(([name, icon, word]) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === theme}
          aria-label={kit(word)}
          title={kit(word)}
          onClick={() => choose(name)}
        >
          <Icon of={icon} size={18} />
        </button>
      ))}
    </div>
  )
}
