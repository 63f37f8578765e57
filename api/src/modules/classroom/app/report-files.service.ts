import { Injectable } from '@nestjs/common'
import type { Locale } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDateTime, vietnamDay } from '../../../kernel/vietnam-time.js'
import { DocumentRenderer } from '../../../platform/documents/document-renderer.js'
import type { Author } from '../../item-bank/index.js'
import { FileThreads } from '../infra/files/file-threads.js'
import { type ClassInput, classDocument } from './class-document.js'
import { classFigures } from './class-figures.js'
import { classSheets } from './class-tables.js'
import { ClassesService } from './classes.service.js'
import { LessonReports } from './lesson-reports.js'
import { reportDocument } from './report-document.js'
import { lessonSheets, type ReportInput } from './report-tables.js'

export interface MadeFile {
  /** What it is about, as people call it. */
  title: string
  day: string
  bytes: Buffer
}

/**
 * CR-70, CR-72: reports as files, for the owner. A file stays: it is made of lessons that have ended, and so has every key in it been told.
 */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly reports: LessonReports,
    private readonly classes: ClassesService,
    private readonly threads: FileThreads,
    private readonly documents: DocumentRenderer,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError LESSON.NOT_FOUND, LESSON.STILL_RUNNING */
  async sheet(actor: Author, lessonId: string, locale: Locale): Promise<MadeFile> {
    const input = await this.inputOf(actor, lessonId, locale)
    return { ...headOf(input), bytes: await this.threads.writeWorkbook(lessonSheets(input), this.now()) }
  }

  /** @throws ProblemError LESSON.NOT_FOUND, LESSON.STILL_RUNNING */
  async pdf(actor: Author, lessonId: string, locale: Locale): Promise<MadeFile> {
    const input = await this.inputOf(actor, lessonId, locale)
    return { ...headOf(input), bytes: await this.documents.renderDocument(reportDocument(input, this.now()), 'pdf') }
  }

  /** A class over the year. @throws ProblemError CLASS.NOT_FOUND */
  async classSheet(actor: Author, classId: string, locale: Locale): Promise<MadeFile> {
    const { figures, deleteOn, dayOf, name } = await this.classInput(actor, classId, locale)
    const bytes = await this.threads.writeWorkbook(classSheets(deleteOn, figures, locale, dayOf), this.now())
    return { title: name, day: vietnamDay(this.clock.now()), bytes }
  }

  /** The same with plots. @throws ProblemError CLASS.NOT_FOUND */
  async classPdf(actor: Author, classId: string, locale: Locale): Promise<MadeFile> {
    const input = await this.classInput(actor, classId, locale)
    const bytes = await this.documents.renderDocument(classDocument(input, this.now()), 'pdf')
    return { title: input.name, day: vietnamDay(this.clock.now()), bytes }
  }

  private async classInput(actor: Author, classId: string, locale: Locale): Promise<ClassInput> {
    const { name, schoolYear, deleteOn } = await this.classes.demand(actor, classId)
    const pupils = await this.classes.pupils(classId)
    return {
      figures: classFigures(pupils, await this.reports.ofClass(actor, classId, pupils)),
      name,
      schoolYear,
      deleteOn: shownDay(deleteOn),
      dayOf: (instant) => shownDay(vietnamDay(instant.getTime())),
      locale,
    }
  }

  private async inputOf(actor: Author, lessonId: string, locale: Locale): Promise<ReportInput> {
    const report = await this.reports.of(actor, lessonId)
    const { lesson } = report
    if (lesson.state.phase !== 'ended') throw new ProblemError('LESSON.STILL_RUNNING')
    const pupils = lesson.classId === null ? [] : await this.classes.pupils(lesson.classId)
    return {
      report,
      ofClass:
        lesson.classId === null ? null : { pupils, report: await this.reports.ofClass(actor, lesson.classId, pupils) },
      locale,
      playedOn: vietnamDateTime(lesson.createdAt.getTime()).slice(0, 16),
      deleteOn: shownDay(lesson.deleteOn),
    }
  }

  private now(): Date {
    return new Date(this.clock.now())
  }
}

function headOf({ report: { lesson } }: ReportInput): Pick<MadeFile, 'title' | 'day'> {
  return { title: lesson.title, day: vietnamDay(lesson.createdAt.getTime()) }
}

/** dd/mm/yyyy */
function shownDay(day: string): string {
  return day.split('-').reverse().join('/')
}
