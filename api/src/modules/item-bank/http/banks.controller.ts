import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { BankChecksService } from '../app/bank-checks.service.js'
import { BanksService } from '../app/banks.service.js'
import { DocumentsService } from '../app/documents.service.js'

const OK = { ok: true as const }

@Controller()
export class BanksController {
  constructor(
    private readonly banks: BanksService,
    private readonly checks: BankChecksService,
    private readonly documentRegister: DocumentsService,
  ) {}

  @Endpoint('banks')
  async list(@CurrentActor() actor: Actor) {
    return { banks: (await this.banks.list(actor)).map((bank) => present(bank, actor)) }
  }

  @Endpoint('createBank')
  async create(@Input() { body }: EndpointInput<'createBank'>, @CurrentActor() actor: Actor) {
    return present(await this.banks.create(actor, body.name), actor)
  }

  @Endpoint('updateBank')
  async update(@Input() { params, body }: EndpointInput<'updateBank'>, @CurrentActor() actor: Actor) {
    return present(await this.banks.update(actor, params.bankId, body), actor)
  }

  @Endpoint('bankMatrix')
  matrix(@Input() { query }: EndpointInput<'bankMatrix'>, @CurrentActor() actor: Actor) {
    const ids = query.bankIds.split(',').filter((id) => /^[0-9a-f-]{36}$/i.test(id))
    return this.checks.matrix(actor, ids, query.type, query)
  }

  @Endpoint('bankReport')
  report(@Input() { params }: EndpointInput<'bankReport'>, @CurrentActor() actor: Actor) {
    return this.checks.report(actor, params.bankId)
  }

  @Endpoint('subtopics')
  async subtopics(@CurrentActor() actor: Actor) {
    const [topics, subtopics] = await Promise.all([this.banks.topicCounts(actor), this.banks.subtopics(actor)])
    return { topics, subtopics }
  }

  @Endpoint('createSubtopic')
  createSubtopic(@Input() { body }: EndpointInput<'createSubtopic'>, @CurrentActor() actor: Actor) {
    return this.banks.createSubtopic(actor.accountId, body)
  }

  @Endpoint('updateSubtopic')
  updateSubtopic(@Input() { params, body }: EndpointInput<'updateSubtopic'>, @CurrentActor() actor: Actor) {
    return this.banks.renameSubtopic(actor.accountId, params.subtopicId, body.name)
  }

  @Endpoint('deleteSubtopic')
  async deleteSubtopic(@Input() { params }: EndpointInput<'deleteSubtopic'>, @CurrentActor() actor: Actor) {
    await this.banks.deleteSubtopic(actor.accountId, params.subtopicId)
    return OK
  }

  @Endpoint('documents')
  async documents(@Input() { query }: EndpointInput<'documents'>) {
    const { rows, total } = await this.documentRegister.list(query.q, query.page, query.size)
    return { rows, total, page: query.page, size: query.size }
  }

  @Endpoint('document')
  document(@Input() { params }: EndpointInput<'document'>) {
    return this.documentRegister.demand(params.documentId)
  }

  @Endpoint('createDocument')
  createDocument(@Input() { body }: EndpointInput<'createDocument'>, @CurrentActor() actor: Actor) {
    return this.documentRegister.create(actor.accountId, body)
  }

  @Endpoint('updateDocument')
  updateDocument(@Input() { params, body }: EndpointInput<'updateDocument'>, @CurrentActor() actor: Actor) {
    return this.documentRegister.update(actor.accountId, params.documentId, body)
  }
}

function present({ ownerId, ...bank }: Awaited<ReturnType<BanksService['find']>>, actor: Actor) {
  return { ...bank, isOwn: ownerId === actor.accountId }
}
