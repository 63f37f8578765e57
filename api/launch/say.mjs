// @ts-check
// What the person at the terminal reads: Vietnamese first, English in the same breath, one calm line a step.

/** Something the person at the terminal can act on; shown as a sentence, never as a stack trace. */
export class Problem extends Error {
  /**
   * @param {string} vi
   * @param {string} en
   * @param {{ lines?: string[], cause?: unknown }} [more] last log lines to show below the sentence
   */
  constructor(vi, en, more = {}) {
    super(`${vi}\n  ${en}`, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'Problem'
    this.vi = vi
    this.en = en
    this.lines = more.lines ?? []
  }
}

const colours = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR
/** @param {number} code @param {string} text */
const paint = (code, text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text)
/** @param {string} text */
export const bold = (text) => paint(1, text)
/** @param {string} text */
export const faint = (text) => paint(2, text)

/** @param {number} since `performance.now()` of the beginning */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** @param {string} line */
export function say(line = '') {
  process.stdout.write(`${line}\n`)
}

/**
 * Begins a step. On a terminal the line is there at once and its seconds tick; in a file or a pipe only the finished
 * line is written, with a sign of life every 15 s so that a slow step does not look hung.
 * @param {string} vi
 * @param {string} en
 */
export function step(vi, en) {
  const since = performance.now()
  const label = `${vi} · ${en}`
  let note = ''
  let open = true
  const live = Boolean(process.stdout.isTTY)
  const draw = () => {
    const text = `  … ${label}  ${note ? `${note}  ` : ''}${seconds(since)}`
    process.stdout.write(`\r\u001b[2K${text.slice(0, (process.stdout.columns || 80) - 1)}`)
  }
  if (live) draw()
  const timer = setInterval(
    () => (live ? draw() : say(`  … ${label}  ${note ? `${note}  ` : ''}${seconds(since)}`)),
    live ? 500 : 15_000,
  )
  timer.unref()
  /** @param {string} mark @param {string} more */
  const finish = (mark, more) => {
    if (!open) return
    open = false
    clearInterval(timer)
    if (live) process.stdout.write('\r\u001b[2K')
    say(`  ${mark} ${label}${more ? `  ${faint(more)}` : ''}  ${faint(seconds(since))}`)
  }
  return {
    /** @param {string} text */
    note(text) {
      note = text
    },
    done: (more = '') => finish(paint(32, '✓'), more),
    fail: (more = '') => finish(paint(31, '✗'), more),
  }
}

/**
 * Shows why it did not work; a problem as its sentence, anything else with its stack, since that is our own defect.
 * @param {unknown} error
 */
export function complain(error) {
  const place = /** @type {{ path?: string } | undefined} */ (error)?.path ?? process.cwd()
  const problem = error instanceof Problem ? error : fileProblem(error, place)
  if (problem) {
    process.stderr.write(`\n${paint(31, '✗')} ${bold(problem.vi)}\n  ${problem.en}\n`)
    for (const line of problem.lines) process.stderr.write(`    ${faint(line)}\n`)
    return
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `\n${paint(31, '✗')} ${bold('Có lỗi ngoài dự kiến.')} Something unforeseen went wrong.\n${text}\n`,
  )
}

/**
 * The sentence for failures of the file system that any step may meet, or undefined.
 * @param {unknown} error
 * @param {string} place the folder concerned
 */
export function fileProblem(error, place) {
  const code = /** @type {{ code?: string } | undefined} */ (error)?.code
  const text = error instanceof Error ? error.message : String(error)
  if (
    code === 'ENOSPC' ||
    /ENOSPC|No space left on device|Check free disk space|disk (is )?full|Disk quota exceeded/i.test(text)
  ) {
    return new Problem(
      `Ổ đĩa đã đầy, không ghi được vào ${place}. Giải phóng ít nhất 1 GB rồi chạy lại.`,
      `The disk is full, ${place} cannot be written. Free at least 1 GB and start again.`,
      { cause: error },
    )
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Problem(
      `Không có quyền ghi vào ${place}. Đổi chủ thư mục này hoặc đặt DATA_DIR tới thư mục khác.`,
      `No permission to write to ${place}. Change its owner or point DATA_DIR to another folder.`,
      { cause: error },
    )
  }
  return undefined
}
