import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { notify, Page } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import { documentQuery, itemsChanged } from '../../../lib/item-bank/queries'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { DocumentForm } from '../components/document-form'
import { bodyOf, type DocumentDraft, draftOf, endsItems } from '../document-draft'
import { useDocumentsText } from '../hooks/use-documents-text'
import '../documents.css'

export default function DocumentFormPage() {
  const t = useDocumentsText()
  const { documentId } = useParams()
  const navigate = useNavigate()
  const client = useQueryClient()
  const query = useQuery({ ...documentQuery(documentId ?? ''), enabled: documentId !== undefined })
  const document = documentId ? query.data : null
  const save = useMutation({
    mutationFn: (draft: DocumentDraft) =>
      documentId
        ? call('updateDocument', { params: { documentId }, body: bodyOf(draft) })
        : call('createDocument', { body: bodyOf(draft) }),
    onSuccess: (stored) => {
      client.setQueryData(['documents', 'one', stored.id], stored)
      itemsChanged(client)
      notify(t('form.saved'))
    },
  })
  const stored = save.data
  const hasEnded = document && save.variables ? endsItems(draftOf(document), save.variables) : false

  // Left only once the form knows that it is saved, or it would ask whether to drop what was typed.
  useEffect(() => {
    if (stored) navigate(`/van-ban/${stored.id}`, { replace: true, state: hasEnded ? { hasEnded } : null })
  }, [stored, hasEnded, navigate])

  const up = documentId ? { to: `/van-ban/${documentId}`, name: t('one') } : { to: '/van-ban', name: t('title') }
  const title = t(documentId ? 'form.editTitle' : 'form.newTitle')
  if (document === undefined)
    return <PageWait title={title} up={up} height={480} error={query.error} onRetry={() => void query.refetch()} />
  return (
    <Page tabTitle={title} width="wide">
      <PageHead title={title} up={up} />
      <DocumentForm
        key={documentId ?? 'new'}
        document={document}
        isSaving={save.isPending}
        isSaved={save.isSuccess}
        error={save.error}
        onSave={(draft) => save.mutate(draft)}
      />
    </Page>
  )
}
