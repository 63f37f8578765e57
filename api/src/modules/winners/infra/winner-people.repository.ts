import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { NAMING_CONSENT_SINCE } from '../../identity/index.js'

export interface WinnerPerson {
  id: string
  fullName: string
  birthDate: string | null
  login: string
  unitId: string | null
  guardianName: string | null
  /** To a text that speaks of naming winners. */
  hasGuardianConsent: boolean
}

/** People whom a list of winners reaches. */
@Injectable()
export class WinnerPeopleRepository {
  constructor(private readonly dataSource: DataSource) {}

  async byId(ids: readonly string[]): Promise<Map<string, WinnerPerson>> {
    const people: WinnerPerson[] = await this.dataSource.query(
      `SELECT a.id, a.full_name AS "fullName", a.birth_date AS "birthDate", a.login, a.unit_id AS "unitId",
              a.guardian_name AS "guardianName",
              EXISTS (SELECT FROM consent c WHERE c.account_id = a.id AND c.given_by = 'guardian' AND c.version >= $2) AS "hasGuardianConsent"
       FROM account a WHERE a.id = ANY($1)`,
      [[...new Set(ids)], NAMING_CONSENT_SINCE],
    )
    return new Map(people.map((person) => [person.id, person]))
  }
}
