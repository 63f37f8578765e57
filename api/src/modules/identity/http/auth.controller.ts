import { Controller, Inject, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Clock } from '../../../kernel/clock.js'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { type Actor, CurrentActor, MaybeActor } from '../../../platform/http/actor.js'
import { deviceOf } from '../../../platform/http/device-cookie.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { clearSessionCookie, setSessionCookie } from '../../../platform/http/session-cookie.js'
import { UnitsService } from '../../units/index.js'
import { AccountsService } from '../app/accounts.service.js'
import { PROOF_HEADER, ProofOfWork } from '../app/proof-of-work.js'
import { SessionsService } from '../app/sessions.service.js'
import { CONSENT } from '../domain/consent-text.js'
import type { AccountEntity } from '../infra/account.entity.js'
import { presentAccount } from './present-account.js'

@Controller()
export class AuthController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly units: UnitsService,
    private readonly proofs: ProofOfWork,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Endpoint('consent')
  consent() {
    return CONSENT
  }

  @Endpoint('me')
  async me(@MaybeActor() actor: Actor | null) {
    const account = actor ? (await this.present(await this.accounts.demand(actor.accountId))).account : null
    return { serverTime: new Date(this.clock.now()).toISOString(), account }
  }

  @Endpoint('signUp')
  async signUp(
    @Input() { body }: EndpointInput<'signUp'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.proofs.demand('sign-up', request.ip, request.headers[PROOF_HEADER])
    return this.enter(await this.accounts.signUp(body, request.ip), request, reply)
  }

  @Endpoint('proofChallenge')
  async proofChallenge(@Input() { body }: EndpointInput<'proofChallenge'>, @Req() request: FastifyRequest) {
    const { parameters, signature } = await this.proofs.challenge(body.act, request.ip)
    return { parameters: { ...parameters } as Record<string, unknown>, signature: signature ?? '' }
  }

  @Endpoint('signIn')
  async signIn(
    @Input() { body }: EndpointInput<'signIn'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.enter(await this.accounts.signIn(body.login, body.password, request.ip), request, reply)
  }

  @Endpoint('signOut')
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.end(actor.accountId, { only: actor.sessionId })
    clearSessionCookie(reply, this.settings)
    return { ok: true }
  }

  @Endpoint('changePassword')
  async changePassword(
    @Input() { body }: EndpointInput<'changePassword'>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.accounts.changePassword(actor.accountId, body.currentPassword, body.newPassword)
    const device = deviceOf(request, reply, this.settings)
    const token = await this.sessions.start(actor.accountId, request.headers['user-agent'] ?? '', device)
    setSessionCookie(reply, this.settings, token)
    return { ok: true }
  }

  @Endpoint('devices')
  async devices(@CurrentActor() actor: Actor) {
    return { devices: await this.presentDevices(actor) }
  }

  @Endpoint('endDevice')
  async endDevice(@Input() { params }: EndpointInput<'endDevice'>, @CurrentActor() actor: Actor) {
    await this.sessions.end(actor.accountId, { only: params.deviceId })
    return { ok: true }
  }

  @Endpoint('endOtherDevices')
  async endOtherDevices(@CurrentActor() actor: Actor) {
    return { endedCount: await this.sessions.end(actor.accountId, { except: actor.sessionId }) }
  }

  @Endpoint('updateProfile')
  async updateProfile(@Input() { body }: EndpointInput<'updateProfile'>, @CurrentActor() actor: Actor) {
    return this.present(await this.accounts.updateProfile(actor.accountId, body))
  }

  /** A new token at every entry: whatever token the browser had before is not carried over. */
  private async enter(account: AccountEntity, request: FastifyRequest, reply: FastifyReply) {
    const device = deviceOf(request, reply, this.settings)
    const token = await this.sessions.start(account.id, request.headers['user-agent'] ?? '', device)
    setSessionCookie(reply, this.settings, token)
    return this.present(account)
  }

  private async present(account: AccountEntity) {
    return { account: presentAccount(account, await this.units.fullName(account.unitId)) }
  }

  private async presentDevices(actor: Actor) {
    const sessions = await this.sessions.listOf(actor.accountId)
    return sessions.map((session) => ({
      id: session.id,
      label: session.label,
      isThisDevice: session.id === actor.sessionId,
      startedAt: session.startedAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
    }))
  }
}
