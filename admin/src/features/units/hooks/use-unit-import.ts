import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, NetworkError } from '@thiso/kit/api/client'
import { useState } from 'react'
import { type FileProblem, problemOf, readBase64 } from '../sheet-file'

interface Sheet {
  fileName: string
  size: number
  contentBase64: string
}

/** A large sheet takes the server a while; a cut connection is noticed all the same. */
const TIMEOUT_MS = 60_000

/** From a chosen file to imported units: read, previewed, then sent again as it was previewed. */
export function useUnitImport() {
  const client = useQueryClient()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [fileProblem, setFileProblem] = useState<{ problem: FileProblem; size: number } | null>(null)

  const send = (given: Sheet, isPreview: boolean) =>
    call('importUnits', {
      body: { fileName: given.fileName, contentBase64: given.contentBase64, isPreview },
      timeoutMs: TIMEOUT_MS,
    })
  const preview = useMutation({ mutationFn: (given: Sheet) => send(given, true) })
  const write = useMutation({
    mutationFn: (given: Sheet) => send(given, false),
    onSettled: () => client.invalidateQueries({ queryKey: ['adminUnits'] }),
  })

  const choose = async (file: File) => {
    preview.reset()
    write.reset()
    setSheet(null)
    const problem = problemOf(file)
    setFileProblem(problem ? { problem, size: file.size } : null)
    if (problem) return
    try {
      const read = { fileName: file.name.slice(0, 200), size: file.size, contentBase64: await readBase64(file) }
      setSheet(read)
      preview.mutate(read)
    } catch {
      setFileProblem({ problem: 'unreadable', size: file.size })
    }
  }

  return {
    sheet,
    fileProblem,
    choose,
    preview,
    write,
    readAgain: () => {
      write.reset()
      if (sheet) preview.mutate(sheet)
    },
    submit: () => {
      if (sheet && !write.isPending) write.mutate(sheet)
    },
    /** The answer was lost on the way, so the units may or may not have been written. */
    isUnsure: write.error instanceof NetworkError,
  }
}
