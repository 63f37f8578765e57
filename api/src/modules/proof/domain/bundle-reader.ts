import { BUNDLE_FORMAT, type BundleLine, SECTION_OF, SECTIONS } from './bundle.js'

/** What is wrong with a file that is no bundle, with the number of the line. */
export class BundleError extends Error {
  constructor(
    readonly line: number,
    readonly vi: string,
    readonly en: string,
  ) {
    super(`line ${line}: ${en}`)
  }
}

type Shape = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'code?' | 'number?' | 'object?'

const ITEM_FIELDS = { leaf: 'object', hash: 'string' } as const
const FIELDS: Record<BundleLine['kind'], Record<string, Shape>> = {
  header: {
    format: 'string',
    origin: 'string',
    contest: 'string',
    round: 'string',
    version: 'number',
    edition: 'number',
    keys: 'array',
  },
  round: {
    opensAt: 'number',
    closesAt: 'number',
    graceMs: 'number',
    secret: 'string',
    commitment: 'code?',
    poolRoot: 'code?',
    committedAt: 'number?',
    blueprint: 'array',
    dayPools: 'number',
    terms: 'array',
    rulesVersion: 'number',
    pauses: 'array',
  },
  item: ITEM_FIELDS,
  ruling: { n: 'number', act: 'string' },
  attempt: {
    index: 'number?',
    id: 'string',
    person: 'string',
    no: 'number',
    table: 'code?',
    salt: 'code?',
    leaf: 'code?',
    startedAt: 'number',
    rulesVersion: 'number',
    extraPercent: 'number',
    usableExtra: 'number?',
    creditMs: 'number',
    usedS: 'number',
    isRanked: 'boolean',
    replaces: 'code?',
    part: 'number',
    after: 'array',
    met: 'array',
    takenOut: 'array',
    records: 'array',
  },
  erased: { index: 'number', leaf: 'string', line: 'string' },
  version: {
    number: 'number',
    cause: 'string',
    ranking: 'array',
    predictionTarget: 'number?',
    participants: 'number',
    ranked: 'number',
    perfect: 'number',
    attempts: 'number',
    tied: 'number',
  },
  person: {
    code: 'string',
    table: 'code?',
    rank: 'number?',
    out: 'code?',
    order: 'number',
    isTied: 'boolean',
    attempt: 'string',
    points: 'number',
    maxPoints: 'number',
    right: 'number',
    prediction: 'number?',
    predictionError: 'number?',
    timeUsedS: 'number',
    submittedAt: 'number',
    attempts: 'number',
    drawOrder: 'number?',
    listed: 'number?',
  },
  draw: {
    state: 'string',
    commitment: 'code?',
    committedAt: 'number?',
    secret: 'code?',
    listRoot: 'code?',
    listCount: 'number?',
    source: 'object?',
    namedAt: 'number?',
    entry: 'code?',
    randomness: 'code?',
    seed: 'code?',
  },
  listed: { n: 'number', code: 'string', table: 'code?', rank: 'number?' },
  prize: { key: 'string', tier: 'string', table: 'code?', count: 'number', winners: 'array' },
  passed: { person: 'string' },
  note: { of: 'string', note: 'string' },
}
const CHECKS = Object.fromEntries(Object.entries(FIELDS).map(([kind, fields]) => [kind, Object.entries(fields)]))
const ORDER: readonly string[] = ['header', ...SECTIONS, 'notes']

/**
 * VB-1: reads a bundle line by line and says of what is none which line is wrong and why. What the lines say is for the verifier; here only
 * whether each is what it calls itself, in its place.
 */
export class BundleReader {
  private section = -1
  private line = 0

  /** @param text a line without its line feed @throws BundleError */
  read(text: string): BundleLine {
    this.line++
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      throw this.error('không phải JSON', 'is not JSON')
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.error('không phải đối tượng JSON', 'is no JSON object')
    const line = value as BundleLine & Record<string, unknown>
    const checks = Object.hasOwn(CHECKS, String(line.kind)) ? CHECKS[line.kind] : undefined
    if (!checks)
      throw this.error(`loại dòng lạ “${String(line.kind)}”`, `has a kind that is not known: “${String(line.kind)}”`)
    for (const [name, shape] of checks)
      if (!fits(line[name], shape))
        throw this.error(
          `trường “${name}” của dòng “${line.kind}” không đúng kiểu`,
          `has a field “${name}” that no “${line.kind}” has like that`,
        )
    this.place(line)
    return line
  }

  /** @throws BundleError when the file ended too early */
  end(): void {
    if (this.section < 0) throw new BundleError(1, 'tệp rỗng', 'the file is empty')
    if (this.section < ORDER.length - 1)
      throw new BundleError(
        this.line + 1,
        'tệp bị cắt: thiếu phần chứng nhận',
        'the file is cut off: the notes are missing',
      )
  }

  private place(line: BundleLine): void {
    const at = ORDER.indexOf(SECTION_OF[line.kind])
    if (at < this.section || (this.section < 0 && at !== 0) || (at === 0 && this.section === 0))
      throw this.error(`dòng “${line.kind}” đứng sai chỗ`, `has a “${line.kind}” where none may stand`)
    this.section = at
    if (line.kind === 'header' && line.format !== BUNDLE_FORMAT)
      throw this.error(`định dạng “${line.format}” chưa biết`, `has a format that is not known: “${line.format}”`)
  }

  private error(vi: string, en: string): BundleError {
    return new BundleError(this.line, vi, en)
  }
}

function fits(value: unknown, shape: Shape): boolean {
  switch (shape) {
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null
    case 'object?':
      return typeof value === 'object'
    case 'number':
      return typeof value === 'number'
    case 'number?':
      return value === null || typeof value === 'number'
    case 'code?':
      return value === null || typeof value === 'string'
    default:
      return typeof value === shape
  }
}
