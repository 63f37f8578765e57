export { ClassroomModule } from './classroom.module.js'
export { LessonSetEntity, PupilEntity, SchoolClassEntity } from './infra/class.entities.js'
export {
  LessonActEntity,
  LessonAnswerEntity,
  LessonEntity,
  LessonRemoteEntity,
  LessonSeatEntity,
  SeatRequestEntity,
} from './infra/lesson.entities.js'
