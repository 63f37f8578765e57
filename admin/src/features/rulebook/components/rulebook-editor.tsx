import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ActionBar, Banner, Button, Card, notify, RadioGroup, Stack } from '@thiso/kit'
import { ApiError, call } from '@thiso/kit/api/client'
import { useRef, useState } from 'react'
import type { Locale } from '@thiso/contracts/vocab'
import type { AdminContest } from '../../../lib/contest-queries'
import { LeaveGuard } from '../../../lib/leave-guard'
import { ProblemBanner } from '../../../lib/problem-banner'
import { bodyOf, draftOf, missingIn, type Rulebook, type RulebookDraft } from '../rulebook-draft'
import { rulebookQuery } from '../rulebook-query'
import { useRulebookText } from '../use-rulebook-text'
import { DraftFiles } from './draft-files'
import { HeadForm } from './head-form'
import { PublishRulebook } from './publish-rulebook'
import { RulesSheet } from './rules-sheet'
import { SavedMeanwhile } from './saved-meanwhile'
import { VersionList } from './version-list'

interface RulebookEditorProps {
  contest: AdminContest
  roundIds: readonly string[]
  book: Rulebook
  firstLocale: Locale
}

const nextRowId = () => crypto.randomUUID()
const sent = (draft: RulebookDraft) => JSON.stringify(bodyOf(draft, 0))

/** The thể lệ being written: the sheet as it will be printed, and beside it what stands around it. */
export function RulebookEditor({ contest, roundIds, book, firstLocale }: RulebookEditorProps) {
  const t = useRulebookText()
  const client = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(book, nextRowId))
  // What the server has of it, as this page last saw it: a refetch in the background does not replace what is typed.
  const [kept, setKept] = useState({ revision: book.revision, text: sent(draft) })
  const [locale, setLocale] = useState(firstLocale)
  const [isTried, setTried] = useState(false)
  const sheet = useRef<HTMLDivElement>(null)
  const params = { contestId: contest.id }

  const take = (saved: Rulebook, next: RulebookDraft) => {
    client.setQueryData(rulebookQuery(contest.id).queryKey, saved)
    setDraft(next)
    setKept({ revision: saved.revision, text: sent(next) })
    setTried(false)
  }
  const save = useMutation({
    mutationFn: (revision: number) => call('saveRulebook', { params, body: bodyOf(draft, revision) }),
    onSuccess: (saved) => {
      take(saved, draftOf(saved, nextRowId))
      notify(t('save.done'))
    },
  })
  const missing = missingIn(draft)
  const isDirty = sent(draft) !== kept.text
  const isRace = save.error instanceof ApiError && save.error.problem.code === 'RULEBOOK.CHANGED_MEANWHILE'
  const trySave = (revision: number) => {
    setTried(true)
    if (missing.length === 0) return save.mutate(revision)
    // After the render that marks the fields: the first of them gets the focus.
    requestAnimationFrame(() => sheet.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const [newest] = book.versions

  return (
    <Stack gap={6}>
      <LeaveGuard isDirty={isDirty} />
      {isRace ? (
        <SavedMeanwhile
          contestId={contest.id}
          isBusy={save.isPending}
          onKeepMine={(theirs) => trySave(theirs.revision)}
          onTakeTheirs={(theirs) => {
            take(theirs, draftOf(theirs, nextRowId))
            save.reset()
          }}
        />
      ) : (
        save.error && <ProblemBanner error={save.error} shown={() => false} />
      )}
      {newest && book.isBehind && (
        <Banner tone="warn" title={t('behindTitle')}>
          {t('behindText', { version: newest.version })}
        </Banner>
      )}
      <div className="rb-tools">
        <RadioGroup
          look="segments"
          label={t('language')}
          options={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
          value={locale}
          onChange={setLocale}
        />
        <DraftFiles contestId={contest.id} locale={locale} isDirty={isDirty} />
      </div>
      <div className="rb-desk">
        <div ref={sheet}>
          <RulesSheet
            draft={draft}
            made={book.made}
            contest={contest}
            roundIds={roundIds}
            locale={locale}
            missing={isTried ? missing : []}
            onChange={setDraft}
          />
        </div>
        <Stack gap={4}>
          <Card title={t('head.title')}>
            <HeadForm head={draft.head} onChange={(head) => setDraft((now) => ({ ...now, head }))} />
          </Card>
          <VersionList contest={contest} versions={book.versions} />
        </Stack>
      </div>
      {isTried && missing.length > 0 && <Banner tone="warn">{t('save.check')}</Banner>}
      <ActionBar className="rb-bar">
        <p className="rb-saved ts-quiet-text ts-small" role="status">
          {isDirty ? t('save.dirty') : t('save.clean')} {!isDirty && !book.isBehind && t('publish.same')}
        </p>
        <PublishRulebook contest={contest} book={book} revision={kept.revision} isDirty={isDirty} />
        <Button
          variant={isDirty ? 'primary' : 'secondary'}
          busy={save.isPending}
          onClick={() => trySave(kept.revision)}
        >
          {t('save.act')}
        </Button>
      </ActionBar>
    </Stack>
  )
}
