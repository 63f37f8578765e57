import { Card, EmptyState, ErrorState, Skeleton } from '@thiso/kit'
import { useProblemText } from '../../../lib/problem'
import { useWinnersText } from '../hooks/use-winners-text'
import { CertificateFormCard } from './certificate-form-card'
import { LeavingCard } from './leaving-card'
import { ListFiles } from './list-files'
import { ListLine } from './list-line'
import { SignPanel } from './sign-panel'
import { SkippedCard } from './skipped-card'
import { useWinnerList } from './use-winner-list'
import { WinnerEntry } from './winner-entry'

/** A list of winners from the proposal to prizes handed over. */
export function ListBody({ contestId, list }: { contestId: string; list: string }) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const { query, act, refresh } = useWinnerList(contestId, list)
  const shown = query.data
  if (!shown)
    return query.error ? (
      <ErrorState onRetry={() => void query.refetch()} busy={query.isFetching}>
        {problemText(query.error)}
      </ErrorState>
    ) : (
      <Skeleton height={260} />
    )
  const onDone = () => void refresh()
  if (shown.lines.length === 0)
    return <EmptyState title={t('winners.noPrizes')}>{t(`list.noLines.${shown.kind}`)}</EmptyState>
  return (
    <>
      <SignPanel list={shown} act={act} />
      {shown.lines.map((line, index) => (
        <ListLine
          key={line.key}
          line={line}
          isStored={shown.state !== null}
          isUnits={shown.kind === 'collective'}
          // Who moves up is the same for every prize of a table: said once, below the last.
          isLast={!shown.lines.slice(index + 1).some((other) => other.table === line.table)}
          onDone={onDone}
        />
      ))}
      {shown.leaving.length > 0 && <LeavingCard leaving={shown.leaving} onDone={onDone} />}
      {shown.skipped.length > 0 && <SkippedCard skipped={shown.skipped} />}
      {shown.ended.length > 0 && (
        <Card title={t('list.ended')}>
          <ul className="winners-list">
            {shown.ended.map((winner) => (
              <WinnerEntry key={winner.id} winner={winner} isStored onDone={onDone} />
            ))}
          </ul>
        </Card>
      )}
      <CertificateFormCard
        key={`${shown.kind} ${shown.roundId}`}
        contestId={contestId}
        list={list}
        form={shown.form}
        onDone={onDone}
      />
      <ListFiles
        contestId={contestId}
        list={list}
        isPublished={shown.publishedAt !== null}
        isFinal={shown.version?.isFinal ?? false}
      />
    </>
  )
}
