import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

@Injectable()
export class SpentProofRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Single use, through all processes: PostgreSQL says who was first. Proofs are asked seldom, so a row each is no load. */
  async spend(nonce: string, expiresAt: Date): Promise<boolean> {
    await this.dataSource.query(`DELETE FROM spent_proof WHERE expires_at < clock_timestamp() - interval '1 hour'`)
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO spent_proof (nonce, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING nonce`,
      [nonce, expiresAt],
    )
    return rows.length > 0
  }
}
