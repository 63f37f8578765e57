import { call } from '@thiso/kit/api/client'

/** What the Safe Exam Browser offers to pages; nothing elsewhere. */
interface SafeBrowserApi {
  configKey?: string
  browserExamKey?: string
  updateKeys?: (done: () => void) => void
}

const api = () =>
  (globalThis as { SafeExamBrowser?: { security?: SafeBrowserApi } }).SafeExamBrowser?.security as
    | SafeBrowserApi
    | undefined

const PATIENCE_MS = 2_000

/**
 * PE-9: where the browser cannot send headers, tells the server what its script interface says about this page. Elsewhere, and where the
 * server does not agree, nothing comes of it: the requests themselves will be refused with a sentence.
 */
export async function proveSafeBrowser(roundId: string): Promise<void> {
  const keys = api()
  if (!keys) return
  await new Promise<void>((resolve) => {
    setTimeout(resolve, keys.updateKeys ? PATIENCE_MS : 0)
    keys.updateKeys?.(resolve)
  })
  const hash = (value: string | undefined) => (value && /^[0-9a-f]{64}$/i.test(value) ? value : undefined)
  const loaded = performance.getEntriesByType('navigation')[0]?.name
  const [configKeyHash, browserKeyHash] = [hash(keys.configKey), hash(keys.browserExamKey)]
  await call('proveSafeBrowser', {
    params: { roundId },
    body: {
      pageUrls: loaded && loaded !== location.href ? [location.href, loaded] : [location.href],
      ...(configKeyHash && { configKeyHash }),
      ...(browserKeyHash && { browserKeyHash }),
    },
  }).catch(() => undefined)
}
