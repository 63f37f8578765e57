import type { ApiOutput } from '@thiso/contracts'
import { Banner, Button, formatNumber, IconButton, Row, Stack, TextInput } from '@thiso/kit'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { apart, lacksOf, MOST_NAME, MOST_PUPILS, markOf, newLine, type ReadName, type RosterLine } from './roster'
import { useClassesText } from './use-classes-text'

type Read = ApiOutput<'readRoster'>
export type Left = Read['left']

const say = (count: number) => ({ count, shown: formatNumber(count) })

interface ReadNamesProps {
  read: Read
  lines: readonly RosterLine[]
  isAdding: boolean
  onAdd: (names: readonly ReadName[]) => void
}

/** What was read of a list: the names, namesakes with how they are told apart, who is there already, and what is no name, with why. */
export function ReadNames({ read, lines, isAdding, onAdd }: ReadNamesProps) {
  const t = useClassesText()
  // By the name that was proposed: another one that was typed for it, or null where it is not to be added.
  const [own, setOwn] = useState<ReadonlyMap<string, string | null>>(new Map())
  const { fresh, known } = apart(read.names, lines)
  const names = fresh.flatMap((each): (ReadName & { key: string })[] => {
    const name = own.get(each.name)
    return name === null ? [] : [{ key: each.name, of: each.of, name: name ?? each.name }]
  })
  const rows = names.map(({ key, name }) => ({ ...newLine(name), key }))
  const lacks = lacksOf([...lines, ...rows])
  const namesakes = names.filter(({ of }) => of !== null)
  const marks = [...new Set(namesakes.flatMap(({ key }) => markOf(key) ?? []))].sort(
    (a, b) => Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10),
  )
  const change = (changed: readonly { key: string }[], name: string | null) =>
    setOwn((now) => new Map([...now, ...changed.map(({ key }) => [key, name] as const)]))
  const lackOf = (key: string) => {
    const lack = lacks.get(key)
    if (!lack) return undefined
    return lack.kind === 'twice' ? t('roster.twice', { number: lack.number }) : t('roster.nameMissing')
  }
  const total = lines.length + names.length
  return (
    <Stack gap={3}>
      <h3>{t('add.readTitle', say(read.names.length))}</h3>
      {names.length > 0 && (
        <ol className="classes-names" lang="vi">
          {names.map(({ key, name }) => (
            <li key={key}>{name}</li>
          ))}
        </ol>
      )}
      {known.length > 0 && <p>{t('add.known', { ...say(known.length), names: known.join(', ') })}</p>}
      {namesakes.length > 0 && (
        <>
          <Banner title={t('add.same', { ...say(namesakes.length), marks: marks.join(', ') })}>
            {t('add.sameText')}
          </Banner>
          {namesakes.map(({ key, name, of }) => (
            <div key={key} className="classes-namesake">
              <TextInput
                label={t('add.sameName', { name: of ?? '' })}
                lang="vi"
                autoComplete="off"
                spellCheck={false}
                maxLength={MOST_NAME}
                value={name}
                onChange={(next) => change([{ key }], next)}
                error={lackOf(key)}
              />
              <IconButton icon={X} label={t('add.sameDrop', { name })} onClick={() => change([{ key }], null)} />
            </div>
          ))}
          {namesakes.length > 1 && (
            <Row>
              <Button size="small" onClick={() => change(namesakes, null)}>
                {t('add.sameDropAll')}
              </Button>
            </Row>
          )}
        </>
      )}
      {read.left.length > 0 && <LeftLines title={t('add.leftTitle', say(read.left.length))} left={read.left} />}
      {total > MOST_PUPILS ? (
        <Banner tone="bad">{t('add.tooMany', { count: formatNumber(total) })}</Banner>
      ) : names.length === 0 ? (
        <p>{t('add.nothingNew')}</p>
      ) : (
        <Row>
          <Button
            variant="primary"
            busy={isAdding}
            disabled={rows.some(({ key }) => lacks.has(key))}
            onClick={() => onAdd(names.map(({ name, of }) => ({ name: name.trim(), of })))}
          >
            {t('add.addAll', say(names.length))}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

/** Who got a name of their own because somebody else has the same. */
export function NamesakesAdded({ names, onClose }: { names: readonly string[]; onClose: () => void }) {
  const t = useClassesText()
  return <Banner onClose={onClose}>{t('add.sameAfter', { ...say(names.length), names: names.join(', ') })}</Banner>
}

/** Lines of a list that are no name, with why. */
export function LeftLines({ title, left, onClose }: { title: string; left: Left; onClose?: () => void }) {
  const t = useClassesText()
  return (
    <Banner tone="warn" title={title} {...(onClose ? { onClose } : {})}>
      <ul className="classes-left">
        {left.map(({ line, why }, at) => (
          // The same line may stand in a list more than once.
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never change their order
          <li key={at}>
            <q lang="vi">{line}</q>: {t(`add.why.${why}`)}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
