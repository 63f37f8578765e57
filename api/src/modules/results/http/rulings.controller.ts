import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { presentRich } from '../../../platform/text/rich-text.js'
import { RulingsService } from '../app/rulings.service.js'
import type { RulingEntity } from '../infra/ruling.entities.js'
import { presentRuling, presentVersion } from './present-results.js'

/** A list of moves is for reading; the numbers say how many there are. */
const MOST_MOVES = 200

@Controller()
export class RulingsController {
  constructor(private readonly rulings: RulingsService) {}

  @Endpoint('rulings')
  async list(@Input() { params }: EndpointInput<'rulings'>, @CurrentActor() actor: Actor) {
    const { rulings, items, codeOf } = await this.rulings.list(actor.accountId, params.roundId)
    const names = await this.namesIn(rulings)
    return {
      rulings: rulings.map((ruling) => presentRuling(ruling, actor.accountId, names, codeOf)),
      items: items.map((item) => ({
        ...item,
        stem: presentRich(item.stem),
        options: item.options.map(presentRich),
        choices: item.choices.map(presentRich),
      })),
    }
  }

  @Endpoint('proposeRuling')
  async propose(@Input() { params, body }: EndpointInput<'proposeRuling'>, @CurrentActor() actor: Actor) {
    const ruling = await this.rulings.propose(actor.accountId, params.roundId, body.ruling, body.reason)
    return this.present(ruling, actor)
  }

  @Endpoint('previewRuling')
  async preview(@Input() { params }: EndpointInput<'previewRuling'>) {
    const { moves, prizes, ...counts } = await this.rulings.preview(params.rulingId)
    const shown = moves.slice(0, MOST_MOVES)
    const skipped = prizes.skipped.slice(0, MOST_MOVES)
    const names = await this.rulings.names(
      [...shown, ...skipped, ...prizes.lines.flatMap(({ people }) => people)].map(({ accountId }) => accountId),
    )
    const named = <T extends { accountId: string }>({ accountId, ...rest }: T) => ({
      ...rest,
      fullName: names.get(accountId) ?? '',
    })
    return {
      ...counts,
      moveCount: moves.length,
      moves: shown.map((move) => ({ ...move, fullName: names.get(move.accountId) ?? '' })),
      prizes: prizes.lines.map((line) => ({ ...line, people: line.people.map(named) })),
      skipped: skipped.map(named),
      isSigned: prizes.isSigned,
    }
  }

  @Endpoint('decideRuling')
  async decide(@Input() { params, body }: EndpointInput<'decideRuling'>, @CurrentActor() actor: Actor) {
    const { ruling, version } =
      body.decision === 'approve'
        ? await this.rulings.approve(actor.accountId, params.rulingId, body.reason)
        : await this.rulings.end(
            actor.accountId,
            params.rulingId,
            body.decision === 'reject' ? 'rejected' : 'withdrawn',
            body.reason,
          )
    const names = await this.namesIn([ruling])
    return { ruling: await this.present(ruling, actor), version: version && presentVersion(version, names) }
  }

  private async present(ruling: RulingEntity, actor: Actor) {
    return presentRuling(ruling, actor.accountId, await this.namesIn([ruling]), await this.rulings.codesOf([ruling]))
  }

  private namesIn(rulings: readonly RulingEntity[]) {
    const ids = rulings.flatMap(({ proposedBy, decidedBy, accountId }) => [proposedBy, decidedBy, accountId])
    return this.rulings.names([...new Set(ids.filter((id) => id !== null))])
  }
}
