import { type FindingCode, TEXTS } from './finding-texts.js'

export type { FindingCode } from './finding-texts.js'
export type Params = Record<string, string | number>

/** ok: it holds. failed: it does not. note: something that cannot be checked from the file, or is taken as it stands. */
export interface Finding {
  code: FindingCode
  state: 'ok' | 'failed' | 'note'
  vi: string
  en: string
  params: Params
}

/** Of one kind so many are told one by one; the rest is counted. */
const TOLD = 20

/** What a verification found, in the order in which it was found. */
export class Findings {
  readonly list: Finding[] = []
  private readonly counts = new Map<FindingCode, number>()

  ok(code: FindingCode, params: Params = {}): void {
    this.push(code, 'ok', params)
  }

  note(code: FindingCode, params: Params = {}): void {
    this.push(code, 'note', params)
  }

  fail(code: FindingCode, params: Params = {}): void {
    const count = (this.counts.get(code) ?? 0) + 1
    this.counts.set(code, count)
    if (count <= TOLD) this.push(code, 'failed', params)
  }

  /** Says that something holds unless one of these was found. */
  okUnless(failures: readonly FindingCode[], code: FindingCode, params: Params = {}): void {
    if (!this.hasFailed(...failures)) this.ok(code, params)
  }

  hasFailed(...codes: readonly FindingCode[]): boolean {
    return codes.some((code) => this.counts.has(code))
  }

  get failedCount(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0)
  }

  /** How often each kind of failure was found, also beyond those told one by one. */
  countOf(code: FindingCode): number {
    return this.counts.get(code) ?? 0
  }

  /** Failures that were counted but not told. */
  get untold(): { code: FindingCode; count: number }[] {
    return [...this.counts].flatMap(([code, count]) => (count > TOLD ? [{ code, count: count - TOLD }] : []))
  }

  private push(code: FindingCode, state: Finding['state'], params: Params): void {
    const { vi, en } = TEXTS[code]
    this.list.push({ code, state, vi: filled(vi, params), en: filled(en, params), params })
  }
}

function filled(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '–'))
}
