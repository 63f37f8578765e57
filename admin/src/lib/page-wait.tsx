import { ErrorState, Page, Skeleton, VisuallyHidden } from '@thiso/kit'
import { useProblemText } from './problem'
import { UpLink } from './up-link'

interface PageWaitProps {
  title: string
  up: { to: string; name: string }
  /** Height of what is coming, in px. */
  height: number
  error: unknown
  onRetry: () => void
}

/** A page whose one thing is on its way, or could not be had. */
export function PageWait({ title, up, height, error, onRetry }: PageWaitProps) {
  const problemText = useProblemText()
  return (
    <Page width="wide" tabTitle={title}>
      <UpLink to={up.to}>{up.name}</UpLink>
      <VisuallyHidden as="h1">{title}</VisuallyHidden>
      {error ? <ErrorState onRetry={onRetry}>{problemText(error)}</ErrorState> : <Skeleton height={height} />}
    </Page>
  )
}
