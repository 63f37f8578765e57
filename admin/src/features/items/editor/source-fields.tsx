import { CITATION_ROLES, type CitationRole, type DocumentKind } from '@thiso/contracts/vocab'
import { Badge, Button, formatDate, IconButton, RadioGroup, Skeleton, TextInput } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { DocumentSearch, documentName } from '../../../lib/item-bank/document-search'
import { type SourceDocument, useRegister } from '../../../lib/item-bank/queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { type DraftCitation, newCitation } from '../draft/item-draft'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'

const MOST = 12
/** What such a document says holds while it is in force; of the others it is only read. */
const RULING: readonly DocumentKind[] = ['law', 'decree', 'circular', 'decision', 'resolution', 'directive']

/** Where the item comes from: documents of the register, or anything else that can be looked up. */
export function SourceFields({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  const { citations } = draft
  const write = (id: string, changes: Partial<DraftCitation>) =>
    change({ citations: citations.map((citation) => (citation.id === id ? { ...citation, ...changes } : citation)) })
  const add = (given: Partial<DraftCitation>) => change({ citations: [...citations, newCitation(given)] })
  return (
    <div className="items-sources">
      {citations.map((citation, index) => (
        <fieldset key={citation.id} className="items-source">
          <legend className="ts-hidden">{t('sources.one', { number: index + 1 })}</legend>
          <div className="items-source-head">
            {citation.documentId ? (
              <DocumentLine documentId={citation.documentId} />
            ) : (
              <FreeSource citation={citation} write={write} errorOf={errorOf} />
            )}
            <IconButton
              icon={Trash}
              iconSize={18}
              label={t('sources.remove', { number: index + 1 })}
              onClick={() => change({ citations: citations.filter((other) => other.id !== citation.id) })}
            />
          </div>
          <TextInput
            label={t('sources.locator')}
            placeholder={t('sources.locatorPlace')}
            lang="vi"
            maxLength={120}
            value={citation.locator}
            onChange={(locator) => write(citation.id, { locator })}
          />
          {citation.documentId && <RoleField citation={citation} write={write} />}
        </fieldset>
      ))}
      {citations.length < MOST && (
        <>
          <DocumentSearch
            label={t('sources.addDocument')}
            hint={t('sources.addDocumentHint')}
            value={null}
            onChange={(document) => {
              if (document)
                add({ documentId: document.id, role: RULING.includes(document.kind) ? 'basis' : 'reference' })
            }}
          />
          <div>
            <Button variant="quiet" size="small" icon={Plus} onClick={() => add({})}>
              {t('sources.addOther')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

type Write = (id: string, changes: Partial<DraftCitation>) => void

function DocumentLine({ documentId }: { documentId: string }) {
  const words = useBankWords()
  const register = useRegister()
  const document = register.data?.find((one) => one.id === documentId)
  if (register.isPending) return <Skeleton lines={2} />
  if (!document) return <p>{words('document.missing')}</p>
  return (
    <div>
      <strong lang="vi">{documentName(document)}</strong>
      <div className="ts-quiet-text ts-small">
        {words(`documentKind.${document.kind}`)}
        {document.issuer && <span lang="vi"> · {document.issuer}</span>}
      </div>
      <InForce document={document} />
    </div>
  )
}

/** Only what deviates is said: nearly all documents are in force. */
function InForce({ document }: { document: SourceDocument }) {
  const t = useItemsText()
  const words = useBankWords()
  if (document.isInForce) return null
  return (
    <Badge tone="bad">
      {document.inForceTo ? t('sources.endedOn', { day: formatDate(document.inForceTo) }) : words('document.ahead')}
    </Badge>
  )
}

function FreeSource(props: { citation: DraftCitation; write: Write; errorOf: FieldsProps['errorOf'] }) {
  const { citation, write, errorOf } = props
  const t = useItemsText()
  return (
    <div className="items-two">
      <TextInput
        id={`item-citation:${citation.id}`}
        label={t('sources.title')}
        lang="vi"
        required
        maxLength={300}
        value={citation.title}
        onChange={(title) => write(citation.id, { title })}
        error={errorOf(`citation:${citation.id}`)}
      />
      <TextInput
        id={`item-url:${citation.id}`}
        label={t('sources.url')}
        type="url"
        inputMode="url"
        placeholder="https://"
        autoComplete="off"
        maxLength={1000}
        value={citation.url}
        onChange={(url) => write(citation.id, { url })}
        error={errorOf(`url:${citation.id}`)}
      />
    </div>
  )
}

function RoleField({ citation, write }: { citation: DraftCitation; write: Write }) {
  const t = useItemsText()
  const words = useBankWords()
  return (
    <RadioGroup<CitationRole>
      label={t('sources.role')}
      options={CITATION_ROLES.map((role) => ({
        value: role,
        label: words(`role.${role}`),
        hint: words(`roleHint.${role}`),
      }))}
      value={citation.role}
      onChange={(role) => write(citation.id, { role })}
    />
  )
}
