import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { DocumentRenderer } from '../../../platform/documents/document-renderer.js'
import type { Document } from '../../../platform/documents/document.js'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { RehearsalsService } from '../app/rehearsals.service.js'
import { RulebookService } from '../app/rulebook.service.js'

@Controller()
export class RulebookController {
  constructor(
    private readonly rulebooks: RulebookService,
    private readonly rehearsals: RehearsalsService,
    private readonly renderer: DocumentRenderer,
  ) {}

  @Endpoint('publicRulebook')
  async published(@Input() { params, query }: EndpointInput<'publicRulebook'>) {
    const { contest, found, versions } = await this.rulebooks.published(params.contestId, query.version)
    return {
      contestTitle: contest.title,
      contestSlug: contest.slug,
      ...presentVersion(found),
      head: found.head,
      articles: found.articles,
      versions: versions.map(presentVersion),
    }
  }

  @Endpoint('publicRulebookFile')
  async publishedFile(
    @Input() { params, query }: EndpointInput<'publicRulebookFile'>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const document = await this.rulebooks.publishedDocument(params.contestId, params.version, query.locale)
    await this.send(reply, document, params.format)
  }

  @Endpoint('rulebook')
  async draft(@Input() { params }: EndpointInput<'rulebook'>) {
    return present(await this.rulebooks.draft(params.contestId))
  }

  @Endpoint('saveRulebook')
  async save(@Input() { params, body }: EndpointInput<'saveRulebook'>, @CurrentActor() actor: Actor) {
    return present(await this.rulebooks.save(actor.accountId, params.contestId, body.revision, body.edits, body.head))
  }

  @Endpoint('publishRulebook')
  async publish(@Input() { params, body }: EndpointInput<'publishRulebook'>, @CurrentActor() actor: Actor) {
    return present(await this.rulebooks.publish(actor.accountId, params.contestId, body.revision))
  }

  @Endpoint('rulebookFile')
  async draftFile(
    @Input() { params, query }: EndpointInput<'rulebookFile'>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(reply, await this.rulebooks.draftDocument(params.contestId, query.locale), params.format)
  }

  @Endpoint('rehearseRound')
  rehearse(@Input() { params, body }: EndpointInput<'rehearseRound'>) {
    return this.rehearsals.rehearse(params.roundId, body.contestants, body.attemptsEach)
  }

  private async send(reply: FastifyReply, document: Document, format: 'pdf' | 'docx'): Promise<void> {
    const bytes = await this.renderer.renderDocument(document, format)
    await sendFile(reply, `the-le.${format}`, bytes)
  }
}

type Draft = Awaited<ReturnType<RulebookService['draft']>>

function present({ revision, edits, head, made, roundCount, versions, isBehind }: Draft) {
  return { revision, edits, head, made, roundCount, versions: versions.map(presentVersion), isBehind }
}

function presentVersion({ version, hash, publishedAt }: Draft['versions'][number]) {
  return { version, hash, publishedAt: publishedAt.toISOString() }
}
