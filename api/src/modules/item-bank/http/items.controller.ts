import { Controller } from '@nestjs/common'
import { readingSeconds, textsOf } from '@thiso/contracts/vocab'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { AuthoringService } from '../app/authoring.service.js'
import { BankChecksService } from '../app/bank-checks.service.js'
import { BulkEditsService } from '../app/bulk-edits.service.js'
import { ItemPageService } from '../app/item-page.service.js'
import { sanitisedItem } from '../app/item-records.js'
import { ItemsService } from '../app/items.service.js'
import { presentItem, presentRow } from './present-item.js'

@Controller()
export class ItemsController {
  constructor(
    private readonly items: ItemsService,
    private readonly authoring: AuthoringService,
    private readonly pages: ItemPageService,
    private readonly checks: BankChecksService,
    private readonly edits: BulkEditsService,
  ) {}

  @Endpoint('items')
  async list(@Input() { query }: EndpointInput<'items'>, @CurrentActor() actor: Actor) {
    const { rows, total } = await this.items.list(actor, query)
    return { rows: rows.map(presentRow), total, page: query.page, size: query.size }
  }

  @Endpoint('item')
  async item(@Input() { params }: EndpointInput<'item'>, @CurrentActor() actor: Actor) {
    return this.open(actor, params.itemId)
  }

  @Endpoint('createItem')
  async create(@Input() { body }: EndpointInput<'createItem'>, @CurrentActor() actor: Actor) {
    return this.present(actor, await this.authoring.create(actor, body))
  }

  @Endpoint('updateItem')
  async update(@Input() { params, body }: EndpointInput<'updateItem'>, @CurrentActor() actor: Actor) {
    const { updatedAt, ...input } = body
    await this.authoring.update(actor, params.itemId, input, updatedAt)
    return this.present(actor, params.itemId)
  }

  @Endpoint('actOnItem')
  async act(@Input() { params, body }: EndpointInput<'actOnItem'>, @CurrentActor() actor: Actor) {
    await this.authoring.act(actor, params.itemId, body.act, body.comment, body.updatedAt)
    return this.open(actor, params.itemId)
  }

  @Endpoint('commentItem')
  async comment(@Input() { params, body }: EndpointInput<'commentItem'>, @CurrentActor() actor: Actor) {
    await this.authoring.addComment(actor, params.itemId, body.text)
    return this.open(actor, params.itemId)
  }

  @Endpoint('confirmCitation')
  async confirm(@Input() { params, body }: EndpointInput<'confirmCitation'>, @CurrentActor() actor: Actor) {
    await this.authoring.confirmCitation(actor, params.itemId, body.documentId, body.reason)
    return this.open(actor, params.itemId)
  }

  @Endpoint('itemVersions')
  async versions(@Input() { params }: EndpointInput<'itemVersions'>, @CurrentActor() actor: Actor) {
    return { versions: await this.pages.versions(actor, params.itemId) }
  }

  @Endpoint('itemTrace')
  async trace(@Input() { params }: EndpointInput<'itemTrace'>, @CurrentActor() actor: Actor) {
    return { entries: await this.pages.trace(actor, params.itemId) }
  }

  @Endpoint('checkItem')
  async check(@Input() { body }: EndpointInput<'checkItem'>, @CurrentActor() actor: Actor) {
    const { input } = sanitisedItem(body)
    return {
      findings: await this.checks.findingsFor(actor, input, body.itemId ?? null),
      readingSeconds: readingSeconds(input.body.stem, textsOf(input.body)),
    }
  }

  @Endpoint('bulkEditItems')
  async bulkEdit(@Input() { body }: EndpointInput<'bulkEditItems'>, @CurrentActor() actor: Actor) {
    return presentEdit(await this.edits.apply(actor, body.itemIds, body.change))
  }

  @Endpoint('bulkEdits')
  async bulkEdits(@CurrentActor() actor: Actor) {
    return { edits: (await this.edits.list(actor)).map(presentEdit) }
  }

  @Endpoint('undoBulkEdit')
  async undo(@Input() { params }: EndpointInput<'undoBulkEdit'>, @CurrentActor() actor: Actor) {
    return presentEdit(await this.edits.undo(actor, params.editId))
  }

  @Endpoint('itemViews')
  async views(@CurrentActor() actor: Actor) {
    return { views: await this.edits.views(actor) }
  }

  @Endpoint('saveItemView')
  saveView(@Input() { body }: EndpointInput<'saveItemView'>, @CurrentActor() actor: Actor) {
    return this.edits.saveView(actor, body.name, body.query)
  }

  @Endpoint('deleteItemView')
  async deleteView(@Input() { params }: EndpointInput<'deleteItemView'>, @CurrentActor() actor: Actor) {
    await this.edits.deleteView(actor, params.viewId)
    return { ok: true as const }
  }

  /** For whoever may not have seen the key yet: also an act or a comment shows it, so it leaves the trace of reading. */
  private async open(actor: Actor, itemId: string) {
    const { found, around } = await this.pages.open(actor, itemId)
    return presentItem(found, around)
  }

  /** For whoever has just written the key. */
  private async present(actor: Actor, itemId: string) {
    const { found, around } = await this.pages.around(actor, itemId)
    return presentItem(found, around)
  }
}

function presentEdit(edit: Awaited<ReturnType<BulkEditsService['undo']>>) {
  const { before, at, undoneAt, ...rest } = edit
  return { ...rest, at: at.toISOString(), changedCount: before.length, undoneAt: undoneAt?.toISOString() ?? null }
}
