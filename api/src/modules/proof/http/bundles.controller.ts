import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { BundlesService } from '../app/bundles.service.js'

/** What lets anybody work the results of a round out again. */
@Controller()
export class BundlesController {
  constructor(
    private readonly bundles: BundlesService,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
  ) {}

  @Endpoint('roundBundle')
  async ofRound(@Input() { params }: EndpointInput<'roundBundle'>) {
    await this.demandPublished(params.roundId)
    return this.present(params.roundId)
  }

  @Endpoint('roundBundleFile')
  async file(@Input() { params }: EndpointInput<'roundBundleFile'>, @Res() reply: FastifyReply): Promise<void> {
    await this.demandPublished(params.roundId)
    const { content, name } = await this.bundles.file(params.roundId, null)
    await sendFile(reply, name, content)
  }

  @Endpoint('adminBundleFile')
  async ledFile(
    @Input() { params }: EndpointInput<'adminBundleFile'>,
    @CurrentActor() { accountId }: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content, name } = await this.bundles.file(params.roundId, accountId)
    await sendFile(reply, name, content)
  }

  @Endpoint('releaseBundle')
  async release(@Input() { params }: EndpointInput<'releaseBundle'>, @CurrentActor() actor: Actor) {
    await this.bundles.release(actor.accountId, params.roundId)
    return this.present(params.roundId)
  }

  private async present(roundId: string) {
    const { notes, releasedAt, newest } = await this.bundles.ofRound(roundId)
    return {
      notes: notes.map(({ edition, versionNumber, note, madeAt }) => ({
        edition,
        version: versionNumber,
        note,
        madeAt: madeAt.toISOString(),
      })),
      releasedAt: releasedAt?.toISOString() ?? null,
      file: newest,
    }
  }

  private async demandPublished(roundId: string): Promise<void> {
    const round = await this.rounds.demand(roundId)
    await this.contests.demandPublished(round.contestId)
  }
}
