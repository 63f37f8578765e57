import { Inject, Injectable } from '@nestjs/common'
import type { Locale, SkipReason } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { DocumentRenderer } from '../../../platform/documents/document-renderer.js'
import { placeAndDate } from '../../../platform/documents/heads.js'
import { AuditService } from '../../audit/index.js'
import type { WinnerEntity } from '../infra/winner.entities.js'
import { WinnerPeopleRepository } from '../infra/winner-people.repository.js'
import { CertificateForms } from './certificate-forms.service.js'
import { inLocale, prizeName } from './list-texts.js'
import { minutesOf } from './minutes.js'
import { keyOf } from './prize-desk.js'
import { WinnerLists } from './winner-lists.js'
import { WinnerView } from './winner-view.service.js'

const CERTIFICATE_WORDS = {
  vi: {
    title: 'GIẤY CHỨNG NHẬN',
    file: 'Giấy chứng nhận',
    lead: 'Chứng nhận',
    won: (prize: string) => `Đạt ${prize.replace(/^G/, 'g')}`,
  },
  en: {
    title: 'CERTIFICATE',
    file: 'Certificates',
    lead: 'This certifies that',
    won: (prize: string) => `has won: ${prize}`,
  },
}

const REASONS: Record<Locale, Record<SkipReason, string>> = {
  vi: {
    barred: 'Thuộc diện không được xét giải',
    excluded: 'Bị loại theo quyết định',
    voided: 'Lượt thi không được tính',
    incomplete: 'Bài chưa làm đủ',
    'no-guardian-consent': 'Dưới 16 tuổi, chưa có đồng ý của người giám hộ',
    'holds-higher-prize': 'Đã nhận giải cao hơn',
    declined: 'Từ chối nhận giải',
    unreachable: 'Không liên lạc được',
    ineligible: 'Không đủ điều kiện',
  },
  en: {
    barred: 'Barred from prizes',
    excluded: 'Excluded by a ruling',
    voided: 'Attempt does not count',
    incomplete: 'Paper not complete',
    'no-guardian-consent': 'Under 16, no guardian’s consent',
    'holds-higher-prize': 'Holds a higher prize',
    declined: 'Declined the prize',
    unreachable: 'Could not be reached',
    ineligible: 'Not eligible',
  },
}

/** WN-12, WN-15: minutes and certificates of a list. */
@Injectable()
export class AwardDocuments {
  constructor(
    private readonly lists: WinnerLists,
    private readonly view: WinnerView,
    private readonly people: WinnerPeopleRepository,
    private readonly forms: CertificateForms,
    private readonly renderer: DocumentRenderer,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async minutes(actorId: string, contestId: string, list: string, format: 'pdf' | 'docx', locale: Locale) {
    const shown = await this.view.show(actorId, contestId, list)
    const worked = await this.lists.work(contestId, list)
    // WN-11: in full only winners of a stored list of final results; whoever is passed over or left stays masked.
    const isNamed = shown.state !== null && (shown.version?.isFinal ?? false)
    const winnerIds = shown.lines.flatMap(({ winners }) => winners.flatMap(({ accountId }) => accountId ?? []))
    const people = await this.people.byId(isNamed ? winnerIds : [])
    const fullName = (accountId: string | null, otherwise: string) =>
      (accountId === null ? undefined : people.get(accountId)?.fullName) ?? otherwise
    const { list: head, winners: stored } = await this.lists.stored(worked)
    const prizeOf = new Map(stored.map(({ id, tier, tableCode }) => [id, prizeName(tier, tableCode, locale)]))
    // What two have signed bears the day of the second signature, on whatever day it is fetched.
    const signedAt = head?.secondSignedAt ?? null
    const at = signedAt ?? new Date(this.clock.now())
    const lineName = new Map(shown.lines.map((line) => [line.key, prizeName(line.tier, line.table, locale)]))
    const document = minutesOf({
      locale,
      at,
      day: vietnamDay(at.getTime()),
      isDraft: signedAt === null,
      place: (await this.forms.printed(contestId, keyOf(worked.key), locale)).place,
      organizer: inLocale(worked.contest.organizerName, locale),
      contest: inLocale(worked.contest.title, locale),
      list: inLocale(shown.title, locale),
      version: shown.version ?? shown.newest,
      prizes: shown.lines
        .filter(({ winners }) => winners.length > 0)
        .map((line) => ({
          prize: `${lineName.get(line.key)}${line.reward.vi ? ` – ${inLocale(line.reward, locale)}` : ''}`,
          winners: line.winners.map((winner) => ({
            name: fullName(winner.accountId, winner.name),
            unit: winner.unitName,
            rank: String(winner.rank),
            points: winner.points === null ? '' : new Intl.NumberFormat(locale).format(winner.points),
          })),
        })),
      passedOver: shown.skipped.map(({ name, unitName, reasons }) => ({
        name,
        unit: unitName,
        reason: reasons
          .map(({ reason, note }) => REASONS[locale][reason] + (reason === 'excluded' && note ? ` (${note})` : ''))
          .join('; '),
      })),
      ended: [...shown.ended, ...shown.leaving].map(({ id, name, reason, request }) => ({
        name,
        prize: prizeOf.get(id) ?? '',
        reason: reason ?? request?.reason ?? '',
      })),
      waiting: shown.lines.reduce(
        (sum, { waiting }) => sum + waiting.reduce((total, { seats }) => total + seats, 0),
        0,
      ),
      open: shown.lines.flatMap(({ key, openSeats, openBecause }) =>
        openBecause
          ? [{ prize: lineName.get(key) ?? '', seats: openSeats, ...openBecause, isUnits: shown.kind === 'collective' }]
          : [],
      ),
      signers: shown.signatures.map(({ byName }) => byName),
    })
    await this.audit.recordReading(actorId, 'winners.minutes_made', `contest:${contestId}`, { list, format })
    return this.renderer.renderDocument(document, format)
  }

  /**
   * Certificates of published winners whose certificate holds.
   * @param origin where the site was asked for them: the QR codes lead there where no public address is set
   * @throws ProblemError WINNER.WRONG_STATE when there are none
   */
  async certificates(
    actorId: string,
    contestId: string,
    list: string,
    locale: Locale,
    origin: string,
  ): Promise<Buffer> {
    const worked = await this.lists.work(contestId, list)
    const { list: head, winners } = await this.lists.stored(worked)
    const named = winners.filter(
      (winner) => winner.certificateCode !== null && winner.certificateWithdrawnAt === null && winner.publishedName,
    )
    if (named.length === 0) throw new ProblemError('WINNER.WRONG_STATE')
    const words = CERTIFICATE_WORDS[locale]
    const form = await this.forms.printed(contestId, keyOf(worked.key), locale)
    const contest = inLocale(worked.contest.title, locale)
    const organizer = inLocale(worked.contest.organizerName, locale)
    const publishedAt = ({ publishedAt: day }: WinnerEntity) => day ?? (head?.publishedAt as Date)
    const round = worked.key.kind === 'collective' ? '' : `, ${inLocale(worked.title, locale)}`
    // Whose certificate is printed holds it in the own hand: it names the person in full, as the public list need not.
    const people = await this.people.byId(named.flatMap(({ accountId }) => accountId ?? []))
    const bytes = await this.renderer.renderCertificates({
      title: `${words.file} – ${contest}`,
      author: organizer,
      locale,
      at: named.map(publishedAt).reduce((last, day) => (day > last ? day : last)),
      certificates: named.map((winner) => ({
        organization: [organizer.toUpperCase()],
        title: words.title,
        lead: words.lead,
        name: (winner.accountId ? people.get(winner.accountId)?.fullName : null) ?? (winner.publishedName as string),
        ...(winner.publishedUnit ? { unit: winner.publishedUnit } : {}),
        reason: `${words.won(prizeName(winner.tier, winner.tableCode, locale))}\n${contest}${round}`,
        ...(form.decision ? { decision: form.decision } : {}),
        placeAndDate: placeAndDate(form.place, vietnamDay(publishedAt(winner).getTime()), locale),
        signer: { role: form.signerRole, name: form.signerName },
        code: winner.certificateCode as string,
        checkUrl: new URL(`/kiem-tra/${winner.certificateCode}`, this.settings.publicUrl ?? origin).href,
      })),
    })
    await this.audit.recordReading(actorId, 'certificates.made', `contest:${contestId}`, { list, count: named.length })
    return bytes
  }
}
