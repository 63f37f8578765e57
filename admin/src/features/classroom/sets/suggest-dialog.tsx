import { useMutation } from '@tanstack/react-query'
import { TOPICS, type Topic } from '@thiso/contracts/vocab'
import { Banner, Button, Chip, Dialog, Field, RadioGroup, Select, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useCommon } from '../../../lib/common'
import { ProblemBanner } from '../../../lib/problem-banner'
import { BANDS, gradeOf, keepBand, lastBand } from './bands'
import type { SetPlace } from './set-draft'
import { useSetsText } from './use-sets-text'

const COUNTS = [3, 5, 10, 15, 20]

interface SuggestDialogProps {
  /** Items that the set has already. */
  without: readonly string[]
  onAdd: (places: SetPlace[], wanted: number) => void
  onClose: () => void
}

/** Items chosen by the platform for topics and a school level. */
export function SuggestDialog({ without, onAdd, onClose }: SuggestDialogProps) {
  const t = useSetsText()
  const common = useCommon()
  const [topics, setTopics] = useState<readonly Topic[]>([])
  const [band, setBand] = useState(lastBand)
  const [count, setCount] = useState(5)
  const suggest = useMutation({
    mutationFn: () =>
      call('suggestPlaces', {
        body: { topics: [...topics], grade: gradeOf(band), count, without: [...without] },
        timeoutMs: 30_000,
      }),
    onSuccess: ({ places }) => {
      if (places.length > 0) onAdd(places, count)
    },
  })
  const turn = (topic: Topic) =>
    setTopics(topics.includes(topic) ? topics.filter((each) => each !== topic) : [...topics, topic])
  return (
    <Dialog
      open
      title={t('suggest.title')}
      dismissible={!suggest.isPending}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" disabled={suggest.isPending} onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={suggest.isPending} onClick={() => suggest.mutate()}>
            {t('suggest.add')}
          </Button>
        </>
      }
    >
      <Stack gap={5}>
        <p className="ts-quiet-text">{t('suggest.lead')}</p>
        <ProblemBanner error={suggest.error} />
        <RadioGroup
          look="segments"
          label={t('suggest.level')}
          options={BANDS.map(({ name }) => ({ value: name, label: t(`ready.band.${name}`) }))}
          value={band}
          onChange={(next) => {
            setBand(next)
            keepBand(next)
          }}
        />
        <Field group label={t('suggest.topics')} hint={t('suggest.topicsHint')}>
          {() => (
            <div className="sets-topics">
              {TOPICS.map((topic) => (
                <Chip key={topic} pressed={topics.includes(topic)} onPress={() => turn(topic)}>
                  {common(`topic.${topic}`)}
                </Chip>
              ))}
            </div>
          )}
        </Field>
        <Select
          label={t('suggest.count')}
          options={COUNTS.map((each) => ({ value: String(each), label: String(each) }))}
          value={String(count)}
          onChange={(next) => setCount(Number(next))}
        />
        {suggest.data?.places.length === 0 && (
          <Banner tone="warn" live="polite">
            {t('suggest.none')}
          </Banner>
        )}
      </Stack>
    </Dialog>
  )
}
