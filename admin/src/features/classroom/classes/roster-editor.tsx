import { ActionBar, Banner, Button, Card, ConfirmDialog, formatNumber, IconButton, Stack } from '@thiso/kit'
import ArrowDownAZ from 'lucide-react/icons/arrow-down-a-z'
import X from 'lucide-react/icons/x'
import { useRef, useState } from 'react'
import { ArrangedList } from '../arranged-list'
import { ProblemBanner } from '../../../lib/problem-banner'
import { byGivenName, lacksOf, type RosterLine } from './roster'
import { RosterRow } from './roster-row'
import { useClassesText } from './use-classes-text'

interface RosterEditorProps {
  lines: readonly RosterLine[]
  /** As they are stored. */
  stored: readonly RosterLine[]
  isDirty: boolean
  isSaving: boolean
  error: Error | null
  onChange: (lines: RosterLine[]) => void
  onSave: () => void
}

/** The class list: names, numbers by their order, extra time. */
export function RosterEditor({ lines, stored, isDirty, isSaving, error, onChange, onSave }: RosterEditorProps) {
  const t = useClassesText()
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [dropped, setDropped] = useState<{ line: RosterLine; at: number }>()
  const box = useRef<HTMLDivElement>(null)
  const lacks = lacksOf(lines)
  const gone = stored.filter(({ id }) => !lines.some((line) => line.id === id))
  const say = (count: number) => ({ count, shown: formatNumber(count) })
  const change = (key: string, part: Partial<RosterLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const drop = (line: RosterLine, at: number) => {
    onChange(lines.filter(({ key }) => key !== line.key))
    setDropped({ line, at })
  }
  const save = () => {
    setTried(true)
    if (lacks.size > 0)
      return requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    if (gone.length > 0) return setAsking(true)
    setDropped(undefined)
    onSave()
  }
  const words = {
    drag: ({ name }: RosterLine, number: number) => t('roster.drag', { name, number, total: lines.length }),
    up: ({ name }: RosterLine) => t('roster.up', { name }),
    down: ({ name }: RosterLine) => t('roster.down', { name }),
    moved: ({ name }: RosterLine, number: number) => t('roster.moved', { name, number }),
  }
  return (
    <div ref={box}>
      <Card
        title={t('roster.title', say(lines.length))}
        actions={
          lines.length > 1 && (
            <Button size="small" variant="quiet" icon={ArrowDownAZ} onClick={() => onChange(byGivenName(lines))}>
              {t('roster.sort')}
            </Button>
          )
        }
      >
        <Stack gap={4}>
          <p className="ts-quiet-text">{lines.length > 0 ? t('roster.lead') : t('roster.none')}</p>
          <ArrangedList
            rows={lines}
            keyOf={({ key }) => key}
            words={words}
            onChange={onChange}
            acts={(line, at) => (
              <IconButton icon={X} label={t('roster.remove', { name: line.name })} onClick={() => drop(line, at)} />
            )}
          >
            {(line, at) => (
              <RosterRow
                line={line}
                number={at + 1}
                lack={lacks.get(line.key)}
                // A name that is there twice is said at once; a blank one only when it would be saved.
                showsBlank={isTried}
                onChange={(part) => change(line.key, part)}
              />
            )}
          </ArrangedList>
          {dropped && isDirty && (
            <Banner
              live="polite"
              action={
                <Button
                  size="small"
                  onClick={() => {
                    onChange(lines.toSpliced(dropped.at, 0, dropped.line))
                    setDropped(undefined)
                  }}
                >
                  {t('roster.undo')}
                </Button>
              }
            >
              {t('roster.removed', { name: dropped.line.name })}
            </Banner>
          )}
          <ProblemBanner error={error} />
          {isTried && lacks.size > 0 && <Banner tone="warn">{t('roster.check', { count: lacks.size })}</Banner>}
        </Stack>
      </Card>
      {isDirty && (
        <ActionBar>
          <p className="classes-unsaved" role="status">
            {t('roster.unsaved')}
          </p>
          <Button
            variant="quiet"
            disabled={isSaving}
            onClick={() => {
              setDropped(undefined)
              onChange([...stored])
            }}
          >
            {t('roster.discard')}
          </Button>
          <Button variant="primary" busy={isSaving} onClick={save}>
            {t('roster.save')}
          </Button>
        </ActionBar>
      )}
      <ConfirmDialog
        open={isAsking}
        title={t('roster.loseTitle', say(gone.length))}
        confirmLabel={t('roster.loseConfirm')}
        tone="danger"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          setDropped(undefined)
          onSave()
        }}
      >
        <p>{t('roster.loseText', { names: gone.map(({ name }) => name).join(', ') })}</p>
      </ConfirmDialog>
    </div>
  )
}
