/** What the API takes at most; base64 makes four characters of three bytes. */
export const MAX_BYTES = 3_000_000

export type FileProblem = 'tooLarge' | 'wrongType' | 'empty' | 'unreadable'

/** Why a file need not be sent at all. */
export function problemOf(file: File): FileProblem | null {
  if (!/\.xlsx$/i.test(file.name)) return 'wrongType'
  if (file.size === 0) return 'empty'
  if (file.size > MAX_BYTES) return 'tooLarge'
  return null
}

export function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
