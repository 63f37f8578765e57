import { Card, formatDateTime, Stack } from '@thiso/kit'
import type { CaseFile } from '../case-queries'
import { useCaseText } from '../use-case-text'

const PERSON = ['answered', 'appealed']
const TIME = ['final']

/** Every act with who and when, and who looked. */
export function LogCard({ file }: { file: CaseFile }) {
  const t = useCaseText()
  const self = (kind: string) =>
    t(PERSON.includes(kind) ? 'acts.self.person' : TIME.includes(kind) ? 'acts.self.time' : 'acts.self.signals')
  return (
    <Card title={t('acts.title')}>
      <Stack gap={4}>
        <ol className="case-timeline">
          {file.acts.map(({ no, at, kind, by }) => (
            <li key={no}>
              <time dateTime={at}>{formatDateTime(at)}</time> {t(`acts.kind.${kind}`)} · {by ?? self(kind)}
            </li>
          ))}
        </ol>
        <details>
          <summary>{t('acts.views')}</summary>
          <ul className="case-timeline">
            {file.views.map(({ at, by, part }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the newest first, asked for as a whole
              <li key={index}>
                <time dateTime={at}>{formatDateTime(at)}</time> {by} · {t(`acts.part.${part}`)}
              </li>
            ))}
          </ul>
        </details>
        <p className="ts-quiet-text ts-small">
          {file.deleteOn
            ? t('deleteOn', { day: file.deleteOn.split('-').reverse().join('/') })
            : t('kept', { months: file.keptMonths })}
        </p>
      </Stack>
    </Card>
  )
}
