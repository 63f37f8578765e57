import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Banner, Card, LinkButton, Stack } from '@thiso/kit'
import { FileDrop } from '../../../lib/file-drop'
import { useProblemText } from '../../../lib/problem'
import { upload } from '../../../lib/upload'
import { setsChanged } from '../classroom-queries'
import { useSetsText } from './use-sets-text'

/** A set carried from another server as a file; the same one twice is taken in once. */
export function TakeInSet() {
  const t = useSetsText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const take = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.set('file', file)
      return upload('importLessonSet', form)
    },
    onSuccess: () => setsChanged(client),
  })
  const taken = take.data
  return (
    <Card title={t('carry.title')}>
      <Stack gap={4}>
        <FileDrop
          label={t('carry.file')}
          hint={t('carry.hint')}
          accept=".json,application/json"
          choose={t('carry.choose')}
          says={take.isPending ? t('carry.reading', { name: take.variables.name }) : t('carry.drop')}
          error={take.error ? problemText(take.error) : undefined}
          isBusy={take.isPending}
          onChoose={(file) => take.mutate(file)}
        />
        {taken && (
          <Banner
            tone={taken.isKnown ? 'info' : 'good'}
            live="polite"
            action={
              <LinkButton size="small" to={`/bo-cau-hoi/${taken.set.id}`}>
                {t('carry.open')}
              </LinkButton>
            }
          >
            {t(taken.isKnown ? 'carry.known' : 'carry.done', { title: taken.set.title })}
          </Banner>
        )}
      </Stack>
    </Card>
  )
}
