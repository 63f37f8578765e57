import { useMutation } from '@tanstack/react-query'
import { Banner, Button, Row, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useEffect, useRef } from 'react'
import { useProblemText } from '../../../lib/problem'
import type { Rulebook } from '../rulebook-draft'
import { useRulebookText } from '../use-rulebook-text'

interface SavedMeanwhileProps {
  contestId: string
  isBusy: boolean
  onKeepMine: (theirs: Rulebook) => void
  onTakeTheirs: (theirs: Rulebook) => void
}

/** Two people wrote at once: nothing typed is lost, and whose words stay is decided by a person. */
export function SavedMeanwhile({ contestId, isBusy, onKeepMine, onTakeTheirs }: SavedMeanwhileProps) {
  const t = useRulebookText()
  const problemText = useProblemText()
  const look = useMutation({
    mutationFn: (_: 'mine' | 'theirs') => call('rulebook', { params: { contestId } }),
    onSuccess: (theirs, whose) => (whose === 'mine' ? onKeepMine : onTakeTheirs)(theirs),
  })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={box}>
      <Banner tone="warn" title={t('save.raceTitle')} live="assertive">
        <Stack gap={3}>
          <span>{t('save.raceText')}</span>
          <Row gap={2}>
            <Button size="small" busy={isBusy || look.isPending} onClick={() => look.mutate('mine')}>
              {t('save.raceMine')}
            </Button>
            <Button
              size="small"
              variant="quiet"
              disabled={isBusy || look.isPending}
              onClick={() => look.mutate('theirs')}
            >
              {t('save.raceTheirs')}
            </Button>
          </Row>
          {look.error && <span>{problemText(look.error)}</span>}
        </Stack>
      </Banner>
    </div>
  )
}
