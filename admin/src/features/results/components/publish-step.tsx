import { Button, Checkbox, ConfirmDialog, Row } from '@thiso/kit'
import { type ReactNode, useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useResultsText } from '../use-results-text'

interface PublishStepProps {
  number: number
  /** People share a rank that the ranking leaves to the draw. */
  isDrawNeeded: boolean
  act: string
  children: ReactNode
  publishing: { isPending: boolean; error: Error | null; mutate: (withTies: boolean) => void }
}

/** The step that cannot be taken back: undrawn ties are accepted by name, and it asks once more. */
export function PublishStep({ number, isDrawNeeded, act, children, publishing }: PublishStepProps) {
  const t = useResultsText()
  const problemText = useProblemText()
  const [isAsking, setAsking] = useState(false)
  const [withTies, setWithTies] = useState(false)
  return (
    <>
      {children}
      {isDrawNeeded && <Checkbox label={t('publish.withTies')} checked={withTies} onChange={setWithTies} />}
      <Row>
        <Button variant="primary" disabled={isDrawNeeded && !withTies} onClick={() => setAsking(true)}>
          {act}
        </Button>
      </Row>
      <ConfirmDialog
        open={isAsking}
        title={t('publish.confirmTitle', { number })}
        confirmLabel={act}
        busy={publishing.isPending}
        error={publishing.error && problemText(publishing.error)}
        onConfirm={() => publishing.mutate(withTies)}
        onCancel={() => setAsking(false)}
      >
        {t('publish.confirmText')}
      </ConfirmDialog>
    </>
  )
}
