import { PIN_LENGTH } from '@thiso/contracts/vocab'

/** The digits of what was typed or pasted ("123 456", an address that ends in the code), at most as many as a PIN has. */
export function pinIn(typed: string): string {
  const pasted = /\/lop\/(\d{6})\b/.exec(typed)?.[1]
  return pasted ?? typed.replace(/\D/g, '').slice(0, PIN_LENGTH)
}

export const isPin = (typed: string): boolean => /^\d{6}$/.test(typed)
