import { Badge, Card, formatDateTime, formatDuration, formatNumber, Stack } from '@thiso/kit'
import { type CaseFile, oneIn } from '../case-queries'
import { useCaseText } from '../use-case-text'

/** What was found or seen, and beside it, with the same weight, what speaks for the person. */
export function EvidenceCard({ file }: { file: CaseFile }) {
  const t = useCaseText()
  return (
    <Card title={t('evidence.title')}>
      <Stack gap={4}>
        <p className="ts-quiet-text">{t('evidence.lead')}</p>
        <ul className="case-list">
          {file.evidence.map(({ id, family, p, note, foundAt }) => (
            <li key={id}>
              <Badge>{family ? t(`family.${family}`) : t('evidence.seen')}</Badge>{' '}
              {family ? t(`familyText.${family}`) : note}
              {p !== null && p < 1 && <> {t('evidence.chance', { one: oneIn(p) })}</>}
              <span className="ts-quiet-text ts-small"> {t('evidence.foundAt', { at: formatDateTime(foundAt) })}</span>
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  )
}

export function FavourList({ of: favours }: { of: CaseFile['inFavour'] }) {
  const t = useCaseText()
  if (favours.length === 0) return <p className="ts-quiet-text">{t('favour.none')}</p>
  return (
    <ul className="case-list">
      {favours.map(({ kind, n, of }) => (
        <li key={kind}>
          {t(`favour.of.${kind}`, {
            n: formatNumber(n),
            of: of === null ? '' : formatNumber(of),
            time: formatDuration(n * 60_000),
          })}
        </li>
      ))}
    </ul>
  )
}
