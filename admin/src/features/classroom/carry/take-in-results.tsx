import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { Banner, Card, formatDate, LinkButton, Select, Stack } from '@thiso/kit'
import { useState } from 'react'
import { FileDrop } from '../../../lib/file-drop'
import { useProblemText } from '../../../lib/problem'
import { upload } from '../../../lib/upload'
import { classesQuery, lessonsChanged } from '../classroom-queries'
import { useCarryText } from './use-carry-text'

/** A file of a thousand seats over a slow line. */
const SENDING_MS = 120_000
const BY_FILE = 'by-file'

type Outcome =
  | { id: number; kind: 'taken' | 'known'; lesson: ApiOutput<'importLessonResults'>['lesson'] }
  | { id: number; kind: 'refused'; name: string; why: unknown }

/** CR-82 on screen: results carried from a computer without internet, one file after another; what became of each stays in view. */
export function TakeInResults() {
  const t = useCarryText()
  const client = useQueryClient()
  const classes = useQuery(classesQuery())
  const [classId, setClassId] = useState(BY_FILE)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const add = (outcome: (id: number) => Outcome) => setOutcomes((known) => [outcome(known.length + 1), ...known])
  const take = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      // Fields first: whoever reads the stream knows the class before the file comes.
      if (classId !== BY_FILE) form.set('classId', classId)
      form.set('file', file, file.name)
      return upload('importLessonResults', form, { timeoutMs: SENDING_MS })
    },
    onSuccess: ({ lesson, isKnown }) => {
      add((id) => ({ id, kind: isKnown ? 'known' : 'taken', lesson }))
      void lessonsChanged(client)
    },
    onError: (why, { name }) => add((id) => ({ id, kind: 'refused', name, why })),
  })
  const own = classes.data?.classes ?? []
  return (
    <Card>
      <Stack gap={4}>
        {own.length > 0 && (
          <Select
            label={t('classLabel')}
            hint={t('classHint')}
            options={[
              { value: BY_FILE, label: t('byFile') },
              ...own.map(({ id, name, schoolYear }) => ({
                value: id,
                label: `${name} (${schoolYear}–${schoolYear + 1})`,
              })),
            ]}
            value={classId}
            onChange={setClassId}
          />
        )}
        <FileDrop
          label={t('file')}
          hint={t('fileHint')}
          accept=".json,application/json"
          choose={t('choose')}
          says={take.isPending ? t('reading', { name: take.variables.name }) : t('drop')}
          error={undefined}
          isBusy={take.isPending}
          onChoose={(file) => take.mutate(file)}
        />
        {outcomes.length > 0 && (
          <section aria-label={t('results')} aria-live="polite">
            <Stack gap={2}>
              {outcomes.map((outcome) => (
                <OutcomeBanner key={outcome.id} of={outcome} />
              ))}
            </Stack>
          </section>
        )}
      </Stack>
    </Card>
  )
}

function OutcomeBanner({ of }: { of: Outcome }) {
  const t = useCarryText()
  const problemText = useProblemText()
  if (of.kind === 'refused') {
    return (
      <Banner tone="bad" title={t('refused', { name: of.name })}>
        {problemText(of.why)}
      </Banner>
    )
  }
  const { id, title, className, seatCount, createdAt, deleteOn } = of.lesson
  return (
    <Banner
      tone={of.kind === 'known' ? 'info' : 'good'}
      title={t(of.kind, { title })}
      action={
        <LinkButton size="small" to={`/buoi-choi/${id}`}>
          {t('open')}
        </LinkButton>
      }
    >
      {of.kind === 'known'
        ? t('knownText')
        : t(className ? 'takenOfClass' : 'takenText', {
            seats: t('seats', { count: seatCount }),
            name: className,
            played: formatDate(createdAt),
            deleteOn: formatDate(deleteOn),
          })}
    </Banner>
  )
}
