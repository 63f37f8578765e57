import { Button, Field, fold, SearchInput } from '@thiso/kit'
import RotateCw from 'lucide-react/icons/rotate-cw'
import { useId, useState } from 'react'
import { useLessonTexts } from '../texts/use-lesson-texts'
import type { Door } from './use-joining'
import './roster-list.css'

interface RosterListProps {
  pupils: Door['pupils']
  value: string | null
  error?: string | undefined
  onChange: (pupilId: string) => void
  onAgain: () => void
}

/** From so many names on looking for one's own is quicker than scrolling. */
const MANY = 12

/** The class list as the teacher wrote it; whoever is in already is not on it. */
export function RosterList({ pupils, value, error, onChange, onAgain }: RosterListProps) {
  const t = useLessonTexts()
  const name = useId()
  const [words, setWords] = useState('')
  const wanted = fold(words.trim())
  const shown = pupils.filter((pupil) => fold(pupil.name).includes(wanted))
  return (
    <div className="ls-roster">
      {pupils.length > MANY && (
        <SearchInput
          label={t('join.rosterSearch')}
          value={words}
          onChange={setWords}
          placeholder={t('join.rosterSearch')}
        />
      )}
      {pupils.length === 0 ? (
        <p>{t('join.rosterEmpty')}</p>
      ) : (
        <Field label={t('join.roster')} error={error} group>
          {(wiring) => (
            <div className="ls-roster-names">
              {shown.map((pupil) => (
                <label key={pupil.id} className="ls-pupil">
                  <input
                    type="radio"
                    name={name}
                    value={pupil.id}
                    checked={pupil.id === value}
                    aria-invalid={wiring['aria-invalid']}
                    onChange={() => onChange(pupil.id)}
                  />
                  <span className="ls-pupil-number ts-number">{pupil.number}</span>
                  <span>{pupil.name}</span>
                </label>
              ))}
            </div>
          )}
        </Field>
      )}
      {pupils.length > 0 && shown.length === 0 && <p role="status">{t('join.rosterNone')}</p>}
      <p className="ls-quiet">{t('join.rosterMissing')}</p>
      <Button size="small" variant="quiet" icon={RotateCw} onClick={onAgain}>
        {t('join.rosterAgain')}
      </Button>
    </div>
  )
}
