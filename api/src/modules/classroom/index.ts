export { ClassroomModule } from './classroom.module.js'
export { CarriedItemEntity, CarriedLessonEntity } from './infra/carried.entities.js'
export { LessonSetEntity, PupilEntity, SchoolClassEntity } from './infra/class.entities.js'
export {
  LessonActEntity,
  LessonAnswerEntity,
  LessonEntity,
  LessonRemoteEntity,
  LessonSeatEntity,
  SeatRequestEntity,
} from './infra/lesson.entities.js'
