import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { CaseAct, CasePart } from '@thiso/contracts/vocab'
import { DataSource, In } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { contentHash, headAfter } from '../domain/act-chain.js'
import {
  type ActContent,
  CaseActEntity,
  CaseEvidenceEntity,
  CaseFileEntity,
  CaseNoteEntity,
  CaseViewEntity,
} from './case.entities.js'

/** An act with what was said in it, which is gone once the case has been deleted. */
export interface SpokenAct extends CaseActEntity {
  content: ActContent | null
  salt: Buffer | null
}

@Injectable()
export class CaseRepository {
  constructor(private readonly dataSource: DataSource) {}

  transaction<T>(work: (manager: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work)
  }

  find(id: string): Promise<CaseFileEntity | null> {
    return this.dataSource.getRepository(CaseFileEntity).findOneBy({ id })
  }

  /** Under its lock: whoever acts in a case holds it until the commit. */
  lock(manager: Transaction, id: string): Promise<CaseFileEntity | null> {
    return manager.getRepository(CaseFileEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  /** The case about a person in a round that is not closed, under its lock. */
  async lockOpen(manager: Transaction, roundId: string, accountId: string): Promise<CaseFileEntity | null> {
    // Two who open a case about one person come one after the other, also where there is no row to lock yet.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('case ' || $1 || ' ' || $2, 0))`, [
      roundId,
      accountId,
    ])
    return manager
      .getRepository(CaseFileEntity)
      .createQueryBuilder('c')
      .where(`c.round_id = :roundId AND c.account_id = :accountId AND c.state <> 'closed'`, { roundId, accountId })
      .setLock('pessimistic_write')
      .getOne()
  }

  async nextNumber(manager: Transaction): Promise<number> {
    const [row]: { number: string }[] = await manager.query(`SELECT nextval('case_number_seq')::text AS number`)
    return Number(row?.number)
  }

  async insert(manager: Transaction, file: CaseFileEntity): Promise<void> {
    await manager.getRepository(CaseFileEntity).insert(file as never)
  }

  /** Writes what changed of a case that is held. */
  async save(manager: Transaction, file: CaseFileEntity): Promise<void> {
    const { id, ...rest } = file
    await manager.getRepository(CaseFileEntity).update({ id }, rest as never)
  }

  /**
   * CA-9: one more act at the end of the case's chain; number and head of the case, which is held, move on.
   * @param at ms since 1970
   */
  async append(
    manager: Transaction,
    file: CaseFileEntity,
    kind: CaseAct,
    actorId: string | null,
    at: number,
    content: ActContent,
  ): Promise<void> {
    const salt = randomBytes(16)
    const hash = contentHash(salt, content)
    const no = file.actNo + 1
    const head = headAfter(file.head, { caseId: file.id, no, atMs: at, kind, actorId, contentHash: hash })
    await manager
      .getRepository(CaseActEntity)
      .insert({ caseId: file.id, no, at: new Date(at), kind, actorId, contentHash: hash, head })
    await manager.getRepository(CaseNoteEntity).insert({ caseId: file.id, no, salt, content: content as never })
    file.actNo = no
    file.head = head
  }

  async acts(caseId: string, manager: Transaction = this.dataSource.manager): Promise<SpokenAct[]> {
    const acts = await manager.getRepository(CaseActEntity).find({ where: { caseId }, order: { no: 'ASC' } })
    const notes = await manager.getRepository(CaseNoteEntity).findBy({ caseId })
    const noteOf = new Map(notes.map((note) => [note.no, note]))
    return acts.map((act) => {
      const note = noteOf.get(act.no)
      return { ...act, content: note?.content ?? null, salt: note?.salt ?? null }
    })
  }

  evidence(caseIds: readonly string[], manager: Transaction = this.dataSource.manager): Promise<CaseEvidenceEntity[]> {
    return manager
      .getRepository(CaseEvidenceEntity)
      .find({ where: { caseId: In([...caseIds]) }, order: { foundAt: 'ASC', id: 'ASC' } })
  }

  async addEvidence(manager: Transaction, evidence: readonly CaseEvidenceEntity[]): Promise<void> {
    if (evidence.length > 0) await manager.getRepository(CaseEvidenceEntity).insert(evidence as never)
  }

  async view(caseId: string, accountId: string, part: CasePart, attemptId: string | null): Promise<void> {
    await this.dataSource.getRepository(CaseViewEntity).insert({ caseId, accountId, part, attemptId })
  }

  /** The newest first. */
  views(caseId: string): Promise<CaseViewEntity[]> {
    return this.dataSource
      .getRepository(CaseViewEntity)
      .find({ where: { caseId }, order: { at: 'DESC', id: 'DESC' }, take: 200 })
  }

  async page(
    { roundId, openOnly }: { roundId: string | undefined; openOnly: boolean },
    from: number,
    count: number,
  ): Promise<{ files: CaseFileEntity[]; total: number }> {
    const query = this.dataSource.getRepository(CaseFileEntity).createQueryBuilder('c').where('c.deleted_at IS NULL')
    if (roundId) query.andWhere('c.round_id = :roundId', { roundId })
    if (openOnly) query.andWhere(`c.state <> 'closed'`)
    const [files, total] = await query
      .orderBy(`(c.state = 'closed')`)
      .addOrderBy('c.number', 'DESC')
      .offset(from)
      .limit(count)
      .getManyAndCount()
    return { files, total }
  }

  /** CA-6: a person knows of a case once they were told, or once it was decided. */
  ofPerson(accountId: string): Promise<CaseFileEntity[]> {
    return this.dataSource
      .getRepository(CaseFileEntity)
      .createQueryBuilder('c')
      .where('c.account_id = :accountId AND (c.told_at IS NOT NULL OR c.closed_at IS NOT NULL)', { accountId })
      .orderBy('c.number', 'DESC')
      .getMany()
  }

  /** Cases that are about these attempts. */
  ofAttempts(attemptIds: readonly string[]): Promise<{ caseId: string; attemptId: string }[]> {
    return this.dataSource.query(
      `SELECT DISTINCT ON (a.id) c.id AS "caseId", a.id AS "attemptId" FROM case_file c JOIN unnest($1::uuid[]) AS a(id) ON a.id = ANY(c.attempt_ids)
       WHERE c.deleted_at IS NULL ORDER BY a.id, c.number DESC`,
      [attemptIds],
    )
  }

  /** Final cases of a person that ended in more than clearing, besides this one. */
  async earlierCount(accountId: string, besides: string): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM case_file WHERE account_id = $1 AND id <> $2 AND state = 'closed'
         AND coalesce(appeal_answer->>'decision', decision->>'decision') <> 'cleared'`,
      [accountId, besides],
    )
    return row?.count ?? 0
  }

  /** Signals that cases rest on, among these. */
  async heldSignals(signalIds: readonly string[]): Promise<string[]> {
    const rows: { signalId: string }[] = await this.dataSource.query(
      `SELECT DISTINCT e.signal_id AS "signalId" FROM case_evidence e WHERE e.signal_id = ANY($1::uuid[])`,
      [signalIds],
    )
    return rows.map(({ signalId }) => signalId)
  }

  /** Cases whose time for an appeal is over, and those that are to be deleted. @param today yyyy-mm-dd */
  async due(now: Date, today: string): Promise<{ final: string[]; deletable: string[] }> {
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
    return {
      final: ids(
        await this.dataSource.query(`SELECT id FROM case_file WHERE state = 'decided' AND appeal_until < $1`, [now]),
      ),
      deletable: ids(
        await this.dataSource.query(`SELECT id FROM case_file WHERE delete_on <= $1 AND deleted_at IS NULL`, [today]),
      ),
    }
  }

  /** CA-15: everything that was said or names somebody goes; number, round, kind of decision, ruling and the chain of acts stay. */
  async forget(manager: Transaction, file: CaseFileEntity, at: Date): Promise<void> {
    await manager.query(`DELETE FROM case_note WHERE case_id = $1`, [file.id])
    await manager.query(`DELETE FROM case_evidence WHERE case_id = $1`, [file.id])
    const bare = (decision: CaseFileEntity['decision']) => decision && { ...decision, words: '' }
    await this.save(manager, {
      ...file,
      accountId: null,
      unitId: null,
      attemptIds: [],
      companions: [],
      ageGroup: 'unknown',
      guardianName: null,
      allegation: null,
      answer: null,
      appeal: null,
      proposal: null,
      decision: bare(file.decision),
      appealAnswer: bare(file.appealAnswer),
      deletedAt: at,
    })
  }
}
