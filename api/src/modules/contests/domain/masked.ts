/** Enough to recognise whom one knows, too little to learn who has which number. */

/** Of every word but the last the first letter only: "N. V. An". */
export function maskedName(fullName: string): string {
  const words = fullName.normalize('NFC').split(/\s+/u).filter(Boolean)
  return words.map((word, index) => (index < words.length - 1 ? `${[...word][0]}.` : word)).join(' ')
}

/** A phone number with its last three digits only; a user name as it is. */
export function maskedLogin(login: string): string {
  return /^0\d{9}$/.test(login) ? `•••••••${login.slice(-3)}` : login
}
