import { Injectable } from '@nestjs/common'
import type { Locale } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import { AuditService } from '../../audit/index.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { type CertificateForm, CertificateFormRepository } from '../infra/certificate-form.repository.js'

/** Where nobody has said the place, it is left to be filled in by hand. */
const DOTTED_PLACE = '……………'
const SIGNER_ROLE: Record<Locale, string> = { vi: 'TM. BAN TỔ CHỨC', en: 'FOR THE ORGANIZERS' }

/** WN-12: what certificates of a list say beside the winner, kept with the list. */
@Injectable()
export class CertificateForms {
  constructor(
    private readonly forms: CertificateFormRepository,
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    private readonly audit: AuditService,
  ) {}

  /** The list's own form, or as a proposal the one that was saved last for another list of the contest, without its decision. */
  async shown(contestId: string, list: string): Promise<(CertificateForm & { isOwn: boolean }) | null> {
    const forms = await this.forms.formsOf(contestId)
    const own = forms.find((form) => form.list === list)
    const found = own ?? forms[0]
    if (!found) return null
    const { place, decision, signerRole, signerName } = found
    return { place, decision: own ? decision : '', signerRole, signerName, isOwn: own !== undefined }
  }

  /** What is printed, also where nothing was saved. */
  async printed(contestId: string, list: string, locale: Locale): Promise<CertificateForm> {
    const form = await this.shown(contestId, list)
    return form ?? { place: DOTTED_PLACE, decision: '', signerRole: SIGNER_ROLE[locale], signerName: '' }
  }

  /** The place that documents about the whole contest name. */
  async placeOf(contestId: string): Promise<string> {
    return (await this.forms.formsOf(contestId))[0]?.place ?? DOTTED_PLACE
  }

  async save(actorId: string, contestId: string, list: string, form: CertificateForm): Promise<void> {
    await this.contests.demand(contestId)
    if (list !== 'total' && list !== 'collective') {
      const round = await this.rounds.demand(list)
      if (round.contestId !== contestId) throw new ProblemError('ROUND.NOT_FOUND')
    }
    await this.audit.together(async (manager) => {
      await this.forms.save(manager, contestId, list, form, actorId)
      await this.audit.record(actorId, 'certificates.form_saved', `contest:${contestId}`, { list, ...form }, manager)
    })
  }
}
