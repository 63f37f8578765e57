import {
  CASE_DECISIONS,
  CASE_GROUNDS,
  type CaseDecision,
  type CaseGround,
  CLEARING_GROUNDS,
  LEAST_HEARING_DAYS,
  MOST_HEARING_DAYS,
  type ReviewerAct,
  USUAL_HEARING_DAYS,
} from '@thiso/contracts/vocab'
import { Banner, Button, Dialog, NumberInput, RadioGroup, Select, Stack, Textarea } from '@thiso/kit'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { type ActBody, type CaseFile, useCaseAct } from '../case-queries'
import { useCaseText } from '../use-case-text'

const LEAST_WORDS = 10

interface ActDialogProps {
  file: CaseFile
  act: ReviewerAct
  onClose: () => void
}

/** One act of a reviewer, with the words that stay with it. */
export function ActDialog({ file, act, onClose }: ActDialogProps) {
  const t = useCaseText()
  const problemText = useProblemText()
  const [words, setWords] = useState('')
  const [days, setDays] = useState<number | null>(USUAL_HEARING_DAYS)
  const isAppeal = file.state === 'appealed'
  const isUnheard = !isAppeal && !file.isHearingOver
  // An appeal never makes it worse, and nobody is judged unheard.
  const most = file.decision ? CASE_DECISIONS.indexOf(file.decision.decision) : CASE_DECISIONS.length - 1
  const decisions = CASE_DECISIONS.filter((each, index) =>
    isAppeal ? index <= most : !isUnheard || each === 'cleared',
  )
  const [decision, setDecision] = useState<CaseDecision>(decisions[0] ?? 'cleared')
  const [ground, setGround] = useState<CaseGround | ''>('')
  const clearing: readonly CaseGround[] = CLEARING_GROUNDS
  const grounds = CASE_GROUNDS.filter((each) => clearing.includes(each) === (decision === 'cleared'))
  const doing = useCaseAct(file.id, t('act.done'), onClose)
  const given = words.trim()
  const body = bodyOf()

  function bodyOf(): ActBody | null {
    const { actNo } = file
    if (act === 'approve') return { act, actNo, words: given }
    if (act === 'recuse') return given.length >= 5 ? { act, actNo, words: given } : null
    if (given.length < LEAST_WORDS) return null
    if (act === 'tell') return days === null ? null : { act, actNo, allegation: given, days }
    if (act === 'propose') return ground ? { act, actNo, decision, ground, words: given } : null
    return { act, actNo, words: given }
  }

  const title = act === 'propose' && isAppeal ? t('act.propose-appeal') : t(`act.${act}`)
  return (
    <Dialog
      open
      size="large"
      title={title}
      onClose={onClose}
      actions={
        <Button variant="primary" busy={doing.isPending} disabled={!body} onClick={() => body && doing.mutate(body)}>
          {title}
        </Button>
      }
    >
      <Stack>
        {doing.error && <Banner tone="bad">{problemText(doing.error)}</Banner>}
        {act === 'approve' && <p>{t('act.approveText')}</p>}
        {act === 'recuse' && <p>{t('act.recuseText')}</p>}
        {(act === 'tell' || act === 'propose') && file.person.ageGroup !== 'adult' && (
          <Banner tone="info">{t('minor')}</Banner>
        )}
        {act === 'propose' && (
          <>
            <RadioGroup
              label={t('act.decision')}
              look="cards"
              options={decisions.map((value) => ({
                value,
                label: t(`decision.of.${value}`),
                hint: t(`decision.means.${value}`),
              }))}
              value={decision}
              onChange={(value) => {
                setDecision(value)
                setGround('')
              }}
            />
            <Select
              label={t('act.ground')}
              placeholder="–"
              options={grounds.map((value) => ({ value, label: t(`decision.ground.${value}`) }))}
              value={ground}
              onChange={setGround}
            />
          </>
        )}
        {act !== 'approve' && (
          <Textarea
            label={t(
              act === 'tell'
                ? 'act.allegation'
                : act === 'recuse'
                  ? 'act.recuseWords'
                  : act === 'send-back'
                    ? 'act.backWords'
                    : 'act.words',
            )}
            hint={act === 'tell' ? t('act.allegationHint') : act === 'propose' ? t('act.wordsHint') : undefined}
            value={words}
            onChange={setWords}
            rows={6}
            maxLength={act === 'recuse' ? 500 : 4_000}
            required
          />
        )}
        {act === 'tell' && (
          <NumberInput
            label={t('act.days')}
            hint={t('act.daysHint', { least: LEAST_HEARING_DAYS, most: MOST_HEARING_DAYS })}
            value={days}
            onChange={setDays}
            min={LEAST_HEARING_DAYS}
            max={MOST_HEARING_DAYS}
          />
        )}
      </Stack>
    </Dialog>
  )
}
