/** Between the tabs of one device, without a round trip to the server: who writes to an attempt from now on. */
let channel: BroadcastChannel | null | undefined

function open(): BroadcastChannel | null {
  channel ??= typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('thi-so.attempt')
  return channel
}

export function tellOtherTabs(attemptId: string) {
  open()?.postMessage({ takenOver: attemptId })
}

export function hearOtherTabs(attemptId: string, onTakenOver: () => void): () => void {
  const heard = (event: MessageEvent<{ takenOver?: string }>) => {
    if (event.data.takenOver === attemptId) onTakenOver()
  }
  const listening = open()
  listening?.addEventListener('message', heard)
  return () => listening?.removeEventListener('message', heard)
}
