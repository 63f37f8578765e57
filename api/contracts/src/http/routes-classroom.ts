const AUTHORS = ['teacher', 'organizer', 'administrator'] as const

/** Live quizzes in class: class lists, sets, lessons, seats. A host sees only own classes, sets and lessons. */
export const classroomRoutes = {
  schoolClasses: { method: 'GET', path: '/classroom/classes', access: AUTHORS },
  createSchoolClass: { method: 'POST', path: '/classroom/classes', access: AUTHORS },
  schoolClass: { method: 'GET', path: '/classroom/classes/:classId', access: AUTHORS },
  updateSchoolClass: { method: 'PUT', path: '/classroom/classes/:classId', access: AUTHORS },
  deleteSchoolClass: { method: 'DELETE', path: '/classroom/classes/:classId', access: AUTHORS },
  readRoster: { method: 'POST', path: '/classroom/rosters/read', access: AUTHORS },
  /** The same from a sheet: an .xlsx or .csv file as the one file of a form. */
  readRosterSheet: { method: 'POST', path: '/classroom/rosters/sheet', access: AUTHORS },
  setPupils: { method: 'PUT', path: '/classroom/classes/:classId/pupils', access: AUTHORS },
  schoolClassSheet: { method: 'GET', path: '/classroom/classes/:classId/results.xlsx', access: AUTHORS, file: true },
  schoolClassPdf: { method: 'GET', path: '/classroom/classes/:classId/results.pdf', access: AUTHORS, file: true },

  lessonSets: { method: 'GET', path: '/classroom/sets', access: AUTHORS },
  lessonSet: { method: 'GET', path: '/classroom/sets/:setId', access: AUTHORS },
  createLessonSet: { method: 'POST', path: '/classroom/sets', access: AUTHORS },
  updateLessonSet: { method: 'PUT', path: '/classroom/sets/:setId', access: AUTHORS },
  deleteLessonSet: { method: 'DELETE', path: '/classroom/sets/:setId', access: AUTHORS },
  classItems: { method: 'GET', path: '/classroom/items', access: AUTHORS },
  suggestPlaces: { method: 'POST', path: '/classroom/sets/suggest', access: AUTHORS },
  lessonSetFile: { method: 'GET', path: '/classroom/sets/:setId/file', access: AUTHORS, file: true },
  /** The file of a set as the one file of a form. */
  importLessonSet: { method: 'POST', path: '/classroom/sets/files', access: AUTHORS },

  lessons: { method: 'GET', path: '/classroom/lessons', access: AUTHORS },
  createLesson: { method: 'POST', path: '/classroom/lessons', access: AUTHORS },
  lesson: { method: 'GET', path: '/classroom/lessons/:lessonId', access: AUTHORS },
  /** By the host, signed in or with the key of a remote. */
  actOnLesson: { method: 'POST', path: '/classroom/lessons/:lessonId/acts', access: 'public' },
  actOnSeats: { method: 'POST', path: '/classroom/lessons/:lessonId/seats/acts', access: 'public' },
  deleteLesson: { method: 'DELETE', path: '/classroom/lessons/:lessonId', access: AUTHORS },
  lessonReport: { method: 'GET', path: '/classroom/lessons/:lessonId/report', access: AUTHORS },
  lessonReportSheet: { method: 'GET', path: '/classroom/lessons/:lessonId/report.xlsx', access: AUTHORS, file: true },
  lessonReportPdf: { method: 'GET', path: '/classroom/lessons/:lessonId/report.pdf', access: AUTHORS, file: true },
  lessonResultsFile: { method: 'GET', path: '/classroom/lessons/:lessonId/file', access: AUTHORS, file: true },
  /** The file of a lesson as the one file of a form; the field `classId` puts it to a class of the importing teacher. */
  importLessonResults: { method: 'POST', path: '/classroom/lessons/files', access: AUTHORS },

  /** A second device of the host: a code that the first one shows for a minute, and its exchange for a key that steers one lesson. */
  offerRemote: { method: 'POST', path: '/classroom/lessons/:lessonId/remote', access: AUTHORS },
  takeRemote: { method: 'POST', path: '/classroom/remotes', access: 'public' },

  findLesson: { method: 'POST', path: '/classroom/find', access: 'public' },
  takeSeat: { method: 'POST', path: '/classroom/seats', access: 'public' },
  /** “That is not me”: frees the seat without keeping anybody out; in the lobby, and at an own pace before the first page. */
  leaveSeat: { method: 'POST', path: '/classroom/seats/leave', access: 'public' },
  mySeatReport: { method: 'POST', path: '/classroom/seats/report', access: 'public' },
} as const
