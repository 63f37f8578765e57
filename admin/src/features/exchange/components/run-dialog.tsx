import { useMutation, useQueryClient } from '@tanstack/react-query'
import { COGNITIVE_LEVELS, type CognitiveLevel, TOPICS, type Topic } from '@thiso/contracts/vocab'
import { Button, Checkbox, Dialog, formatNumber, Select, Stack } from '@thiso/kit'
import { ApiError, call } from '@thiso/kit/api/client'
import Upload from 'lucide-react/icons/upload'
import { useState } from 'react'
import { useCommon } from '../../../lib/common'
import { ProblemBanner } from '../../../lib/problem-banner'
import { type Batch, batchQuery } from '../queries'
import { useExchangeText } from '../use-exchange-text'

/** The last question before importing: what to call what the file does not say, and whether to send it to review. */
export function RunDialog({ batch, count, onClose }: { batch: Batch; count: number; onClose: () => void }) {
  const t = useExchangeText()
  const common = useCommon()
  const client = useQueryClient()
  const [topic, setTopic] = useState<Topic | ''>('')
  const [level, setLevel] = useState<CognitiveLevel | ''>('')
  const [submitForReview, setSubmitForReview] = useState(false)
  const run = useMutation({
    mutationFn: () =>
      call('runImport', {
        params: { batchId: batch.id },
        body: { topic: topic || null, level: level || null, submitForReview },
      }),
    onSuccess: (begun) => {
      client.setQueryData(batchQuery(batch.id).queryKey, begun)
      onClose()
    },
  })
  const isClassNeeded = run.error instanceof ApiError && run.error.problem.code === 'IMPORT.CLASS_NEEDED'
  const say = { count, formatted: formatNumber(count), bank: batch.bankName }
  return (
    <Dialog
      open
      title={t('run.title', say)}
      dismissible={!run.isPending}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" disabled={run.isPending} onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" icon={Upload} busy={run.isPending} onClick={() => run.mutate()}>
            {t('run.submit')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t('run.text')}</p>
        <fieldset className="ts-field">
          <legend className="ts-field-label">{t('run.class')}</legend>
          <div className="exchange-two">
            <Select<Topic>
              label={t('run.topic')}
              placeholder={t('run.chooseTopic')}
              options={TOPICS.map((each) => ({ value: each, label: common(`topic.${each}`) }))}
              value={topic}
              onChange={(chosen) => {
                setTopic(chosen)
                run.reset()
              }}
              error={isClassNeeded && topic === '' ? t('run.chooseTopic') : undefined}
            />
            <Select<CognitiveLevel>
              label={t('run.level')}
              placeholder={t('run.chooseLevel')}
              options={COGNITIVE_LEVELS.map((each) => ({ value: each, label: common(`level.${each}`) }))}
              value={level}
              onChange={(chosen) => {
                setLevel(chosen)
                run.reset()
              }}
              error={isClassNeeded && level === '' ? t('run.chooseLevel') : undefined}
            />
          </div>
        </fieldset>
        <Checkbox
          label={t('run.review')}
          hint={t('run.reviewHint')}
          checked={submitForReview}
          onChange={setSubmitForReview}
        />
        <ProblemBanner error={run.error} />
      </Stack>
    </Dialog>
  )
}
