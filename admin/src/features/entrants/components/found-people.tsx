import { Banner, formatNumber, Stack } from '@thiso/kit'
import type { EntrantsFound } from '../entrant-queries'
import { useEntrantText } from '../use-entrant-text'

const SHOWN = 200

/** Who of a list was found, and what was not taken. */
export function FoundPeople({ found }: { found: EntrantsFound }) {
  const t = useEntrantText()
  return (
    <Stack gap={3}>
      <Banner tone={found.foundCount > 0 ? 'good' : 'warn'}>
        {t('add.found', { count: formatNumber(found.foundCount), known: formatNumber(found.knownCount) })}
      </Banner>
      <ul>
        {found.found.slice(0, SHOWN).map(({ line, login, maskedName }) => (
          <li key={line}>
            {t('add.line', { line, login })} – {maskedName}
          </li>
        ))}
      </ul>
      {found.notFound.length > 0 && (
        <details>
          <summary>{t('add.notFound', { count: formatNumber(found.notFound.length) })}</summary>
          <ul>
            {found.notFound.slice(0, SHOWN).map(({ line, login }) => (
              <li key={line}>{t('add.line', { line, login })}</li>
            ))}
          </ul>
        </details>
      )}
      {found.refused.length > 0 && (
        <details>
          <summary>{t('add.refused', { count: formatNumber(found.refused.length) })}</summary>
          <ul>
            {found.refused.slice(0, SHOWN).map(({ line, login, reason }) => (
              <li key={line}>
                {t('add.line', { line, login })} – {t(`add.reasons.${reason}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  )
}
