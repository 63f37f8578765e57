import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { CertificateFormEntity } from './certificate-form.entity.js'

export type CertificateForm = Pick<CertificateFormEntity, 'place' | 'decision' | 'signerRole' | 'signerName'>

@Injectable()
export class CertificateFormRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Of a contest's lists, the one saved last first. */
  formsOf(contestId: string): Promise<CertificateFormEntity[]> {
    return this.dataSource
      .getRepository(CertificateFormEntity)
      .find({ where: { contestId }, order: { savedAt: 'DESC', list: 'ASC' } })
  }

  async save(
    manager: EntityManager,
    contestId: string,
    list: string,
    form: CertificateForm,
    actorId: string,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO certificate_form (contest_id, list, place, decision, signer_role, signer_name, saved_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (contest_id, list) DO UPDATE SET place = EXCLUDED.place, decision = EXCLUDED.decision,
         signer_role = EXCLUDED.signer_role, signer_name = EXCLUDED.signer_name, saved_by = EXCLUDED.saved_by,
         saved_at = clock_timestamp()`,
      [contestId, list, form.place, form.decision, form.signerRole, form.signerName, actorId],
    )
  }
}
