import { Card, useLocale } from '@thiso/kit'
import type { Content } from '../content/chapter'
import './chapters.css'

export function Chapters({ content }: { content: Content }) {
  const [locale] = useLocale()
  return (
    <div className="legal">
      {content[locale].map((chapter) => (
        <Card key={chapter.title} title={chapter.title}>
          <ul className="legal-points">
            {chapter.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}
