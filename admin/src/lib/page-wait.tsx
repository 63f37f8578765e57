import { EmptyState, ErrorState, LinkButton, Page, Skeleton, VisuallyHidden } from '@thiso/kit'
import { ApiError } from '@thiso/kit/api/client'
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

/** A page whose one thing is on its way, could not be had, or is not there. */
export function PageWait({ title, up, height, error, onRetry }: PageWaitProps) {
  const problemText = useProblemText()
  const isAbsent = error instanceof ApiError && error.problem.status === 404
  return (
    <Page width="wide" tabTitle={title}>
      <UpLink to={up.to}>{up.name}</UpLink>
      <VisuallyHidden as="h1">{title}</VisuallyHidden>
      {isAbsent ? (
        <EmptyState title={problemText(error)} action={<LinkButton to={up.to}>{up.name}</LinkButton>} />
      ) : error ? (
        <ErrorState onRetry={onRetry}>{problemText(error)}</ErrorState>
      ) : (
        <Skeleton height={height} />
      )}
    </Page>
  )
}
