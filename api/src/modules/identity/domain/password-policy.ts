/**
 * ID-4: at least 8 characters, no rules of composition; refused are the passwords that everybody tries first: common ones,
 * one character or a short piece repeated, rising or falling rows of the keyboard or the digits, the own log-in or name.
 */
const COMMON = new Set(
  `12345678 123456789 1234567890 password password1 password123 passw0rd qwerty123 qwertyui qwertyuiop 1q2w3e4r 1qaz2wsx
  iloveyou matkhau1 matkhau123 matkhau12 anhyeuem yeuem123 yeuanh123 emyeuanh vietnam1 vietnam123 quangnam danang123
  quangnam1 quangnam123 doanthanhnien tinhdoan abc12345 abcd1234 a1234567 a12345678 aa123456 admin123 administrator
  11111111 00000000 88888888 12341234 11223344 12344321 87654321 987654321 0987654321 0123456789 01234567 asdfghjkl
  asdf1234 zxcvbnm1 zaq12wsx letmein1 welcome1 football monkey123 dragon123 sunshine princess1 123123123 111222333
  147258369 159753456 123456aa 123456abc 123qwe123 qazwsxedc chuyendoiso chuyendoiso1 thiso123 thanhnien thanhnien1`.split(
    /\s+/,
  ),
)
const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/**
 * @param fold makes a text comparable (lower case, no diacritics)
 */
export function isWeakPassword(
  password: string,
  login: string,
  fullName: string,
  fold: (text: string) => string,
): boolean {
  const folded = fold(password).replace(/\s/g, '')
  if (password.length < 8 || folded.length < 6) return true
  if (COMMON.has(folded)) return true
  if (/^(.{1,3})\1+.?.?$/.test(folded)) return true
  const reversed = [...folded].reverse().join('')
  if (ROWS.some((row) => row.includes(folded) || row.includes(reversed))) return true
  const name = fold(fullName).replace(/\s/g, '')
  const loginName = fold(login)
  return [loginName, name].some((own) => own.length >= 4 && (folded === own || strip(folded) === own))
}

/** Without digits and signs at either end: "nguyenvanan2008" is still the name. */
function strip(text: string): string {
  return text.replace(/^[\d\W_]+|[\d\W_]+$/g, '')
}
