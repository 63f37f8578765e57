import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Dialog, formatDate, notify, Select, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type FormEvent, useId, useState } from 'react'
import { useCommon } from '../../../lib/common'
import { useFieldProblems } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { today } from '../../../lib/today'
import { classesChanged, type SchoolClass } from '../classroom-queries'
import { useClassesText } from './use-classes-text'

const GRADES = Array.from({ length: 12 }, (_, index) => index + 1)

interface ClassDialogProps {
  /** The class to change; none: a new one. */
  known?: SchoolClass
  onClose: () => void
  onSaved?: (made: SchoolClass) => void
}

/** Name, grade and school year of a class. */
export function ClassDialog({ known, onClose, onSaved }: ClassDialogProps) {
  const t = useClassesText()
  const common = useCommon()
  const client = useQueryClient()
  const formId = useId()
  const now = yearNow()
  const [name, setName] = useState(known?.name ?? '')
  const [grade, setGrade] = useState(known?.grade ?? null)
  const [year, setYear] = useState(known?.schoolYear ?? now)
  const [isTried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: () => {
      const body = { name, grade, schoolYear: year }
      return known
        ? call('updateSchoolClass', { params: { classId: known.id }, body })
        : call('createSchoolClass', { body })
    },
    onSuccess: async (made) => {
      await classesChanged(client)
      notify(t(known ? 'form.saved' : 'form.created', { name: made.name }))
      onClose()
      onSaved?.(made)
    },
  })
  const said = useFieldProblems(save.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() !== '' && !save.isPending) save.mutate()
  }
  const years = [...new Set([now - 1, now, now + 1, year])].sort((a, b) => b - a)
  return (
    <Dialog
      open
      size="small"
      title={known ? t('form.editTitle', { name: known.name }) : t('form.newTitle')}
      dismissible={!save.isPending}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" disabled={save.isPending} onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            {known ? common('save') : t('form.create')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack gap={5}>
          <ProblemBanner error={save.error} shown={(path) => path === 'name'} />
          <TextInput
            label={t('form.name')}
            placeholder={t('form.namePlace')}
            required
            maxLength={40}
            autoComplete="off"
            data-autofocus
            value={name}
            onChange={setName}
            error={isTried && name.trim() === '' ? t('form.nameMissing') : said('name')}
          />
          <Select
            label={t('form.grade')}
            options={[
              { value: 'none', label: t('noGrade') },
              ...GRADES.map((each) => ({ value: String(each), label: t('grade', { grade: each }) })),
            ]}
            value={grade === null ? 'none' : String(grade)}
            onChange={(value) => setGrade(value === 'none' ? null : Number(value))}
          />
          <Select
            label={t('form.year')}
            hint={t('form.yearHint', { date: formatDate(`${year + 1}-08-31`) })}
            options={years.map((each) => ({
              value: String(each),
              label: t('schoolYear', { from: each, to: each + 1 }),
            }))}
            value={String(year)}
            onChange={(value) => setYear(Number(value))}
          />
        </Stack>
      </form>
    </Dialog>
  )
}

/** The school year it is: a new one is prepared from July on. */
function yearNow(): number {
  const [year = 0, month = 0] = today().split('-').map(Number)
  return month >= 7 ? year : year - 1
}
