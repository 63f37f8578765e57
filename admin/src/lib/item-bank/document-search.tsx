import { fold, type TreeNode, TreeSearch, type TreeSearchProps } from '@thiso/kit'
import { useMemo } from 'react'
import { type SourceDocument, useRegister } from './queries'
import { useBankWords } from './use-words'

/** What a document is called in a list: "749/QĐ-TTg, Chương trình Chuyển đổi số quốc gia …". */
export const documentName = (document: Pick<SourceDocument, 'number' | 'title'>) =>
  [document.number, document.title].filter(Boolean).join(', ')

interface DocumentSearchProps
  extends Pick<TreeSearchProps, 'label' | 'hint' | 'error' | 'hideLabel' | 'id' | 'none' | 'optional'> {
  value: string | null
  onChange: (document: SourceDocument | null) => void
  /** A document that may not be chosen: none replaces itself. */
  without?: string
}

/** One document of the register, found by number, title or issuer, with or without marks. */
export function DocumentSearch({ value, onChange, without, ...field }: DocumentSearchProps) {
  const words = useBankWords()
  const register = useRegister()
  const nodes = useMemo(
    () =>
      (register.data ?? [])
        .filter((document) => document.id !== without)
        .map((document): TreeNode & { document: SourceDocument } => ({
          id: document.id,
          name: documentName(document),
          path: [
            words(`documentKind.${document.kind}`),
            document.issuer,
            document.isInForce ? '' : words('document.ended'),
          ]
            .filter(Boolean)
            .join(' · '),
          folded: fold(`${document.number} ${document.title} ${document.issuer}`),
          document,
        })),
    [register.data, without, words],
  )
  return (
    <TreeSearch
      {...field}
      error={register.error ? words('document.failed') : field.error}
      nodes={nodes}
      loading={register.isPending}
      placeholder={words('document.find')}
      value={value}
      onChange={(node) => onChange(node?.document ?? null)}
    />
  )
}
