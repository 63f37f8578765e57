import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ActionBar, Banner, Button, Card, formatNumber, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { serverNow } from '@thiso/kit/api/server-clock'
import DoorOpen from 'lucide-react/icons/door-open'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { ProblemBanner } from '../../../lib/problem-banner'
import { lessonsChanged, type SchoolClass, type SetHead, setQuery } from '../classroom-queries'
import { minutesOf } from '../sets/set-draft'
import { keepMuted, isMuted as wasMuted } from '../sound-choice'
import { keepStart, keptStart } from './kept-start'
import { ModeFields } from './mode-fields'
import { MoreSettings } from './more-settings'
import { NameFields } from './name-fields'
import { PresetField } from './preset-field'
import { ScoringField } from './scoring-field'
import { lacksOf, nextWeek, presetOf, type StartDraft, type StartLack, untilOf } from './start-draft'
import { useStartText } from './use-start-text'
import { WhatAndWho } from './what-and-who'

interface StartFormProps {
  sets: readonly SetHead[]
  classes: readonly SchoolClass[]
  setId: string
  classId: string | null
}

/** What is played, with whom and how; then the lobby. */
export function StartForm({ sets, classes, setId, classId }: StartFormProps) {
  const t = useStartText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const rosterOf = (id: string | null) => (classes.find((each) => each.id === id)?.pupilCount ?? 0) > 0
  const [draft, setDraft] = useState<StartDraft>(() => {
    const kept = keptStart()
    const ofClass = classId ?? classes.find(({ id }) => id === kept?.classId)?.id ?? null
    const fresh = { raceMinutes: 15, deadline: nextWeek(serverNow()) }
    const { settings, ...rest } = kept ?? { ...fresh, settings: presetOf('quick', rosterOf(ofClass)) }
    // A class that was asked for by its page comes in by its list.
    const names =
      classId && rosterOf(classId) ? 'roster' : rosterOf(ofClass) ? settings.names : unlisted(settings.names)
    return { ...rest, setId, classId: ofClass, settings: { ...settings, names } }
  })
  // Gone to mend the set and back again, the choices are still there.
  useEffect(() => keepStart(draft), [draft])
  const [isMuted, setMuted] = useState(wasMuted)
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const whole = useQuery({ ...setQuery(draft.setId), enabled: draft.setId !== '' })
  const create = useMutation({
    mutationFn: ({ setId: chosen, classId: ofClass, ...rest }: StartDraft) =>
      call('createLesson', {
        body: {
          setId: chosen,
          classId: ofClass,
          settings: { ...rest.settings, until: untilOf({ setId: chosen, classId: ofClass, ...rest }, serverNow()) },
        },
        timeoutMs: 30_000,
      }),
    onSuccess: async ({ id }) => {
      keepMuted(isMuted)
      keepStart(null)
      void lessonsChanged(client)
      await navigate(`/man-hinh/${id}`)
    },
    // An item may have gone since the set was read: then it is named, with the way to the set.
    onError: () => void client.invalidateQueries({ queryKey: setQuery(draft.setId).queryKey }),
  })
  const lacks = lacksOf(draft, serverNow())
  const troubles = whole.data?.places.filter(({ trouble }) => trouble !== null).length ?? 0
  const lackOf = (lack: StartLack): boolean => isTried && lacks.includes(lack)
  const set = (part: Partial<StartDraft['settings']>) =>
    setDraft((now) => ({ ...now, settings: { ...now.settings, ...part } }))
  const { mode } = draft.settings
  const head = sets.find(({ id }) => id === draft.setId)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (create.isPending) return
    if (lacks.length === 0 && troubles === 0) return create.mutate(draft)
    // After the render that marks the fields: the first of them gets the focus.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-trouble]')?.focus(),
    )
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap={6}>
        <ProblemBanner error={create.error} />
        <Card>
          <Stack gap={5}>
            <WhatAndWho
              sets={sets}
              classes={classes}
              draft={draft}
              troubles={troubles}
              isSetMissing={lackOf('set')}
              onSet={(next) => setDraft((now) => ({ ...now, setId: next }))}
              onClass={(next) =>
                setDraft((now) => ({
                  ...now,
                  classId: next,
                  // Names follow the class; a wish for other names than the list's stays while the class has a list.
                  settings: { ...now.settings, names: rosterOf(next) ? 'roster' : unlisted(now.settings.names) },
                }))
              }
            />
            <PresetField
              settings={draft.settings}
              onChange={(preset) => setDraft((now) => ({ ...now, settings: presetOf(preset, rosterOf(now.classId)) }))}
            />
          </Stack>
        </Card>
        <Card>
          <ModeFields
            draft={draft}
            isMinutesWrong={lackOf('minutes')}
            isDeadlineWrong={lackOf('deadline')}
            onSettings={set}
            onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
          />
        </Card>
        <Card>
          <ScoringField settings={draft.settings} onChange={set} />
        </Card>
        <Card>
          <NameFields settings={draft.settings} hasRoster={rosterOf(draft.classId)} onChange={set} />
        </Card>
        <MoreSettings
          settings={draft.settings}
          hasSections={whole.data?.places.some(({ section }) => section !== '') ?? false}
          isMuted={isMuted}
          onMuted={setMuted}
          onChange={set}
        />
        {isTried && lacks.length > 0 && (
          <Banner tone="warn" live="polite">
            {t('start.check', { count: lacks.length })}
          </Banner>
        )}
        <ActionBar>
          <p className="start-summary" role="status">
            {head &&
              t('start.summary', {
                count: head.placeCount,
                shown: formatNumber(head.placeCount),
                minutes: formatNumber(minutesOf(head.lengthS)),
              })}
          </p>
          <Button type="submit" variant="primary" icon={DoorOpen} busy={create.isPending}>
            {t(mode === 'homework' ? 'start.openHomework' : 'start.open')}
          </Button>
        </ActionBar>
      </Stack>
    </form>
  )
}

const unlisted = (names: StartDraft['settings']['names']) => (names === 'roster' ? 'nickname' : names)
