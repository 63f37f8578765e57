import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, LinkButton, notify, Page, formatNumber } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import ChartLine from 'lucide-react/icons/chart-line'
import Pencil from 'lucide-react/icons/pencil'
import Play from 'lucide-react/icons/play'
import { useState } from 'react'
import { useParams } from 'react-router'
import { LeaveGuard } from '../../../lib/leave-guard'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { classesChanged, classQuery, type SchoolClassWhole } from '../classroom-queries'
import { AddPupils } from './add-pupils'
import { ClassDialog } from './class-dialog'
import { ClassFacts } from './class-facts'
import './classes.css'
import { DeleteClass } from './delete-class'
import { bodyOf, isSame, linesOf, type RosterLine } from './roster'
import { RosterEditor } from './roster-editor'
import { useClassesText } from './use-classes-text'

export default function ClassPage() {
  const t = useClassesText()
  const { classId = '' } = useParams()
  const query = useQuery(classQuery(classId))
  const up = { to: '/lop-hoc', name: t('title') }
  if (!query.data)
    return <PageWait title={t('one')} up={up} height={480} error={query.error} onRetry={() => void query.refetch()} />
  return <ClassBody key={classId} of={query.data} up={up} />
}

function ClassBody({ of, up }: { of: SchoolClassWhole; up: { to: string; name: string } }) {
  const t = useClassesText()
  const client = useQueryClient()
  const [isEditing, setEditing] = useState(false)
  // A refetch in the background must not replace what is being typed: the list is taken once, and again after each saving.
  const [stored, setStored] = useState(() => linesOf(of.pupils))
  const [lines, setLines] = useState(stored)
  const isDirty = !isSame(lines, stored)
  const save = useMutation({
    mutationFn: (next: readonly RosterLine[]) =>
      call('setPupils', { params: { classId: of.id }, body: { pupils: bodyOf(next) } }),
    onSuccess: ({ pupils }) => {
      const kept = linesOf(pupils)
      setStored(kept)
      setLines(kept)
      void classesChanged(client)
    },
  })
  // What is wrong with the list is said at the list; what is wrong with names to add, where they are added.
  const [isOwn, setOwn] = useState(false)

  return (
    <Page tabTitle={of.name} width="wide">
      <LeaveGuard isDirty={isDirty} />
      <PageHead
        title={/^(lớp|class)\s/i.test(of.name) ? of.name : `${t('one')} ${of.name}`}
        up={up}
        actions={
          <>
            <Button variant="quiet" icon={Pencil} onClick={() => setEditing(true)}>
              {t('page.edit')}
            </Button>
            <LinkButton icon={ChartLine} to={`/lop-hoc/${of.id}/tien-bo`}>
              {t('page.progress')}
            </LinkButton>
            <LinkButton variant="primary" icon={Play} to={`/buoi-choi/moi?lop=${of.id}`}>
              {t('page.start')}
            </LinkButton>
          </>
        }
      />
      <div className="classes-columns">
        <RosterEditor
          lines={lines}
          stored={stored}
          isDirty={isDirty}
          isSaving={save.isPending && isOwn}
          error={isOwn ? save.error : null}
          onChange={setLines}
          onSave={() => {
            setOwn(true)
            save.mutate(lines, {
              onSuccess: ({ pupils }) =>
                notify(t('roster.saved', { count: pupils.length, shown: formatNumber(pupils.length) })),
            })
          }}
        />
        <div className="classes-side">
          <AddPupils
            lines={lines}
            onAdd={(next) => {
              setOwn(false)
              return save.mutateAsync(next)
            }}
          />
          <ClassFacts of={of} />
          <DeleteClass of={of} />
        </div>
      </div>
      {isEditing && <ClassDialog known={of} onClose={() => setEditing(false)} />}
    </Page>
  )
}
