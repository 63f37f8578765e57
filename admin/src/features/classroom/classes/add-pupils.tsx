import { useMutation } from '@tanstack/react-query'
import { Banner, Button, Card, formatNumber, Stack, Tabs, Textarea, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { FileDrop } from '../../../lib/file-drop'
import { useProblemText } from '../../../lib/problem'
import { upload } from '../../../lib/upload'
import { type Left, LeftLines, NamesakesAdded, ReadNames } from './read-names'
import { lacksOf, MOST_NAME, namesake, newLine, type ReadName, type RosterLine } from './roster'
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
  const [same, setSame] = useState<{ number: number; name: string }>()
  // What became of a list stays until it is put away: the names are in, and nothing else would tell of the rest.
  const [left, setLeft] = useState<Left>([])
  const [namesakes, setNamesakes] = useState<string[]>([])
  const read = useMutation({
    mutationFn: (source: string | File) => {
      if (typeof source === 'string') return call('readRoster', { body: { pasted: source } })
      const form = new FormData()
      form.set('file', source)
      return upload('readRosterSheet', form)
    },
  })
  const add = useMutation({
    mutationFn: (names: readonly ReadName[]) => onAdd([...lines, ...names.map(({ name }) => newLine(name))]),
  })
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (read.data) outcome.current?.focus()
  }, [read.data])

  const turn = (next: Way) => {
    setWay(next)
    setOwnProblem(undefined)
    setSame(undefined)
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
  const addAll = (names: readonly ReadName[]) =>
    add.mutate(names, {
      onSuccess: () => {
        setDone(names.length)
        setNamesakes((before) => [...before, ...names.flatMap(({ name, of }) => (of === null ? [] : name))])
        setLeft((before) => [...before, ...(read.data?.left ?? [])])
        setSame(undefined)
        setPasted('')
        setSingle('')
        read.reset()
      },
    })
  const addSingle = (event: FormEvent) => {
    event.preventDefault()
    const name = single.trim()
    if (name === '') return setOwnProblem(t('roster.nameMissing'))
    setOwnProblem(undefined)
    const number = numberOf(name, lines)
    if (number === null) return addAll([{ name, of: null }])
    setDone(0)
    setSame({ number, name: namesake(name, (own) => numberOf(own, lines) !== null) })
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
                  onChange={(next) => {
                    setSingle(next)
                    setSame(undefined)
                  }}
                  error={ownProblem}
                />
                <Button type="submit" variant={same ? 'secondary' : 'primary'} busy={add.isPending}>
                  {t('add.addOne')}
                </Button>
                {same && (
                  <Banner
                    live="polite"
                    action={
                      <Button size="small" onClick={() => addAll([{ name: same.name, of: single.trim() }])}>
                        {t('add.addSame', { name: same.name })}
                      </Button>
                    }
                  >
                    {t('add.oneSame', same)}
                  </Banner>
                )}
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
              <ReadNames
                // What was changed by hand is of one reading.
                key={read.submittedAt}
                read={read.data}
                lines={lines}
                isAdding={add.isPending}
                onAdd={addAll}
              />
            </div>
          )}
          {namesakes.length > 0 && <NamesakesAdded names={namesakes} onClose={() => setNamesakes([])} />}
          {left.length > 0 && (
            <LeftLines
              title={t('add.leftAfter', { count: left.length, shown: formatNumber(left.length) })}
              left={left}
              onClose={() => setLeft([])}
            />
          )}
        </Stack>
      </Tabs>
    </Card>
  )
}

/** The number in the class of who has this name; null: nobody has. */
function numberOf(name: string, lines: readonly RosterLine[]): number | null {
  const line = newLine(name)
  const lack = lacksOf([...lines, line]).get(line.key)
  return lack?.kind === 'twice' ? lack.number : null
}
