import { LocaleSwitch, ThemeSwitch } from '@thiso/kit'

/** In the header where there is room, else in the account's menu. */
export function Switches() {
  return (
    <span className="ad-switches">
      <LocaleSwitch />
      <ThemeSwitch />
    </span>
  )
}
