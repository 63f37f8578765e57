import { admission } from '@thiso/api/seeding'
import { Chance } from './chance.js'
import { type CommuneSampler, isHighland } from './communes.js'
import { familyName, fullName, type Sex } from './names.js'
import { stableId } from './stable-id.js'

export interface Person {
  accountId: string
  login: string
  fullName: string
  sex: Sex
  birthDate: string
  unitId: string
  guardianName: string | null
  /** How well the person knows the matter: mean 0.25, deviation 0.85, on the scale of item difficulty. */
  ability: number
  /** How long the person thinks, against the median person. */
  pace: number
}

const LOGIN_COUNT = 1_000_000

/**
 * The log-in of the n-th made-up person: shaped like a mobile number, all from one block (0900) that is easy to tell from
 * what real people type. Neighbours do not look like neighbours, and none comes twice.
 */
export function sampleLogin(index: number): string {
  if (index < 0 || index >= LOGIN_COUNT) throw new RangeError('there are log-ins for a million made-up people')
  return `0900${String((index * 618_033 + 271_828) % LOGIN_COUNT).padStart(6, '0')}`
}

/**
 * The n-th made-up contestant.
 * @param day the day on which ages are counted
 */
export function personOf(seed: number, index: number, day: string, communes: CommuneSampler): Person {
  const chance = new Chance(`${seed}/person/${index}`)
  const commune = communes.draw(chance)
  const sex = chance.isTrue(0.56) ? 'female' : 'male'
  const family = familyName(chance, isHighland(commune))
  const birthDate = birthDateOf(chance, day)
  const login = sampleLogin(index)
  return {
    accountId: stableId('account', login),
    login,
    fullName: fullName(chance, sex, family),
    sex,
    birthDate,
    unitId: commune.id,
    guardianName: admission(birthDate, day) === 'guardian_needed' ? guardianName(chance, family) : null,
    ability: 0.25 + 0.85 * chance.normal(),
    // A few leave the phone lying about while the clock runs.
    pace: chance.logNormal(1, 0.3) * (chance.isTrue(0.05) ? 2.6 : 1),
  }
}

/** Mostly 15 to 30, most of them at school or just after; some younger, a few older. */
function birthDateOf(chance: Chance, day: string): string {
  const group = chance.next()
  const years =
    group < 0.07
      ? chance.whole(13, 14)
      : group < 0.5
        ? chance.whole(15, 18)
        : group < 0.96
          ? chance.whole(19, 30)
          : chance.whole(31, 35)
  const born = new Date(`${day}T00:00:00Z`)
  born.setUTCFullYear(born.getUTCFullYear() - years)
  born.setUTCDate(born.getUTCDate() - chance.whole(0, 364))
  return born.toISOString().slice(0, 10)
}

/** A father has the child's family name, a mother her own. */
function guardianName(chance: Chance, family: string): string {
  return chance.isTrue(0.5) ? fullName(chance, 'male', family) : fullName(chance, 'female', familyName(chance))
}
