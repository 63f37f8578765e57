import { Banner, Card, formatDateTime, Stack } from '@thiso/kit'
import type { CaseFile } from '../case-queries'
import { useCaseText } from '../use-case-text'

type Decided = NonNullable<CaseFile['decision']>

/** The person's own words. */
export function HearingCard({ file }: { file: CaseFile }) {
  const t = useCaseText()
  const { allegation, hearingUntil, answer, answeredAt, isHearingOver } = file
  return (
    <Card title={t('hearing.title')}>
      <Stack gap={3}>
        {allegation ? <Said title={t('hearing.asked')} words={allegation} /> : <p>{t('hearing.notYet')}</p>}
        {answer && answeredAt ? (
          <Said title={t('hearing.answer', { at: formatDateTime(answeredAt) })} words={answer} />
        ) : (
          hearingUntil && (
            <p>{t(isHearingOver ? 'hearing.none' : 'hearing.waiting', { at: formatDateTime(hearingUntil) })}</p>
          )
        )}
      </Stack>
    </Card>
  )
}

/** What was proposed, decided, appealed and answered, in that order. */
export function DecisionCard({ file }: { file: CaseFile }) {
  const t = useCaseText()
  const { proposal, decision, appeal, appealedAt, appealAnswer, appealUntil, state, versionNumber, hasResults } = file
  return (
    <Card title={t('decision.title')}>
      <Stack gap={4}>
        {!proposal && !decision && <p>{t('decision.none')}</p>}
        {decision && <DecidedPart title={t('decision.decided')} decided={decision} />}
        {state === 'decided' && appealUntil && <p>{t('decision.until', { at: formatDateTime(appealUntil) })}</p>}
        {appeal && appealedAt && (
          <Said title={t('decision.appeal', { at: formatDateTime(appealedAt) })} words={appeal} />
        )}
        {proposal && <DecidedPart title={t('decision.proposal')} decided={proposal} />}
        {appealAnswer && <DecidedPart title={t('decision.appealAnswer')} decided={appealAnswer} />}
        {versionNumber !== null && <p>{t('decision.version', { number: versionNumber })}</p>}
        {!hasResults && state !== 'closed' && <Banner tone="info">{t('decision.noResults')}</Banner>}
      </Stack>
    </Card>
  )
}

function DecidedPart({ title, decided }: { title: string; decided: Decided }) {
  const t = useCaseText()
  const { decision, ground, article, words, at, byName: one, approvedBy: two } = decided
  return (
    <section className="case-said" aria-label={title}>
      <p className="ts-quiet-text ts-small">{title}</p>
      <p>
        <strong>{t(`decision.of.${decision}`)}</strong>
      </p>
      <p>{t('decision.article', { ground: t(`decision.ground.${ground}`), article })}</p>
      <p className="case-words">{words}</p>
      <p className="ts-quiet-text ts-small">
        {two
          ? t('decision.by', { one, two, at: formatDateTime(at) })
          : t('decision.byOne', { one, at: formatDateTime(at) })}
      </p>
    </section>
  )
}

function Said({ title, words }: { title: string; words: string }) {
  return (
    <section className="case-said" aria-label={title}>
      <p className="ts-quiet-text ts-small">{title}</p>
      <p className="case-words">{words}</p>
    </section>
  )
}
