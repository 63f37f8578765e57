import { LESSON_MODE_NAMES, teamName } from '@thiso/contracts/vocab'
import { Banner, Button, formatDate, Icon, RadioGroup, TextInput, useLocale } from '@thiso/kit'
import { ApiError } from '@thiso/kit/api/client'
import ArrowRight from 'lucide-react/icons/arrow-right'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { LessonFrame } from '../components/lesson-frame'
import { useScreenHeading } from '../components/use-screen-heading'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { RosterList } from './roster-list'
import type { Door, Wish } from './use-joining'
import './name-form.css'

interface NameFormProps {
  door: Door
  busy: boolean
  /** What was refused last. */
  error: unknown
  onTake: (wish: Wish) => void
  onAgain: () => void
  other: ReactNode
}

const LONGEST = 30
const ofTheName = ['SEAT.NAME_REFUSED', 'SEAT.NAME_TAKEN']

/** Who one is in this lesson, by its rule for names; one tap more and one is in. */
export function NameForm({ door, busy, error, onTake, onAgain, other }: NameFormProps) {
  const t = useLessonTexts()
  const sentence = useProblemText()
  const [language] = useLocale()
  const [name, setName] = useState('')
  const [pupilId, setPupilId] = useState<string | null>(null)
  const [team, setTeam] = useState('0')
  const [lacks, setLacks] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { names, mode, teams, pupils, accountName } = door
  const pupil = pupils.find(({ id }) => id === pupilId)
  const isTyped = names === 'nickname'
  const isOwnPaced = mode === 'race' || mode === 'homework'

  const isOfName = error instanceof ApiError && ofTheName.includes(error.problem.code)
  // What was refused is mended where it was typed.
  useEffect(() => {
    if (isOfName && error) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [error, isOfName])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const isLacking = isTyped ? name.trim() === '' : names === 'roster' && !pupil
    setLacks(isLacking)
    if (isLacking) {
      form.current?.querySelector<HTMLElement>('input')?.focus()
      return
    }
    takeAs(isTyped ? name.trim() : '')
  }
  const takeAs = (typed: string) =>
    onTake({
      name: typed,
      pupilId: names === 'roster' ? pupilId : null,
      team: teams.length > 0 && team !== '0' ? Number(team) : null,
      said: pupil?.name ?? typed,
    })

  const said = pupil?.name ?? (isTyped ? name.trim() : '')
  const late = door.hasStarted && !isOwnPaced ? LATE[door.late] : null
  return (
    <form ref={form} className="ls-join" onSubmit={submit} noValidate>
      <LessonFrame
        title={door.title}
        dock={
          <Button type="submit" variant="primary" size="large" block iconEnd={ArrowRight} busy={busy}>
            {said ? t('join.goAs', { name: said }) : t('join.go')}
          </Button>
        }
      >
        <div className="ls-join-head">
          <p className="ls-quiet">{LESSON_MODE_NAMES[language][mode]}</p>
          <h1 ref={useScreenHeading('name')} tabIndex={-1}>
            {door.title}
          </h1>
        </div>
        {door.isLobbyLocked && <Banner tone="warn">{t('join.locked')}</Banner>}
        {late && <Banner tone={door.late === 'refused' ? 'warn' : 'info'}>{t(late)}</Banner>}
        {error !== null && !isOfName && (
          <Banner tone="bad" live="assertive">
            {sentence(error)}
          </Banner>
        )}
        {names === 'roster' && (
          <RosterList
            pupils={pupils}
            value={pupilId}
            error={lacks && !pupil ? t('join.choose') : isOfName ? sentence(error) : undefined}
            onChange={setPupilId}
            onAgain={onAgain}
          />
        )}
        {isTyped && (
          <div className="ls-name">
            <TextInput
              label={mode === 'team-device' ? t('join.teamDevice') : t('join.nickname')}
              hint={mode === 'team-device' ? t('join.teamDeviceHint') : t('join.nicknameHint')}
              error={lacks && name.trim() === '' ? t('join.nicknameEmpty') : isOfName ? sentence(error) : undefined}
              value={name}
              onChange={setName}
              maxLength={LONGEST}
              autoComplete="off"
              autoCapitalize="words"
              spellCheck={false}
              enterKeyHint="go"
              required
            />
            {accountName !== null && name !== accountName && (
              <Button variant="quiet" size="small" onClick={() => setName(accountName)}>
                {t('join.account', { name: accountName })}
              </Button>
            )}
            {mode !== 'team-device' && (
              <Button variant="quiet" size="small" disabled={busy} onClick={() => takeAs('')}>
                {t('join.anyName')}
              </Button>
            )}
          </div>
        )}
        {names === 'generated' && <p>{t('join.generated')}</p>}
        {teams.length > 0 && (
          <RadioGroup
            label={t('join.team')}
            look="cards"
            value={team}
            onChange={setTeam}
            options={[
              { value: '0', label: t('join.anyTeam') },
              ...teams.map((each) => ({ value: String(each.number), label: teamName(each.number, language) })),
            ]}
            className="ls-teams"
          />
        )}
        <p className="ls-data">
          <Icon of={ShieldCheck} size={18} />
          <span>{t('join.data', { date: formatDate(door.deleteOn) })}</span>
        </p>
        {other}
      </LessonFrame>
    </form>
  )
}

const LATE = {
  'from-next': 'join.lateFromNext',
  unplaced: 'join.lateUnplaced',
  refused: 'join.lateRefused',
} as const
