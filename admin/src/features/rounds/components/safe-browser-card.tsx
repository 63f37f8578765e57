import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Banner, Button, Card, ErrorState, notify, Skeleton, Stack, Textarea } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { FileDrop } from '../../../lib/file-drop'
import { useProblemText } from '../../../lib/problem'
import { useRoundText } from '../use-round-text'

type Keys = Awaited<ReturnType<typeof call<'safeBrowserKeys'>>>

/** Which settings and programs a round takes that is taken in the Safe Exam Browser. */
export function SafeBrowserCard({ roundId }: { roundId: string }) {
  const t = useRoundText()
  const sentence = useProblemText()
  const query = useQuery({
    queryKey: ['rounds', roundId, 'safe-browser'],
    queryFn: () => call('safeBrowserKeys', { params: { roundId } }),
  })
  return (
    <Card title={t('seb.title')}>
      {query.data ? (
        <KeysForm key={JSON.stringify(query.data)} roundId={roundId} stored={query.data} />
      ) : query.error ? (
        <ErrorState onRetry={() => void query.refetch()}>{sentence(query.error)}</ErrorState>
      ) : (
        <Skeleton lines={5} />
      )}
    </Card>
  )
}

function KeysForm({ roundId, stored }: { roundId: string; stored: Keys }) {
  const t = useRoundText()
  const sentence = useProblemText()
  const client = useQueryClient()
  const [configText, setConfigText] = useState(stored.configKeys.join('\n'))
  const [browserText, setBrowserText] = useState(stored.browserKeys.join('\n'))
  const [configKeys, browserKeys] = [linesOf(configText), linesOf(browserText)]
  const strange = [...configKeys, ...browserKeys].find((line) => !/^[0-9a-f]{64}$/i.test(line))
  const save = useMutation({
    mutationFn: () => call('setSafeBrowserKeys', { params: { roundId }, body: { configKeys, browserKeys } }),
    onSuccess: (keys) => {
      client.setQueryData(['rounds', roundId, 'safe-browser'], keys)
      notify(t('seb.saved'))
    },
  })
  const read = useMutation({
    mutationFn: async (file: File) => call('readSafeBrowserSettings', { body: { file: await base64Of(file) } }),
    onSuccess: ({ configKey }) => setConfigText((text) => [...new Set([...linesOf(text), configKey])].join('\n')),
  })
  return (
    <Stack gap={4}>
      <p>{t('seb.lead')}</p>
      {stored.configKeys.length + stored.browserKeys.length === 0 && <Banner tone="warn">{t('seb.noKeys')}</Banner>}
      <FileDrop
        label={t('seb.file')}
        hint={t('seb.fileHint')}
        accept=".seb,.json,.plist"
        choose={t('seb.choose')}
        says={read.isPending ? t('seb.reading') : t('seb.drop')}
        error={read.error ? sentence(read.error) : undefined}
        isBusy={read.isPending}
        onChoose={(file) => read.mutate(file)}
      />
      <Textarea
        label={t('seb.configKeys')}
        hint={t('seb.configKeysHint')}
        value={configText}
        onChange={setConfigText}
        rows={3}
        spellCheck={false}
      />
      <Textarea
        label={t('seb.browserKeys')}
        hint={t('seb.browserKeysHint')}
        value={browserText}
        onChange={setBrowserText}
        rows={3}
        spellCheck={false}
      />
      {strange && <Banner tone="bad">{t('seb.strange', { line: strange.slice(0, 40) })}</Banner>}
      {save.error && (
        <Banner tone="bad" live="assertive">
          {sentence(save.error)}
        </Banner>
      )}
      <div>
        <Button variant="primary" busy={save.isPending} disabled={strange !== undefined} onClick={() => save.mutate()}>
          {t('seb.save')}
        </Button>
      </div>
      <p className="ts-quiet-text ts-small">{t('seb.limits')}</p>
    </Stack>
  )
}

const linesOf = (text: string) =>
  text
    .split(/[\s,;]+/)
    .map((line) => line.trim())
    .filter(Boolean)

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
