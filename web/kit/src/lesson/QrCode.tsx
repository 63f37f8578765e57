import type { ApiOutput } from '@thiso/contracts'
import type { Locale } from '../text/format'
import { classes } from '../layout/classes'
import { lessonTexts } from './texts/lesson-texts'
import './lesson.css'

export type Door = NonNullable<ApiOutput<'lesson'>['door']>

/** Dark on white in every theme, since cameras expect it; as large as its container. */
export function QrCode({ door, language, className }: { door: Door; language: Locale; className?: string }) {
  const { size, path } = door.qr
  return (
    <svg
      className={classes('ts-qr', className)}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={lessonTexts(language).qr(door.url)}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
