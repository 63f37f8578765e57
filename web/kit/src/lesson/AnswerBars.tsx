import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { Icon } from '../layout/Icon'
import { classes } from '../layout/classes'
import { formatNumber, type Locale } from '../text/format'
import type { LessonReveal } from './host-state'
import { OptionMark, optionColour } from './OptionMark'
import { lessonTexts } from './texts/lesson-texts'
import './lesson.css'

export interface AnswerBarsProps {
  bars: LessonReveal['bars']
  /** options: bars stand for options in their order, each with its mark; words: each bar is called what was answered. */
  of: 'options' | 'words'
  /** What stands beside each mark: the text of the option. */
  names?: readonly ReactNode[]
  /** A poll has no right answer. */
  isScored: boolean
  language: Locale
  className?: string
}

/** Of types with many parts the server only tells right from not right, with these signs. */
const HANDLED = { '✓': 'right', '✗': 'wrong' } as const

/** How the class answered, one bar each; what is right is said by mark and word. */
export function AnswerBars({ bars, of, names, isScored, language, className }: AnswerBarsProps) {
  const texts = lessonTexts(language)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  if (bars.length === 0) return <p className={classes('ts-lesson-none', className)}>{texts.noAnswers}</p>
  return (
    <ul className={classes('ts-lesson-bars', className)}>
      {bars.map((bar, index) => {
        const handled = HANDLED[bar.label as keyof typeof HANDLED]
        const isRight = isScored && bar.isRight
        return (
          <li
            key={bar.label}
            className={classes(
              'ts-lesson-bar',
              of === 'options' && optionColour(index),
              isScored && (isRight ? 'ts-lesson-bar-right' : 'ts-lesson-bar-other'),
            )}
          >
            <span className="ts-lesson-bar-head">
              {of === 'options' ? (
                <OptionMark index={index} />
              ) : (
                handled && <Icon of={handled === 'right' ? Check : X} size={24} />
              )}
              <span className="ts-lesson-bar-name">
                {of === 'options' ? names?.[index] : handled ? texts.handled[handled] : bar.label}
              </span>
              {isRight && !handled && (
                <span className="ts-lesson-bar-said">
                  <Icon of={Check} size={20} />
                  {texts.right}
                </span>
              )}
            </span>
            <span className="ts-lesson-bar-count">
              <b aria-hidden="true">{formatNumber(bar.count, undefined, language)}</b>
              <span className="ts-hidden">
                {of === 'options' ? texts.answers(bar.count) : texts.typedAnswers(bar.count)}
              </span>
            </span>
            <span className="ts-lesson-bar-track" aria-hidden="true">
              <span style={{ width: `${(bar.count / most) * 100}%` }} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
