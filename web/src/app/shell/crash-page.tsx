import { Button, ErrorState } from '@thiso/kit'
import { useAppTexts } from '../texts/use-app-texts'

const missingChunk = /dynamically imported module|module script failed|Importing a module|preload CSS/i

export function CrashPage({ error }: { error: unknown }) {
  const t = useAppTexts()
  const isChunk = error instanceof Error && missingChunk.test(error.message)
  return (
    <div className="ts-page ts-page-narrow">
      <title>{`${t(isChunk ? 'crash.chunkTitle' : 'crash.title')} · Thi Số`}</title>
      <ErrorState
        title={<h1>{t(isChunk ? 'crash.chunkTitle' : 'crash.title')}</h1>}
        action={
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t('crash.reload')}
          </Button>
        }
      >
        {t(isChunk ? 'crash.chunkText' : 'crash.text')}
      </ErrorState>
    </div>
  )
}
