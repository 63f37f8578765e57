import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { ContestsModule } from '../contests/index.js'
import { ItemBankModule } from '../item-bank/index.js'
import { Answering } from './app/answering.js'
import { AskedPlaces } from './app/asked-places.js'
import { BellFloors } from './app/bell-floors.js'
import { CarriedItems } from './app/carried-items.js'
import { ClassesService } from './app/classes.service.js'
import { ClassItems } from './app/class-items.js'
import { Doors } from './app/doors.js'
import { Expiry } from './app/expiry.js'
import { HeldPlaces } from './app/held-places.js'
import { HostsService } from './app/hosts.service.js'
import { LessonClock } from './app/lesson-clock.js'
import { LessonConductor } from './app/lesson-conductor.js'
import { LessonLive } from './app/lesson-live.js'
import { LessonOutcomes } from './app/lesson-outcomes.js'
import { LessonPlay } from './app/lesson-play.js'
import { LessonReports } from './app/lesson-reports.js'
import { LessonTally } from './app/lesson-tally.js'
import { LessonViews } from './app/lesson-views.js'
import { LessonsService } from './app/lessons.service.js'
import { OwnPace } from './app/own-pace.js'
import { Passing } from './app/passing.js'
import { Pins } from './app/pins.js'
import { Presence } from './app/presence.js'
import { Reactions } from './app/reactions.js'
import { ReportFiles } from './app/report-files.service.js'
import { ResultFiles } from './app/result-files.service.js'
import { RosterFiles } from './app/roster-files.js'
import { SeatActs } from './app/seat-acts.js'
import { SeatRequests } from './app/seat-requests.js'
import { SeatsService } from './app/seats.service.js'
import { SetFiles } from './app/set-files.service.js'
import { SetsService } from './app/sets.service.js'
import { Turnstile } from './app/turnstile.js'
import { FilesController } from './http/files.controller.js'
import { LessonsController } from './http/lessons.controller.js'
import { PreparingController } from './http/preparing.controller.js'
import { CarriedRepository } from './infra/carried.repository.js'
import { ClassRepository } from './infra/class.repository.js'
import { ExpiryRepository } from './infra/expiry.repository.js'
import { FileThreads } from './infra/files/file-threads.js'
import { LessonAnswerWriter } from './infra/lesson-answer-writer.js'
import { LessonAnswersRepository } from './infra/lesson-answers.repository.js'
import { LessonBeats } from './infra/lesson-beats.js'
import { LessonNotices } from './infra/lesson-notices.js'
import { LessonRepository } from './infra/lesson.repository.js'
import { PlayedRepository } from './infra/played.repository.js'
import { RemoteRepository } from './infra/remote.repository.js'
import { SeatRepository } from './infra/seat.repository.js'
import { SeatRequestRepository } from './infra/seat-request.repository.js'
import { SetRepository } from './infra/set.repository.js'
import { ClassGateway } from './ws/class.gateway.js'

@Module({
  imports: [AuditModule, ItemBankModule, ContestsModule],
  controllers: [FilesController, LessonsController, PreparingController],
  providers: [
    Answering,
    AskedPlaces,
    BellFloors,
    ClassGateway,
    CarriedItems,
    CarriedRepository,
    ClassesService,
    ClassItems,
    ClassRepository,
    Doors,
    Expiry,
    ExpiryRepository,
    FileThreads,
    HeldPlaces,
    HostsService,
    LessonAnswerWriter,
    LessonAnswersRepository,
    LessonBeats,
    LessonClock,
    LessonConductor,
    LessonLive,
    LessonNotices,
    LessonOutcomes,
    LessonPlay,
    LessonReports,
    LessonRepository,
    LessonsService,
    LessonTally,
    LessonViews,
    OwnPace,
    Passing,
    Pins,
    Presence,
    Reactions,
    PlayedRepository,
    RemoteRepository,
    ReportFiles,
    ResultFiles,
    RosterFiles,
    SeatActs,
    SeatRepository,
    SeatRequestRepository,
    SeatRequests,
    SeatsService,
    SetFiles,
    SetRepository,
    SetsService,
    Turnstile,
  ],
})
export class ClassroomModule {}
