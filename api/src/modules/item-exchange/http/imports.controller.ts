import { Readable } from 'node:stream'
import { Controller, Req, Res } from '@nestjs/common'
import { ITEM_FORMATS, type ItemFormat } from '@thiso/contracts/vocab'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../../../kernel/problem-error.js'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { readUpload } from '../../../platform/http/upload.js'
import { ExportsService } from '../app/exports.service.js'
import { ImportRowsService } from '../app/import-rows.service.js'
import { ImportsService } from '../app/imports.service.js'
import { presentBatch, presentRow } from './present-import.js'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly rows: ImportRowsService,
    private readonly exports: ExportsService,
  ) {}

  @Endpoint('uploadImport')
  async upload(@Req() request: FastifyRequest, @CurrentActor() actor: Actor) {
    const { fields, ...file } = await readUpload(request)
    const bankId = fields['bankId'] ?? ''
    if (!UUID.test(bankId)) throw new ProblemError('BANK.NOT_FOUND')
    return presentBatch(await this.imports.upload(actor, file, bankId, formatIn(fields['format'])))
  }

  @Endpoint('imports')
  async list(@Input() { query }: EndpointInput<'imports'>, @CurrentActor() actor: Actor) {
    const { rows, total } = await this.imports.list(actor, query.page, query.size)
    return { rows: rows.map(presentBatch), total, page: query.page, size: query.size }
  }

  @Endpoint('importTemplate')
  async template(@Res() reply: FastifyReply): Promise<void> {
    const { content, extension, mime } = await this.exports.template()
    await sendFile(reply, `mau-cau-hoi.${extension}`, content, { mime })
  }

  @Endpoint('import')
  async find(@Input() { params }: EndpointInput<'import'>, @CurrentActor() actor: Actor) {
    return presentBatch(await this.imports.demand(actor, params.batchId))
  }

  @Endpoint('importRows')
  async listRows(@Input() { params, query }: EndpointInput<'importRows'>, @CurrentActor() actor: Actor) {
    const { page, size } = query
    const { rows, total } = await this.imports.listRows(actor, params.batchId, query.show, page, size)
    return { rows: rows.map(presentRow), total, page, size }
  }

  @Endpoint('correctImportRow')
  async correct(@Input() { params, body }: EndpointInput<'correctImportRow'>, @CurrentActor() actor: Actor) {
    return presentRow(await this.rows.change(actor, params.batchId, params.ordinal, body))
  }

  @Endpoint('chooseImportRows')
  async choose(@Input() { params, body }: EndpointInput<'chooseImportRows'>, @CurrentActor() actor: Actor) {
    return presentBatch(await this.imports.choose(actor, params.batchId, body.choose))
  }

  @Endpoint('runImport')
  async run(@Input() { params, body }: EndpointInput<'runImport'>, @CurrentActor() actor: Actor) {
    return presentBatch(await this.imports.run(actor, params.batchId, body))
  }

  @Endpoint('undoImport')
  async undo(@Input() { params }: EndpointInput<'undoImport'>, @CurrentActor() actor: Actor) {
    return presentBatch(await this.imports.undo(actor, params.batchId))
  }

  @Endpoint('deleteImport')
  async remove(@Input() { params }: EndpointInput<'deleteImport'>, @CurrentActor() actor: Actor) {
    await this.imports.remove(actor, params.batchId)
    return { ok: true as const }
  }

  @Endpoint('importFaults')
  async faults(
    @Input() { params, query }: EndpointInput<'importFaults'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // Whoever may not see the batch is told so before the file begins.
    await this.imports.demand(actor, params.batchId)
    const content = Readable.from(this.rows.faults(actor, params.batchId, query.locale))
    await sendFile(reply, query.locale === 'vi' ? 'loi-khi-nhap.csv' : 'import-faults.csv', content)
  }
}

function formatIn(field: string | undefined): ItemFormat | null {
  if (!field) return null
  const format = ITEM_FORMATS.find((known) => known === field)
  if (!format) throw new ProblemError('UPLOAD.UNKNOWN_FORMAT')
  return format
}
