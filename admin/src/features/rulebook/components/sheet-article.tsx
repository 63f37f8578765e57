import { Button, Stack } from '@thiso/kit'
import PenLine from 'lucide-react/icons/pen-line'
import type { ReactNode } from 'react'
import { useRulebookText } from '../use-rulebook-text'

interface SheetArticleProps {
  heading: string
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** As it will be printed. */
  children: ReactNode
  /** What writes it, while it is open. */
  fields: ReactNode
}

/** An article on the sheet: as it will be printed, and what writes it folded in beneath. */
export function SheetArticle({ heading, isOpen, onOpen, children, fields }: SheetArticleProps) {
  const t = useRulebookText()
  return (
    <section className="rb-article" data-open={isOpen || undefined}>
      <div className="rb-article-head">
        <h2>{heading}</h2>
        <Button
          variant="quiet"
          size="small"
          icon={isOpen ? undefined : PenLine}
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'sheet.doneIn' : 'sheet.writeIn', { article: heading })}
          onClick={() => onOpen(!isOpen)}
        >
          {isOpen ? t('sheet.done') : t('sheet.write')}
        </Button>
      </div>
      {children}
      {isOpen && (
        <Stack gap={4} className="rb-fields">
          {fields}
        </Stack>
      )}
    </section>
  )
}
