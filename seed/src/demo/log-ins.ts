import type { Role } from '@thiso/contracts/vocab'

/** Who may look around in the demo. The start screen prints them; production refuses to seed them. */
export const demoLogIns: readonly { role: Role; login: string; password: string }[] = [
  { role: 'administrator', login: 'quantri', password: 'den-long-hoi-an' },
  { role: 'organizer', login: 'bantochuc', password: 'song-thu-bon' },
  { role: 'teacher', login: 'giaovien', password: 'bien-cua-dai' },
  { role: 'contestant', login: 'thisinh', password: 'rau-tra-que' },
]
