import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

@Injectable()
export class KnownNetworkRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Networks from which so many people of one unit started on so many days in Viet Nam, as attempts keep them (AT-16). */
  async of(reachDays: number, people: number, days: number): Promise<string[]> {
    const rows: { network: string }[] = await this.dataSource.query(
      `SELECT DISTINCT network FROM attempt WHERE network IS NOT NULL AND unit_id IS NOT NULL
         AND started_at > clock_timestamp() - make_interval(days => $1)
       GROUP BY network, unit_id
       HAVING count(DISTINCT account_id) >= $2 AND count(DISTINCT (started_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) >= $3`,
      [reachDays, people, days],
    )
    return rows.map(({ network }) => network)
  }
}
