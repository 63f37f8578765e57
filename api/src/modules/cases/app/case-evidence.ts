import { Injectable } from '@nestjs/common'
import { plainText } from '@thiso/contracts/vocab'
import { gradeResponse, ItemsService } from '../../item-bank/index.js'
import { chancesOfRight, comparePair, itemModels, ProcessLog } from '../../detection/index.js'
import { type Circumstances, type Favour, inFavour } from '../domain/in-favour.js'
import {
  type AnswerCounts,
  type Chance,
  chanceOf,
  type SidePlace,
  sideBySide,
  type TakenPaper,
} from '../domain/side-by-side.js'
import { type CaseAttempt, CasePapersRepository } from '../infra/case-papers.repository.js'
import { answerText } from './answer-text.js'

const MODEL = { itemModels, chancesOfRight, comparePair }

export interface Moment {
  at: Date
  kind: string
  position: number | null
  durationMs: number | null
}

export interface ShownPlace extends Omit<SidePlace, 'own' | 'other'> {
  stem: { vi: string; en: string }
  own: string | null
  other: string | null
}

export interface Comparison {
  places: ShownPlace[]
  chance: (Chance & { papers: number }) | null
  inFavour: Favour[]
}

/** CA-10, CA-11: what is recorded of attempts, worked out for people to read. */
@Injectable()
export class CaseEvidence {
  constructor(
    private readonly papers: CasePapersRepository,
    private readonly items: ItemsService,
    private readonly process: ProcessLog,
  ) {}

  /** The attempt on the server's clock. Of answers only that there was one, never which: that stands in the comparison. */
  async timeline(attempt: CaseAttempt): Promise<Moment[]> {
    const [events, openings, noted] = await Promise.all([
      this.papers.events(attempt.attemptId),
      this.papers.openings(attempt.attemptId),
      this.process.of([attempt.attemptId]),
    ])
    const met = new Set<number>()
    const plain = (at: Date, kind: string, position: number | null = null, durationMs: number | null = null) => ({
      at,
      kind,
      position,
      durationMs,
    })
    const moments: Moment[] = [
      plain(attempt.startedAt, 'started'),
      ...openings.map(({ position, openedAt }) => plain(openedAt, 'opened', position)),
      ...events.map(({ position, response, receivedAt }) => {
        const kind = response === null || response.length === 0 ? 'cleared' : met.has(position) ? 'changed' : 'answered'
        met.add(position)
        return plain(receivedAt, kind, position)
      }),
      ...noted.map(({ at, kind, durationMs, detail }) => plain(at, kind, detail.position ?? null, durationMs)),
      ...(attempt.submittedAt ? [plain(attempt.submittedAt, 'submitted')] : []),
    ]
    return moments.sort((a, b) => a.at.getTime() - b.at.getTime())
  }

  /**
   * One attempt beside another, or alone.
   * @param earlierCases of the person whose case it is
   */
  async compare(own: CaseAttempt, other: CaseAttempt | null, earlierCases: number): Promise<Comparison> {
    const [mine, theirs] = [await this.taken(own), other && (await this.taken(other))]
    const ids = [...new Set([...mine.items, ...(theirs?.items ?? [])])]
    const [keyRows, texts, counted, circumstances, otherCircumstances] = await Promise.all([
      this.items.keys(ids),
      this.items.deliver(ids),
      this.papers.counts(own.roundId, ids),
      this.circumstances(own),
      other && this.circumstances(other),
    ])
    const keys = new Map(keyRows.map(({ itemVersionId, key }) => [itemVersionId, key]))
    const questionOf = new Map(texts.map(({ itemVersionId, question }) => [itemVersionId, question]))
    const counts: ReadonlyMap<string, AnswerCounts> = counted.of
    const places = sideBySide(mine, theirs, keys, counts, gradeResponse)
    const chance = theirs && chanceOf(mine, theirs, keys, counts, gradeResponse, MODEL)
    return {
      places: places.map(({ own: answer, other: otherAnswer, ...place }) => {
        const question = questionOf.get(place.itemVersionId)
        return {
          ...place,
          stem: {
            vi: plainText(question?.stem ?? ''),
            en: plainText(question?.translations.en?.stem ?? ''),
          },
          own: question ? answerText(question, answer) : null,
          other: question ? answerText(question, otherAnswer) : null,
        }
      }),
      chance: chance && { ...chance, papers: counted.papers },
      inFavour: inFavour(
        circumstances,
        otherCircumstances ? { other: otherCircumstances, places, chance } : null,
        earlierCases,
      ),
    }
  }

  private async taken({ attemptId, form }: CaseAttempt): Promise<TakenPaper> {
    const last = new Map((await this.papers.events(attemptId)).map(({ position, response }) => [position, response]))
    return {
      items: form.map(({ itemVersionId }) => itemVersionId),
      answers: form.map((_, index) => last.get(index + 1) ?? null),
    }
  }

  private async circumstances(attempt: CaseAttempt): Promise<Circumstances> {
    const noted = attempt.isLogged ? await this.process.of([attempt.attemptId]) : null
    return {
      startedAt: attempt.startedAt.getTime(),
      submittedAt: (attempt.submittedAt ?? attempt.startedAt).getTime(),
      unitId: attempt.unitId,
      network: attempt.network,
      networkPeople: attempt.networkPeople,
      departures: noted?.filter(({ kind }) => kind === 'left').length ?? null,
      extraPercent: attempt.extraPercent,
    }
  }
}
