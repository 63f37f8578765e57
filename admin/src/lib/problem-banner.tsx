import { Banner, useLocale } from '@thiso/kit'
import { ApiError } from '@thiso/kit/api/client'
import { useEffect, useRef } from 'react'
import { useProblemText } from './problem'

interface ProblemBannerProps {
  error: unknown
  /** Paths that the form shows beside their fields; what the API says about any other is listed here. */
  shown?: (path: string) => boolean
}

/** Why the API refused, on top of a form: read out, scrolled to, and nothing the API said is lost. */
export function ProblemBanner({ error, shown = () => true }: ProblemBannerProps) {
  const problemText = useProblemText()
  const [locale] = useLocale()
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (error) box.current?.scrollIntoView({ block: 'nearest' })
  }, [error])

  // Who was signed out is asked to sign in on top of the page; the same in the form would only outlive it.
  if (error instanceof ApiError && error.problem.code === 'AUTH.SIGN_IN_NEEDED') return null
  const rest = error instanceof ApiError ? (error.problem.fields ?? []).filter((field) => !shown(field.path)) : []
  return (
    <div ref={box} className="ad-problem">
      {error ? (
        <Banner tone="bad" live="assertive">
          {problemText(error)}
          {rest.length > 0 && (
            <ul>
              {rest.map((field) => (
                <li key={field.path}>
                  {field.path}: {field.messages[locale]}
                </li>
              ))}
            </ul>
          )}
        </Banner>
      ) : null}
    </div>
  )
}
