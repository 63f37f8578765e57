import { fold } from '@thiso/contracts/vocab'

const MOST = 60

/**
 * CR-74: the name of a file in both forms that a browser is sent: plain letters, digits and dashes for old ones, and as its title is
 * written for the others. Neither can leave the folder, hide its ending or break a header.
 * @param parts of the name, what it is first: "ket qua", the title of the lesson, the day
 * @param extension without the dot
 */
export function fileName(parts: readonly string[], extension: string): { ascii: string; full: string } {
  const plain = parts
    .map((part) =>
      fold(part)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 2 * MOST)
    .replace(/-+$/, '')
  const full = parts
    .map((part) => [...visible(part)].slice(0, MOST).join('').trim())
    .filter((part) => part !== '')
    .join(' - ')
  return { ascii: `${plain || 'thi-so'}.${extension}`, full: `${full || 'thi-so'}.${extension}` }
}

/** What may stand in the name of a file on every system; dots at the ends would hide it or its ending. */
function visible(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
}
