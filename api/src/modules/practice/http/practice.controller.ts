import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { presentQuestion, presentReview } from '../../contests/index.js'
import { placeOfShowing, PracticeService } from '../app/practice.service.js'

@Controller()
export class PracticeController {
  constructor(private readonly practice: PracticeService) {}

  @Endpoint('practice')
  progress(@CurrentActor() actor: Actor) {
    return this.practice.progress(actor.accountId)
  }

  @Endpoint('nextPracticeItem')
  async next(@Input() { body }: EndpointInput<'nextPracticeItem'>, @CurrentActor() actor: Actor) {
    const shown = await this.practice.next(actor.accountId, body)
    if (!shown) return { card: null, item: null, isRepeat: false }
    const { showing, item, isRepeat } = shown
    const question = presentQuestion(placeOfShowing(showing), item.question)
    return { card: showing.id, item: { position: 1, topic: item.topic, ...question }, isRepeat }
  }

  @Endpoint('answerPractice')
  async answer(@Input() { body }: EndpointInput<'answerPractice'>, @CurrentActor() actor: Actor) {
    const { place, item, row, response, nextDueAt } = await this.practice.answer(
      actor.accountId,
      body.card,
      body.answer,
    )
    const review = {
      position: 1,
      topic: item.topic,
      ...presentReview(place, item.question, row, response),
      ruling: null,
    }
    return { review, nextDueAt: nextDueAt.toISOString() }
  }
}
