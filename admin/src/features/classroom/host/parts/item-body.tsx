import { useLocale } from '@thiso/kit'
import { smallLetterOf } from '@thiso/kit/item/item'
import { RichText } from '@thiso/kit/item/rich/RichText'
import type { LessonItem } from '@thiso/kit/lesson/host-state'
import { OptionMark, optionColour } from '@thiso/kit/lesson/OptionMark'
import type { ReactNode } from 'react'
import { useHostText } from '../use-host-text'

/** What pupils choose among, type or sort, in every type of item. Nothing here knows what is right. */
export function ItemBody({ item }: { item: LessonItem }) {
  const t = useHostText()
  const [locale] = useLocale()
  const text = (of: LessonItem['stem']) => <RichText text={of} language={locale} look="inline" />
  if (item.kind === 'word-cloud') return <Task>{t('item.cloud')}</Task>
  if (item.kind === 'poll')
    return (
      <>
        <Task>{t('item.poll')}</Task>
        <Cards texts={item.options.map((option) => ({ key: option.token, node: text(option.text) }))} />
      </>
    )
  switch (item.type) {
    case 'single-choice':
      return <Cards texts={item.options.map((option) => ({ key: option.token, node: text(option.text) }))} />
    case 'multiple-choice':
      return (
        <>
          <Task>{t('item.many')}</Task>
          <Cards texts={item.options.map((option) => ({ key: option.token, node: text(option.text) }))} />
        </>
      )
    case 'true-false':
      return (
        <>
          <Task>{t('item.trueFalse')}</Task>
          <Cards
            texts={item.options.map((option, index) => ({
              key: option.token,
              node: index === 0 ? t('item.true') : t('item.false'),
            }))}
          />
        </>
      )
    case 'true-false-group':
      return (
        <>
          <Task>{t('item.statements')}</Task>
          <ol className="hs-lines">
            {item.options.map((option, index) => (
              <li key={option.token}>
                <b>{smallLetterOf(index)}</b>
                <span>{text(option.text)}</span>
              </li>
            ))}
          </ol>
        </>
      )
    case 'ordering':
      return (
        <>
          <Task>{t('item.ordering')}</Task>
          <ul className="hs-lines">
            {item.options.map((option) => (
              <li key={option.token}>
                <span>{text(option.text)}</span>
              </li>
            ))}
          </ul>
        </>
      )
    case 'matching':
      return (
        <>
          <Task>{t('item.matching')}</Task>
          <div className="hs-pairs">
            <ol className="hs-lines">
              {item.options.map((option, index) => (
                <li key={option.token}>
                  <b>{index + 1}</b>
                  <span>{text(option.text)}</span>
                </li>
              ))}
            </ol>
            <ul className="hs-lines">
              {item.choices.map((choice, index) => (
                <li key={choice.token}>
                  <OptionMark index={index} />
                  <span>{text(choice.text)}</span>
                </li>
              ))}
            </ul>
          </div>
        </>
      )
    case 'number':
      return <Task>{item.unit ? t('item.numberUnit', { unit: item.unit }) : t('item.number')}</Task>
    default:
      return <Task>{t('item.typed')}</Task>
  }
}

const Task = ({ children }: { children: ReactNode }) => <p className="hs-task">{children}</p>

/** Large cards in the colour of their option, two in a row. */
function Cards({ texts }: { texts: readonly { key: string; node: ReactNode }[] }) {
  return (
    <ul className="hs-cards" data-count={texts.length}>
      {texts.map(({ key, node }, index) => (
        <li key={key} className={`hs-card ${optionColour(index)}`}>
          <OptionMark index={index} look="plain" />
          <span>{node}</span>
        </li>
      ))}
    </ul>
  )
}
