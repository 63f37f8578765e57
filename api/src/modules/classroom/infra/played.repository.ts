import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { ResultsContent } from './files/file-shapes.js'

const MS = (column: string) => `round(extract(epoch FROM ${column}) * 1000)::float8`

/** Seats and answers of a lesson as its file has them: in a fixed order, without tokens, devices and accounts. */
@Injectable()
export class PlayedRepository {
  constructor(private readonly dataSource: DataSource) {}

  seats(lessonId: string): Promise<ResultsContent['seats']> {
    return this.dataSource.query(
      `SELECT number, name, pupil_id AS "pupilId", team, extra_percent AS "extraPercent", ${MS('joined_at')} AS "joinedAt",
              joined_place AS "joinedPlace", ${MS('removed_at')} AS "removedAt", floor, out_at AS "outAt", rescues,
              own_place AS "ownPlace"
       FROM lesson_seat WHERE lesson_id = $1 ORDER BY number`,
      [lessonId],
    )
  }

  async answers(lessonId: string): Promise<ResultsContent['answers']> {
    const rows: { answer: ResultsContent['answers'][number] }[] = await this.dataSource.query(
      `SELECT jsonb_build_array(place, seat, response, ${MS('received_at')}, time_ms) AS answer
       FROM lesson_answer WHERE lesson_id = $1 ORDER BY place, seat`,
      [lessonId],
    )
    return rows.map(({ answer }) => answer)
  }
}
