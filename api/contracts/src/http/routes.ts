import type { Route } from './route.js'
import { analysisRoutes } from './routes-analysis.js'
import { resultsRoutes } from './routes-results.js'
import { casesRoutes } from './routes-cases.js'
import { boardRoutes } from './routes-board.js'
import { bundleRoutes } from './routes-bundles.js'
import { classroomRoutes } from './routes-classroom.js'
import { detectionRoutes } from './routes-detection.js'
import { admissionRoutes } from './routes-admission.js'
import { noticeRoutes } from './routes-notices.js'
import { proofRoutes } from './routes-proof.js'
import { processRoutes } from './routes-process.js'
import { safeBrowserRoutes } from './routes-safe-browser.js'
import { rulebookRoutes } from './routes-rulebook.js'
import { winnersRoutes } from './routes-winners.js'

/**
 * Every endpoint of the API, once: method, path (under `/api`) and who may call it.
 * Free of zod so that the UIs can import it as a value; the shapes stand in `schemas.ts` under the same names.
 */

const STAFF = ['organizer', 'administrator'] as const
const ADMINISTRATOR = ['administrator'] as const
/** Who writes items: teachers in banks of their own, organizers in all. */
const AUTHORS = ['teacher', 'organizer', 'administrator'] as const
/** Who may take part: organizers and administrators are barred from the contests that they run. */
const PARTICIPANTS = ['contestant', 'teacher'] as const

export const routes = {
  // --- anyone
  serverTime: { method: 'GET', path: '/time', access: 'public' },
  home: { method: 'GET', path: '/home', access: 'public' },
  round: { method: 'GET', path: '/rounds/:roundId', access: 'public' },
  units: { method: 'GET', path: '/units', access: 'public' },
  consent: { method: 'GET', path: '/consent', access: 'public' },
  board: { method: 'GET', path: '/rounds/:roundId/board', access: 'public' },
  boardByUnit: { method: 'GET', path: '/rounds/:roundId/board/units', access: 'public' },

  // --- account
  me: { method: 'GET', path: '/auth/me', access: 'public' },
  /** Work for the device, where more comes from a network than is usual (EX-5). */
  proofChallenge: { method: 'POST', path: '/auth/proof-challenges', access: 'public' },
  signUp: { method: 'POST', path: '/auth/sign-up', access: 'public' },
  signIn: { method: 'POST', path: '/auth/sign-in', access: 'public' },
  signOut: { method: 'POST', path: '/auth/sign-out', access: 'signed-in' },
  changePassword: { method: 'POST', path: '/auth/password', access: 'signed-in' },
  devices: { method: 'GET', path: '/auth/devices', access: 'signed-in' },
  endDevice: { method: 'DELETE', path: '/auth/devices/:deviceId', access: 'signed-in' },
  endOtherDevices: { method: 'POST', path: '/auth/devices/end-others', access: 'signed-in' },
  updateProfile: { method: 'PATCH', path: '/me/profile', access: 'signed-in' },
  myAttempts: { method: 'GET', path: '/me/attempts', access: 'signed-in' },
  myData: { method: 'GET', path: '/me/data', access: 'signed-in' },

  ...noticeRoutes,
  ...processRoutes,
  ...safeBrowserRoutes,

  // --- taking part
  startAttempt: { method: 'POST', path: '/rounds/:roundId/attempts', access: PARTICIPANTS },
  paper: { method: 'GET', path: '/attempts/:attemptId/paper', access: PARTICIPANTS },
  takeOverAttempt: { method: 'POST', path: '/attempts/:attemptId/take-over', access: PARTICIPANTS },
  attemptStatus: { method: 'GET', path: '/attempts/:attemptId/status', access: PARTICIPANTS },
  saveResponses: { method: 'PUT', path: '/attempts/:attemptId/responses', access: PARTICIPANTS },
  openPlace: { method: 'POST', path: '/attempts/:attemptId/places/:position/open', access: PARTICIPANTS },
  submitAttempt: { method: 'POST', path: '/attempts/:attemptId/submit', access: PARTICIPANTS },
  attemptResult: { method: 'GET', path: '/attempts/:attemptId/result', access: PARTICIPANTS },
  myStanding: { method: 'GET', path: '/rounds/:roundId/board/mine', access: PARTICIPANTS },

  // --- organizers: contests and rounds
  contests: { method: 'GET', path: '/admin/contests', access: STAFF },
  createContest: { method: 'POST', path: '/admin/contests', access: STAFF },
  contest: { method: 'GET', path: '/admin/contests/:contestId', access: STAFF },
  updateContest: { method: 'PUT', path: '/admin/contests/:contestId', access: STAFF },
  publishContest: { method: 'POST', path: '/admin/contests/:contestId/publish', access: STAFF },
  createRound: { method: 'POST', path: '/admin/contests/:contestId/rounds', access: STAFF },
  adminRound: { method: 'GET', path: '/admin/rounds/:roundId', access: STAFF },
  updateRound: { method: 'PUT', path: '/admin/rounds/:roundId', access: STAFF },
  deleteRound: { method: 'DELETE', path: '/admin/rounds/:roundId', access: STAFF },
  checkBlueprint: { method: 'POST', path: '/admin/blueprints/check', access: STAFF },
  publishRound: { method: 'POST', path: '/admin/rounds/:roundId/publish', access: STAFF },
  openRound: { method: 'POST', path: '/admin/rounds/:roundId/open', access: STAFF },
  closeRound: { method: 'POST', path: '/admin/rounds/:roundId/close', access: STAFF },
  ...admissionRoutes,
  ...boardRoutes,
  monitor: { method: 'GET', path: '/admin/rounds/:roundId/monitor', access: STAFF },
  ...analysisRoutes,
  ...resultsRoutes,
  ...casesRoutes,
  ...winnersRoutes,
  ...rulebookRoutes,
  ...detectionRoutes,
  ...proofRoutes,
  ...bundleRoutes,

  // --- organizers: people and units
  people: { method: 'GET', path: '/admin/people', access: STAFF },
  person: { method: 'GET', path: '/admin/people/:accountId', access: STAFF },
  createStaff: { method: 'POST', path: '/admin/people', access: ADMINISTRATOR },
  setRole: { method: 'POST', path: '/admin/people/:accountId/role', access: ADMINISTRATOR },
  resetPassword: { method: 'POST', path: '/admin/people/:accountId/reset-password', access: ADMINISTRATOR },
  adminUnits: { method: 'GET', path: '/admin/units', access: STAFF },
  importUnits: { method: 'POST', path: '/admin/units/import', access: STAFF },
  unitTemplate: { method: 'GET', path: '/admin/units/template.xlsx', access: STAFF, file: true },

  // --- the item bank
  banks: { method: 'GET', path: '/admin/banks', access: AUTHORS },
  createBank: { method: 'POST', path: '/admin/banks', access: AUTHORS },
  updateBank: { method: 'PATCH', path: '/admin/banks/:bankId', access: AUTHORS },
  bankMatrix: { method: 'GET', path: '/admin/bank-matrix', access: AUTHORS },
  bankReport: { method: 'GET', path: '/admin/banks/:bankId/report', access: AUTHORS },
  items: { method: 'GET', path: '/admin/items', access: AUTHORS },
  createItem: { method: 'POST', path: '/admin/items', access: AUTHORS },
  checkItem: { method: 'POST', path: '/admin/items/check', access: AUTHORS },
  item: { method: 'GET', path: '/admin/items/:itemId', access: AUTHORS },
  updateItem: { method: 'PUT', path: '/admin/items/:itemId', access: AUTHORS },
  actOnItem: { method: 'POST', path: '/admin/items/:itemId/acts', access: AUTHORS },
  commentItem: { method: 'POST', path: '/admin/items/:itemId/comments', access: AUTHORS },
  itemVersions: { method: 'GET', path: '/admin/items/:itemId/versions', access: AUTHORS },
  itemTrace: { method: 'GET', path: '/admin/items/:itemId/trace', access: AUTHORS },
  confirmCitation: { method: 'POST', path: '/admin/items/:itemId/citations/confirm', access: AUTHORS },
  bulkEditItems: { method: 'POST', path: '/admin/bulk-edits', access: AUTHORS },
  bulkEdits: { method: 'GET', path: '/admin/bulk-edits', access: AUTHORS },
  undoBulkEdit: { method: 'POST', path: '/admin/bulk-edits/:editId/undo', access: AUTHORS },
  itemViews: { method: 'GET', path: '/admin/item-views', access: AUTHORS },
  saveItemView: { method: 'POST', path: '/admin/item-views', access: AUTHORS },
  deleteItemView: { method: 'DELETE', path: '/admin/item-views/:viewId', access: AUTHORS },
  subtopics: { method: 'GET', path: '/admin/subtopics', access: AUTHORS },
  createSubtopic: { method: 'POST', path: '/admin/subtopics', access: STAFF },
  updateSubtopic: { method: 'PATCH', path: '/admin/subtopics/:subtopicId', access: STAFF },
  deleteSubtopic: { method: 'DELETE', path: '/admin/subtopics/:subtopicId', access: STAFF },
  documents: { method: 'GET', path: '/admin/documents', access: AUTHORS },
  createDocument: { method: 'POST', path: '/admin/documents', access: STAFF },
  document: { method: 'GET', path: '/admin/documents/:documentId', access: AUTHORS },
  updateDocument: { method: 'PUT', path: '/admin/documents/:documentId', access: STAFF },

  // --- items in and out of files
  uploadMedia: { method: 'POST', path: '/admin/media', access: AUTHORS },
  media: { method: 'GET', path: '/media/:mediaId', access: 'public', file: true },
  uploadImport: { method: 'POST', path: '/admin/imports', access: AUTHORS },
  imports: { method: 'GET', path: '/admin/imports', access: AUTHORS },
  importTemplate: { method: 'GET', path: '/admin/imports/template.xlsx', access: AUTHORS, file: true },
  import: { method: 'GET', path: '/admin/imports/:batchId', access: AUTHORS },
  importRows: { method: 'GET', path: '/admin/imports/:batchId/rows', access: AUTHORS },
  correctImportRow: { method: 'PUT', path: '/admin/imports/:batchId/rows/:ordinal', access: AUTHORS },
  chooseImportRows: { method: 'POST', path: '/admin/imports/:batchId/choose', access: AUTHORS },
  runImport: { method: 'POST', path: '/admin/imports/:batchId/run', access: AUTHORS },
  undoImport: { method: 'POST', path: '/admin/imports/:batchId/undo', access: AUTHORS },
  deleteImport: { method: 'DELETE', path: '/admin/imports/:batchId', access: AUTHORS },
  importFaults: { method: 'GET', path: '/admin/imports/:batchId/faults.csv', access: AUTHORS, file: true },
  checkExport: { method: 'GET', path: '/admin/exports/check', access: AUTHORS },
  exportItems: { method: 'GET', path: '/admin/exports/items', access: AUTHORS, file: true },

  // --- papers on paper
  printedPapers: { method: 'GET', path: '/admin/printed-papers', access: AUTHORS },
  createPrintedPaper: { method: 'POST', path: '/admin/printed-papers', access: AUTHORS },
  printedPaper: { method: 'GET', path: '/admin/printed-papers/:paperId', access: AUTHORS },
  printedPaperFile: {
    method: 'GET',
    path: '/admin/printed-papers/:paperId/files/:fileName',
    access: AUTHORS,
    file: true,
  },

  // --- practising
  practice: { method: 'GET', path: '/practice', access: 'signed-in' },
  nextPracticeItem: { method: 'POST', path: '/practice/next', access: 'signed-in' },
  answerPractice: { method: 'POST', path: '/practice/answers', access: 'signed-in' },

  auditEntries: { method: 'GET', path: '/admin/audit', access: STAFF },
  auditFile: { method: 'GET', path: '/admin/audit.:format', access: ADMINISTRATOR, file: true },
  checkAudit: { method: 'GET', path: '/admin/audit/check', access: ADMINISTRATOR },

  ...classroomRoutes,
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes

/** `/api` + the path with its `:params` filled in (each encoded) and the query appended; undefined values are left out. */
export function urlOf(
  name: RouteName,
  params: Record<string, string> = {},
  query: Record<string, string | number | boolean | undefined> = {},
): string {
  const path = routes[name].path.replace(/:([A-Za-z]+)/g, (_, key: string) => {
    const value = params[key]
    if (value === undefined) throw new Error(`route ${name} needs the parameter ${key}`)
    return encodeURIComponent(value)
  })
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&')
  return `/api${path}${search ? `?${search}` : ''}`
}
