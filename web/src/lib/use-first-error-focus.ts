import { type RefObject, useEffect } from 'react'

/** After each refusal the focus goes to the first field that has to be mended. */
export function useFirstErrorFocus(form: RefObject<HTMLElement | null>, refusals: number) {
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusals, form])
}
