import i18next, { type ResourceLanguage } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Locale, setFormatLocale } from '../text/format'
import { kitEn } from './en'
import { kitVi } from './vi'

type Bundle = ResourceLanguage | (() => Promise<ResourceLanguage | { default: ResourceLanguage }>)

export interface I18nSetup {
  /** Per language its namespaces, { common: {…}, home: {…} }, at hand or behind an import that runs once. */
  resources: Record<Locale, Bundle>
  /** Where the visitor's choice is kept in localStorage. */
  storageKey: string
  defaultNamespace?: string
}

const kit: Record<Locale, ResourceLanguage> = { vi: kitVi, en: kitEn }
let setup: I18nSetup | undefined
/** What is at hand or on its way, by language. */
const bundles = new Map<Record<Locale, Bundle>, Partial<Record<Locale, Promise<void>>>>()
let announce: () => void
const isSetUp = new Promise<void>((resolve) => {
  announce = resolve
})

// Storage throws in some private windows, and a forgotten choice is no reason to lose the page.
function remembered(key: string): Locale {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

async function load(locale: Locale): Promise<void> {
  await Promise.all([...bundles.keys()].map((bundle) => loadOne(bundle, locale)))
}

function loadOne(resources: Record<Locale, Bundle>, locale: Locale): Promise<void> {
  const known = bundles.get(resources) ?? {}
  bundles.set(resources, known)
  known[locale] ??= read(resources[locale], locale).catch((error: unknown) => {
    // Not reached: whoever asks next tries again.
    delete known[locale]
    throw error
  })
  return known[locale]
}

async function read(bundle: Bundle, locale: Locale): Promise<void> {
  const found = typeof bundle === 'function' ? await bundle() : bundle
  const spaces = (typeof found['default'] === 'object' ? found['default'] : found) as ResourceLanguage
  for (const [space, words] of Object.entries(spaces)) i18next.addResourceBundle(locale, space, words, true, true)
}

/** Words that only some pages need: resolves once those of the active language are at hand; the other one comes when it is chosen. */
export async function addWords(resources: Record<Locale, Bundle>): Promise<void> {
  await isSetUp
  await loadOne(resources, i18next.language === 'en' ? 'en' : 'vi')
}

function wear(locale: Locale) {
  document.documentElement.lang = locale
  setFormatLocale(locale)
}

/** Resolves once the active language is at hand, so that the first render never shows keys. */
export async function setupI18n(given: I18nSetup): Promise<typeof i18next> {
  setup = given
  const locale = remembered(given.storageKey)
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    defaultNS: given.defaultNamespace ?? 'common',
    resources: { vi: { kit: kit.vi }, en: { kit: kit.en } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  announce()
  await loadOne(given.resources, locale)
  wear(locale)
  return i18next
}

export async function setLocale(locale: Locale): Promise<void> {
  await load(locale)
  wear(locale)
  await i18next.changeLanguage(locale)
  if (!setup) return
  try {
    localStorage.setItem(setup.storageKey, locale)
  } catch {
    // Kept for this visit only.
  }
}

export function useLocale(): [Locale, (locale: Locale) => Promise<void>] {
  const { i18n } = useTranslation('kit')
  return [i18n.language === 'en' ? 'en' : 'vi', setLocale]
}

/** The kit's own few words. */
export function useKit() {
  const { t } = useTranslation('kit')
  return t as unknown as (key: string, values?: Record<string, unknown>) => string
}
