import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

/** The heads of attempts' chains, as the log takes them. */
@Injectable()
export class ChainHeadsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns null while the attempt runs, and where no chain was kept */
  async of(attemptId: string): Promise<{ head: Buffer; salt: Buffer } | null> {
    const [row]: { head: Buffer; salt: Buffer }[] = await this.dataSource.query(
      `SELECT head, salt FROM attempt_chain WHERE attempt_id = $1 AND salt IS NOT NULL`,
      [attemptId],
    )
    return row ?? null
  }
}
