import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { ItemsService } from '../app/items.service.js'

@Controller()
export class ItemsController {
  constructor(private readonly items: ItemsService) {}

  @Endpoint('banks')
  async banks() {
    return { banks: await this.items.banks() }
  }

  @Endpoint('createBank')
  createBank(@Input() { body }: EndpointInput<'createBank'>, @CurrentActor() actor: Actor) {
    return this.items.createBank(actor.accountId, body.name)
  }

  @Endpoint('items')
  async list(@Input() { query }: EndpointInput<'items'>) {
    const { rows, total } = await this.items.list(query)
    return {
      rows: rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() })),
      total,
      page: query.page,
      size: query.size,
    }
  }

  @Endpoint('item')
  async item(@Input() { params }: EndpointInput<'item'>, @CurrentActor() actor: Actor) {
    return present(await this.items.read(actor.accountId, params.itemId))
  }

  @Endpoint('createItem')
  async create(@Input() { body }: EndpointInput<'createItem'>, @CurrentActor() actor: Actor) {
    return present(await this.items.demand(await this.items.create(actor.accountId, body)))
  }

  @Endpoint('updateItem')
  async update(@Input() { params, body }: EndpointInput<'updateItem'>, @CurrentActor() actor: Actor) {
    await this.items.update(actor.accountId, params.itemId, body)
    return present(await this.items.demand(params.itemId))
  }

  @Endpoint('setItemState')
  async setState(@Input() { params, body }: EndpointInput<'setItemState'>, @CurrentActor() actor: Actor) {
    await this.items.setState(actor.accountId, params.itemId, body.state)
    return present(await this.items.demand(params.itemId))
  }
}

function present({ item, version, key, useCount }: Awaited<ReturnType<ItemsService['demand']>>) {
  return {
    id: item.id,
    code: item.code,
    bankId: item.bankId,
    topic: item.topic,
    level: item.level,
    state: item.state,
    version: item.version,
    useCount,
    updatedAt: item.updatedAt.toISOString(),
    stem: version.stem,
    options: version.options,
    validFrom: version.validFrom,
    validTo: version.validTo,
    key: key.key,
    explanation: key.explanation,
    sources: key.sources,
  }
}
