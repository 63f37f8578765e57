import { Banner, formatDate, formatNumber, LinkButton, Select } from '@thiso/kit'
import type { SchoolClass, SetHead } from '../classroom-queries'
import { minutesOf } from '../sets/set-draft'
import type { StartDraft } from './start-draft'
import { useStartText } from './use-start-text'

interface WhatAndWhoProps {
  sets: readonly SetHead[]
  classes: readonly SchoolClass[]
  draft: StartDraft
  /** Items of the chosen set that cannot be played now. */
  troubles: number
  isSetMissing: boolean
  onSet: (setId: string) => void
  onClass: (classId: string | null) => void
}

/** The set and the class. */
export function WhatAndWho({ sets, classes, draft, troubles, isSetMissing, onSet, onClass }: WhatAndWhoProps) {
  const t = useStartText()
  const set = sets.find(({ id }) => id === draft.setId)
  const schoolClass = classes.find(({ id }) => id === draft.classId)
  return (
    <>
      {sets.length === 0 && (
        <Banner
          action={
            <LinkButton size="small" variant="primary" to="/bo-cau-hoi">
              {t('start.makeSet')}
            </LinkButton>
          }
        >
          {t('start.noSets')}
        </Banner>
      )}
      <div className="start-pair start-what">
        <Select
          label={t('start.set')}
          placeholder={t('start.chooseSet')}
          required
          hint={
            set
              ? t('start.setFacts', {
                  count: set.placeCount,
                  shown: formatNumber(set.placeCount),
                  minutes: formatNumber(minutesOf(set.lengthS)),
                })
              : t('start.setHint')
          }
          options={sets.map(({ id, title }) => ({ value: id, label: title }))}
          value={draft.setId}
          onChange={onSet}
          error={isSetMissing ? t('start.setMissing') : undefined}
        />
        <Select
          label={t('start.class')}
          hint={schoolClass ? t('start.classHint', { date: formatDate(schoolClass.deleteOn) }) : t('start.noClassHint')}
          options={[
            { value: 'none', label: t('start.noClass') },
            ...classes.map(({ id, name, pupilCount }) => ({
              value: id,
              label: t('start.classLine', { name, count: pupilCount, shown: formatNumber(pupilCount) }),
            })),
          ]}
          value={draft.classId ?? 'none'}
          onChange={(next) => onClass(next === 'none' ? null : next)}
        />
      </div>
      {troubles > 0 && (
        <div data-trouble tabIndex={-1}>
          <Banner
            tone="warn"
            live="polite"
            action={
              <LinkButton size="small" to={`/bo-cau-hoi/${draft.setId}`}>
                {t('start.editSet')}
              </LinkButton>
            }
          >
            {t('start.troubles', { count: troubles, shown: formatNumber(troubles) })}
          </Banner>
        </div>
      )}
    </>
  )
}
