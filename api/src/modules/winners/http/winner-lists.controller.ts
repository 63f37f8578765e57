import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { CertificateForms } from '../app/certificate-forms.service.js'
import { WinnerActs } from '../app/winner-acts.service.js'
import { WinnerPersonActs } from '../app/winner-person-acts.service.js'
import { WinnerView } from '../app/winner-view.service.js'

const DONE = { ok: true } as const

/** Lists of winners, from the proposal to the prize in the hand. */
@Controller()
export class WinnerListsController {
  constructor(
    private readonly acts: WinnerActs,
    private readonly people: WinnerPersonActs,
    private readonly view: WinnerView,
    private readonly forms: CertificateForms,
  ) {}

  @Endpoint('winnerList')
  show(@Input() { params }: EndpointInput<'winnerList'>, @CurrentActor() actor: Actor) {
    return this.view.show(actor.accountId, params.contestId, params.list)
  }

  @Endpoint('proposeWinners')
  async propose(@Input() { params, body }: EndpointInput<'proposeWinners'>, @CurrentActor() actor: Actor) {
    await this.acts.propose(actor.accountId, params.contestId, params.list, body.revision, body.reason)
    return this.view.show(actor.accountId, params.contestId, params.list)
  }

  @Endpoint('signWinners')
  async sign(@Input() { params, body }: EndpointInput<'signWinners'>, @CurrentActor() actor: Actor) {
    await this.acts.sign(actor.accountId, params.contestId, params.list, body.revision)
    return this.view.show(actor.accountId, params.contestId, params.list)
  }

  @Endpoint('publishWinners')
  async publish(@Input() { params, body }: EndpointInput<'publishWinners'>, @CurrentActor() actor: Actor) {
    await this.acts.publish(actor.accountId, params.contestId, params.list, body.revision)
    return this.view.show(actor.accountId, params.contestId, params.list)
  }

  @Endpoint('saveCertificateForm')
  async saveForm(@Input() { params, body }: EndpointInput<'saveCertificateForm'>, @CurrentActor() actor: Actor) {
    await this.forms.save(actor.accountId, params.contestId, params.list, body)
    return this.view.show(actor.accountId, params.contestId, params.list)
  }

  @Endpoint('winnerIdentity')
  unmask(@Input() { params, body }: EndpointInput<'winnerIdentity'>, @CurrentActor() actor: Actor) {
    return this.people.unmask(actor.accountId, params.winnerId, body.reason)
  }

  @Endpoint('checkIdentity')
  async checkIdentity(@Input() { params, body }: EndpointInput<'checkIdentity'>, @CurrentActor() actor: Actor) {
    await this.people.checkIdentity(actor.accountId, params.winnerId, body.seen, body.lastDigits)
    return DONE
  }

  @Endpoint('endWinner')
  async end(@Input() { params, body }: EndpointInput<'endWinner'>, @CurrentActor() actor: Actor) {
    await this.people.end(actor.accountId, params.winnerId, body.outcome, body.reason)
    return DONE
  }

  @Endpoint('keepWinner')
  async keep(@Input() { params, body }: EndpointInput<'keepWinner'>, @CurrentActor() actor: Actor) {
    await this.people.keep(actor.accountId, params.winnerId, body.reason)
    return DONE
  }

  @Endpoint('maskWinner')
  async mask(@Input() { params, body }: EndpointInput<'maskWinner'>, @CurrentActor() actor: Actor) {
    await this.people.mask(actor.accountId, params.winnerId, body.reason)
    return DONE
  }

  @Endpoint('handOverPrize')
  async handOver(@Input() { params, body }: EndpointInput<'handOverPrize'>, @CurrentActor() actor: Actor) {
    await this.people.handOver(actor.accountId, params.winnerId, body)
    return DONE
  }

  @Endpoint('withdrawCertificate')
  async withdrawCertificate(
    @Input() { params, body }: EndpointInput<'withdrawCertificate'>,
    @CurrentActor() actor: Actor,
  ) {
    await this.people.withdrawCertificate(actor.accountId, params.winnerId, body.reason)
    return DONE
  }
}
