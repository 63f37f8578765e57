import { dismissNotice, notify } from '@thiso/kit'
import type { ProofChallenge } from '@thiso/kit/api/proof'
import i18next from 'i18next'

/** Longer than the slowest phone takes. */
const PATIENCE_MS = 60_000
/** Shorter work is done before anybody could read about it. */
const QUIET_MS = 400

/** Lets a worker do the work, so that the page stays alive, and says in one line what is going on if it takes a moment. */
export async function solveProof(challenge: ProofChallenge): Promise<string> {
  let notice: number | null = null
  const speaking = setTimeout(() => {
    notice = notify(i18next.t('app:checkingConnection'), { tone: 'info', duration: 0 })
  }, QUIET_MS)
  try {
    const solution = await inWorker(challenge)
    return base64url(JSON.stringify({ challenge, solution }))
  } finally {
    clearTimeout(speaking)
    if (notice !== null) dismissNotice(notice)
  }
}

function inWorker(challenge: ProofChallenge): Promise<unknown> {
  const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<unknown>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the proof takes too long')), PATIENCE_MS)
    worker.onmessage = ({ data }) => {
      clearTimeout(timer)
      resolve(data)
    }
    worker.onerror = (event) => {
      clearTimeout(timer)
      reject(new Error(event.message))
    }
    worker.postMessage(challenge)
  }).finally(() => worker.terminate())
}

/** All of it is ASCII. */
const base64url = (text: string) => btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
