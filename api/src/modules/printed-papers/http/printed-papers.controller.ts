import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { PrintedPapersService } from '../app/printed-papers.service.js'
import { filesOf } from '../domain/paper-files.js'
import type { ListedPaper } from '../infra/printed-paper.repository.js'

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

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
    await reply
      .header('content-type', TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream')
      .header('content-disposition', `attachment; filename="${name}"; filename*=UTF-8''${encoded(keptName)}`)
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(bytes)
  }
}

/** A name as RFC 8187 wants it in a header. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function present({ authorId: _, ...paper }: ListedPaper) {
  return {
    ...paper,
    createdAt: paper.createdAt.toISOString(),
    files: filesOf(paper.codes).map(({ name, label }) => ({ name, label })),
  }
}
