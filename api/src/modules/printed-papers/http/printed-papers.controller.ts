import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { PrintedPapersService } from '../app/printed-papers.service.js'
import { filesOf } from '../domain/paper-files.js'
import type { ListedPaper } from '../infra/printed-paper.repository.js'

@Controller()
export class PrintedPapersController {
  constructor(private readonly papers: PrintedPapersService) {}

  @Endpoint('printedPapers')
  async list(@CurrentActor() actor: Actor) {
    return { papers: (await this.papers.list(actor)).map(present) }
  }

  @Endpoint('createPrintedPaper')
  async create(@Input() { body }: EndpointInput<'createPrintedPaper'>, @CurrentActor() actor: Actor) {
    return present(await this.papers.create(actor, body))
  }

  @Endpoint('printedPaper')
  async one(@Input() { params }: EndpointInput<'printedPaper'>, @CurrentActor() actor: Actor) {
    return present(await this.papers.demand(actor, params.paperId))
  }

  @Endpoint('printedPaperFile')
  async file(
    @Input() { params }: EndpointInput<'printedPaperFile'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, keptName, bytes } = await this.papers.file(actor, params.paperId, params.fileName)
    await sendFile(reply, name, bytes, { fullName: keptName })
  }
}

function present({ authorId: _, ...paper }: ListedPaper) {
  return {
    ...paper,
    createdAt: paper.createdAt.toISOString(),
    files: filesOf(paper.codes).map(({ name, label }) => ({ name, label })),
  }
}
