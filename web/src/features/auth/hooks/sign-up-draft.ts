export interface SignUpDraft {
  fullName: string
  birthDate: string
  unitId: string | null
  login: string
  password: string
  guardianName: string
  isGuardianConsentGiven: boolean
  isConsentGiven: boolean
}

/** Names of the fields as the API's problems name them. */
export type SignUpField =
  | 'fullName'
  | 'birthDate'
  | 'unitId'
  | 'login'
  | 'password'
  | 'guardian.fullName'
  | 'guardian.isConsentGiven'
  | 'isConsentGiven'

export const emptyDraft: SignUpDraft = {
  fullName: '',
  birthDate: '',
  unitId: null,
  login: '',
  password: '',
  guardianName: '',
  isGuardianConsentGiven: false,
  isConsentGiven: false,
}

let kept: SignUpDraft = emptyDraft

/** Outlives a look at another page, never a reload, and never holds the password or a consent. */
export const keptDraft = () => kept
export const keepDraft = (draft: SignUpDraft) => {
  kept = { ...draft, password: '', isConsentGiven: false, isGuardianConsentGiven: false }
}

type Fix = 'fullName' | 'birthDate' | 'unit' | 'login' | 'password' | 'guardianName' | 'guardianConsent' | 'consent'

/** What would be refused anyway, found before anything is sent. The server has the last word. */
export function missing(draft: SignUpDraft, needsGuardian: boolean): Partial<Record<SignUpField, Fix>> {
  const found: Partial<Record<SignUpField, Fix>> = {}
  if (draft.fullName.trim().length < 2) found.fullName = 'fullName'
  if (!draft.birthDate) found.birthDate = 'birthDate'
  if (!draft.unitId) found.unitId = 'unit'
  if (!isLogin(draft.login)) found.login = 'login'
  if (draft.password.length < 8) found.password = 'password'
  if (needsGuardian && draft.guardianName.trim().length < 2) found['guardian.fullName'] = 'guardianName'
  if (needsGuardian && !draft.isGuardianConsentGiven) found['guardian.isConsentGiven'] = 'guardianConsent'
  if (!draft.isConsentGiven) found.isConsentGiven = 'consent'
  return found
}

function isLogin(text: string): boolean {
  const compact = text.trim().toLowerCase()
  const digits = compact.replace(/[\s.()-]/g, '')
  return /^(\+84|84|0)\d{9}$/.test(digits) || /^[a-z][a-z0-9._-]{3,31}$/.test(compact)
}
