import type { ProcessEventEntity } from '../infra/process-event.entity.js'

/** An event as its person sees it; the mark of a device means nothing to anybody and stays here. */
export function presentProcessEvent({ kind, at, durationMs, detail }: ProcessEventEntity) {
  return {
    kind,
    at: at.toISOString(),
    durationMs,
    position: detail.position ?? null,
    length: detail.length ?? null,
    percent: detail.percent ?? null,
    lateMs: detail.lateMs ?? null,
    network: kind === 'network-changed' ? (detail.to ?? null) : null,
    offsetMs: detail.offsetMs ?? null,
  }
}
