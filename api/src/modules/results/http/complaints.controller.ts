import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { presentRich } from '../../../platform/text/rich-text.js'
import { ComplaintsService } from '../app/complaints.service.js'
import { presentComplaint } from './present-results.js'

@Controller()
export class ComplaintsController {
  constructor(private readonly complaints: ComplaintsService) {}

  @Endpoint('myComplaints')
  async mine(@CurrentActor() actor: Actor) {
    const { found, rulingKinds } = await this.complaints.ofPerson(actor.accountId)
    return {
      complaints: found.map(({ complaint, round, contest }) => ({
        ...presentComplaint(complaint, rulingKinds),
        roundName: round.name,
        contestTitle: contest.title,
      })),
    }
  }

  @Endpoint('attemptComplaints')
  async ofAttempt(@Input() { params }: EndpointInput<'attemptComplaints'>, @CurrentActor() actor: Actor) {
    const { deadline, complaints, rulingKinds, places, ...found } = await this.complaints.ofAttempt(
      actor.accountId,
      params.attemptId,
    )
    return {
      ...found,
      deadline: deadline?.toISOString() ?? null,
      complaints: complaints.map((complaint) => presentComplaint(complaint, rulingKinds)),
      places: places.map(({ position, stem }) => ({
        position,
        stem: { vi: presentRich(stem.vi), en: presentRich(stem.en) },
      })),
    }
  }

  @Endpoint('fileComplaint')
  async file(@Input() { params, body }: EndpointInput<'fileComplaint'>, @CurrentActor() actor: Actor) {
    return presentComplaint(await this.complaints.file(actor.accountId, params.attemptId, body.position, body.text))
  }

  @Endpoint('withdrawComplaint')
  async withdraw(@Input() { params }: EndpointInput<'withdrawComplaint'>, @CurrentActor() actor: Actor) {
    return presentComplaint(await this.complaints.withdraw(actor.accountId, params.complaintId))
  }

  @Endpoint('complaints')
  async queue(@Input() { params }: EndpointInput<'complaints'>) {
    const { deadline, groups, rulingKinds } = await this.complaints.queue(params.roundId)
    return {
      deadline: deadline?.toISOString() ?? null,
      groups: groups.map(({ item, openCount, complaints }) => ({
        itemVersionId: item?.itemVersionId ?? null,
        itemId: item?.itemId ?? null,
        code: item?.code ?? null,
        stem: item ? presentRich(item.stem) : null,
        openCount,
        complaints: complaints.map(({ complaint, personName }) => ({
          ...presentComplaint(complaint, rulingKinds),
          personName,
        })),
      })),
    }
  }

  @Endpoint('actOnComplaints')
  async act(@Input() { params, body }: EndpointInput<'actOnComplaints'>, @CurrentActor() actor: Actor) {
    const { ids, act, outcome, rulingId } = body
    if (act === 'take') return { count: await this.complaints.take(actor.accountId, params.roundId, ids) }
    const state = act === 'uphold' ? ('upheld' as const) : ('rejected' as const)
    return {
      count: await this.complaints.answer(actor.accountId, params.roundId, ids, state, { outcome, rulingId }),
    }
  }
}
