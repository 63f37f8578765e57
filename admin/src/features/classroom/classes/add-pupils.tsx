import { useMutation } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { Banner, Button, Card, formatNumber, Row, Stack, Tabs, Textarea, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { FileDrop } from '../../../lib/file-drop'
import { useProblemText } from '../../../lib/problem'
import { upload } from '../../../lib/upload'
import { apart, lacksOf, MOST_NAME, MOST_PUPILS, newLine, type RosterLine } from './roster'
import { useClassesText } from './use-classes-text'

const MOST_BYTES = 2_000_000

interface AddPupilsProps {
  lines: readonly RosterLine[]
  /** Keeps the whole list; resolves once it is stored. */
  onAdd: (lines: RosterLine[]) => Promise<unknown>
}

type Way = 'paste' | 'sheet' | 'single'

/** Pupils from a pasted list, a spreadsheet or typed; what was read is shown before anybody is added. */
export function AddPupils({ lines, onAdd }: AddPupilsProps) {
  const t = useClassesText()
  const problemText = useProblemText()
  const [way, setWay] = useState<Way>('paste')
  const [pasted, setPasted] = useState('')
  const [single, setSingle] = useState('')
  const [ownProblem, setOwnProblem] = useState<string>()
  const [done, setDone] = useState(0)
  const read = useMutation({
    mutationFn: (source: string | File) => {
      if (typeof source === 'string') return call('readRoster', { body: { pasted: source } })
      const form = new FormData()
      form.set('file', source)
      return upload('readRosterSheet', form)
    },
  })
  const add = useMutation({ mutationFn: (names: string[]) => onAdd([...lines, ...names.map(newLine)]) })
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (read.data) outcome.current?.focus()
  }, [read.data])

  const turn = (next: Way) => {
    setWay(next)
    setOwnProblem(undefined)
    setDone(0)
    read.reset()
    add.reset()
  }
  const readPasted = () => {
    setDone(0)
    if (pasted.trim() === '') return setOwnProblem(t('add.emptyPaste'))
    setOwnProblem(undefined)
    read.mutate(pasted)
  }
  const readFile = (file: File) => {
    setDone(0)
    if (!/\.(xlsx|csv)$/i.test(file.name)) return setOwnProblem(t('add.wrongFile'))
    if (file.size > MOST_BYTES) return setOwnProblem(t('add.largeFile'))
    setOwnProblem(undefined)
    read.mutate(file)
  }
  const addAll = (names: string[]) =>
    add.mutate(names, {
      onSuccess: () => {
        setDone(names.length)
        setPasted('')
        setSingle('')
        read.reset()
      },
    })
  const addSingle = (event: FormEvent) => {
    event.preventDefault()
    if (single.trim() === '') return setOwnProblem(t('roster.nameMissing'))
    const line = { ...newLine(single), name: single }
    const lack = lacksOf([...lines, line]).get(line.key)
    if (lack?.kind === 'twice') return setOwnProblem(t('roster.twice', { number: lack.number }))
    setOwnProblem(undefined)
    addAll([single.trim()])
  }
  const failed = read.error ? problemText(read.error) : undefined

  return (
    <Card title={t('add.title')}>
      <Tabs
        label={t('add.ways')}
        tabs={[
          { id: 'paste', label: t('add.paste') },
          { id: 'sheet', label: t('add.sheet') },
          { id: 'single', label: t('add.single') },
        ]}
        value={way}
        onChange={turn}
      >
        <Stack gap={4}>
          {way === 'paste' && (
            <>
              <Textarea
                label={t('add.pasted')}
                hint={t('add.pastedHint')}
                placeholder={t('add.pastedPlace')}
                rows={7}
                maxLength={20_000}
                lang="vi"
                spellCheck={false}
                value={pasted}
                onChange={(next) => {
                  setPasted(next)
                  // What was read is of another text now.
                  if (read.data || read.error) read.reset()
                }}
                error={ownProblem ?? failed}
              />
              <Button variant={read.data ? 'secondary' : 'primary'} busy={read.isPending} onClick={readPasted}>
                {t('add.read')}
              </Button>
            </>
          )}
          {way === 'sheet' && (
            <FileDrop
              label={t('add.file')}
              hint={t('add.fileHint')}
              accept=".xlsx,.csv"
              choose={t('add.chooseFile')}
              says={
                read.isPending && read.variables instanceof File
                  ? t('add.readingFile', { name: read.variables.name })
                  : t('add.dropHere')
              }
              error={ownProblem ?? failed}
              isBusy={read.isPending}
              onChoose={readFile}
            />
          )}
          {way === 'single' && (
            <form onSubmit={addSingle} noValidate>
              <Stack gap={4}>
                <TextInput
                  label={t('add.oneName')}
                  lang="vi"
                  autoComplete="off"
                  maxLength={MOST_NAME}
                  value={single}
                  onChange={setSingle}
                  error={ownProblem}
                />
                <Button type="submit" variant="primary" busy={add.isPending}>
                  {t('add.addOne')}
                </Button>
              </Stack>
            </form>
          )}
          {add.error && (
            <Banner tone="bad" live="assertive">
              {problemText(add.error)}
            </Banner>
          )}
          <p role="status" className={done > 0 ? undefined : 'ts-hidden'}>
            {done > 0 && t('add.added', { count: done, shown: formatNumber(done) })}
          </p>
          {read.data && (
            <div ref={outcome} tabIndex={-1} className="classes-read">
              <ReadNames read={read.data} lines={lines} isAdding={add.isPending} onAdd={addAll} />
            </div>
          )}
        </Stack>
      </Tabs>
    </Card>
  )
}

interface ReadNamesProps {
  read: ApiOutput<'readRoster'>
  lines: readonly RosterLine[]
  isAdding: boolean
  onAdd: (names: string[]) => void
}

/** What was read of a list: the names, those that are there already, and the lines left out with why. */
function ReadNames({ read, lines, isAdding, onAdd }: ReadNamesProps) {
  const t = useClassesText()
  const { fresh, known } = apart(read.names, lines)
  const say = (count: number) => ({ count, shown: formatNumber(count) })
  const total = lines.length + fresh.length
  return (
    <Stack gap={3}>
      <h3>{t('add.readTitle', say(read.names.length))}</h3>
      {fresh.length > 0 && (
        <ol className="classes-names" lang="vi">
          {fresh.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ol>
      )}
      {known.length > 0 && <p>{t('add.known', { ...say(known.length), names: known.join(', ') })}</p>}
      {read.left.length > 0 && (
        <Banner tone="warn" title={t('add.leftTitle', say(read.left.length))}>
          <ul className="classes-left">
            {read.left.map(({ line, why }) => (
              <li key={`${why} ${line}`}>
                <q lang="vi">{line}</q>: {t(`add.why.${why}`)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {total > MOST_PUPILS ? (
        <Banner tone="bad">{t('add.tooMany', { count: formatNumber(total) })}</Banner>
      ) : fresh.length === 0 ? (
        <p>{t('add.nothingNew')}</p>
      ) : (
        <Row>
          <Button variant="primary" busy={isAdding} onClick={() => onAdd(fresh)}>
            {t('add.addAll', say(fresh.length))}
          </Button>
        </Row>
      )}
    </Stack>
  )
}
