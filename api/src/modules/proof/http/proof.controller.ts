import { Controller, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { OwnProofsService } from '../app/own-proofs.service.js'
import { RoundProofService } from '../app/round-proof.service.js'
import { presentReceiptCard } from './present-receipt.js'

@Controller()
export class ProofController {
  constructor(
    private readonly proofs: RoundProofService,
    private readonly own: OwnProofsService,
  ) {}

  @Endpoint('roundProof')
  ofRound(@Input() { params }: EndpointInput<'roundProof'>) {
    return this.proofs.ofRound(params.roundId)
  }

  @Endpoint('leafProof')
  ofLeaf(@Input() { params }: EndpointInput<'leafProof'>) {
    return this.proofs.ofLeaf(params.roundId, Buffer.from(params.leaf, 'hex'))
  }

  @Endpoint('checkpointsFile')
  async checkpoints(@Input() { params }: EndpointInput<'checkpointsFile'>, @Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, 'moc-ky.txt', await this.proofs.checkpointsText(params.roundId))
  }

  @Endpoint('poolFile')
  async pool(@Input() { params }: EndpointInput<'poolFile'>, @Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, 'kho-cau-hoi.jsonl', await this.proofs.poolText(params.roundId))
  }

  @Endpoint('attemptReceipt')
  async receipt(
    @Input() { params }: EndpointInput<'attemptReceipt'>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    const made = await this.own.receipt(actor, params.attemptId)
    return { card: made && presentReceiptCard(made, `${request.protocol}://${request.host}`) }
  }

  @Endpoint('paperProof')
  async paper(@Input() { params }: EndpointInput<'paperProof'>, @CurrentActor() actor: Actor) {
    return { proof: await this.own.paper(actor, params.attemptId) }
  }
}
