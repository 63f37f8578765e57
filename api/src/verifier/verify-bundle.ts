import {
  type BundleLine,
  type HeaderLine,
  SECTION_OF,
  type Section,
  SectionHashes,
} from '../modules/proof/domain/bundle.js'
import { BundleError, BundleReader } from '../modules/proof/domain/bundle-reader.js'
import { AttemptsCheck } from './check-attempts.js'
import { DrawCheck } from './check-draw.js'
import { type Kept, NotesCheck } from './check-notes.js'
import { PeopleCheck } from './check-people.js'
import { PrizesCheck } from './check-prizes.js'
import { RoundCheck } from './check-round.js'
import { Findings } from './findings.js'

/** All checks of one bundle, made once header and round are known. */
interface Checks {
  round: RoundCheck
  attempts: AttemptsCheck
  people: PeopleCheck
  draw: DrawCheck
  prizes: PrizesCheck
}

/**
 * VB-4: verifies a bundle that comes line by line. Nothing is read but the lines: no database, no network, no clock; what is kept is what each
 * attempt comes to, a few hundred bytes.
 */
export class BundleVerifier {
  readonly findings = new Findings()
  private readonly reader = new BundleReader()
  private readonly hashes = new SectionHashes()
  private header: HeaderLine | null = null
  private round: RoundCheck | null = null
  private checks: Checks | null = null
  private notes: NotesCheck | null = null
  private section: Section | 'header' | 'notes' = 'header'
  private lineNo = 0

  constructor(private readonly kept: Kept = {}) {}

  /** @param text a line without its line feed @throws BundleError for what is no bundle */
  line(text: string): void {
    this.lineNo++
    const line = this.reader.read(text)
    const section = SECTION_OF[line.kind]
    if (section !== this.section) this.change(section)
    this.hashes.add(line, text)
    this.take(line)
  }

  /** @throws BundleError when the file ended too early */
  end(): Findings {
    this.reader.end()
    const { draw, people, prizes, round, attempts } = this.checks as Checks
    const drawnOrder = draw.work()
    people.end(drawnOrder)
    draw.end()
    prizes.end(people.lines)
    this.notes?.end(attempts.tree, round, this.hashes.digest())
    return this.findings
  }

  private take(line: BundleLine): void {
    if (line.kind === 'header') {
      const { round, version, edition, origin } = line
      this.header = line
      this.findings.ok('BUNDLE', { round, version, edition, origin })
      this.notes = new NotesCheck(this.findings, line, this.kept)
      return
    }
    if (line.kind === 'round') {
      if (this.round) throw this.error('đợt thi có hai dòng', 'is a second line of the round')
      this.round = new RoundCheck(this.findings, (this.header as HeaderLine).round, line)
      return
    }
    const { round, attempts, people, draw, prizes } = this.demand()
    if (line.kind === 'item') round.item(line)
    else if (line.kind === 'ruling') round.ruling(line)
    else if (line.kind === 'attempt') attempts.add(line)
    else if (line.kind === 'erased') attempts.erased(line)
    else if (line.kind === 'version') people.version = line
    else if (line.kind === 'person') people.lines.push(line)
    else if (line.kind === 'draw') draw.draw = line
    else if (line.kind === 'listed') draw.listed.push(line)
    else if (line.kind === 'prize') prizes.lines.push(line)
    else if (line.kind === 'passed') prizes.passed.push(line.person)
    else this.notes?.add(line)
  }

  /** What has to be known before attempts are judged is known once their section begins. */
  private change(section: Section | 'header' | 'notes'): void {
    if (this.section === 'round' || this.section === 'items') {
      if (section !== 'items') this.round?.endItems()
    }
    const isBeforeAttempts = ['header', 'round', 'items', 'rulings'].includes(this.section)
    if (isBeforeAttempts && !['round', 'items', 'rulings'].includes(section)) {
      this.demandRound().endRulings()
      this.makeChecks()
    }
    if (this.section === 'attempts') this.checks?.attempts.end()
    this.section = section
  }

  private demand(): Checks {
    if (this.checks) return this.checks
    const round = this.demandRound()
    return { round } as Checks
  }

  private makeChecks(): void {
    const round = this.demandRound()
    const { findings } = this
    const attempts = new AttemptsCheck(findings, round)
    this.checks = {
      round,
      attempts,
      people: new PeopleCheck(findings, round, attempts),
      draw: new DrawCheck(findings, round.roundId, round.line.opensAt),
      prizes: new PrizesCheck(findings),
    }
  }

  private demandRound(): RoundCheck {
    if (!this.round) throw this.error('thiếu dòng của đợt thi', 'comes before the line of the round')
    return this.round
  }

  private error(vi: string, en: string): BundleError {
    return new BundleError(this.lineNo, vi, en)
  }
}
