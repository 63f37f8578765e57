import { admission } from '@thiso/api/seeding'
import { Chance } from './chance.js'
import { communeSampler } from './communes.js'
import { fullName } from './names.js'
import { personOf, sampleLogin } from './people.js'

const DAY = '2026-11-23'
const communes = ['TAMKY.ANMY', 'TAMKY.TAMPHU', 'HOIAN.CAMCHAU', 'TAYGIANG.AVUONG', 'NONGSON.QUETRUNG'].map(
  (code, index) => ({
    id: `00000000-0000-8000-8000-00000000000${index}`,
    code: `QNM.${code}`,
    name: index < 2 ? 'Phường A' : 'Xã B',
  }),
)
const sampler = communeSampler(communes)
const people = Array.from({ length: 2000 }, (_, index) => personOf(5, index, DAY, sampler))

describe('made-up people', () => {
  it('are the same for the same seed, others for another', () => {
    expect(personOf(5, 17, DAY, sampler)).toEqual(people[17])
    expect(personOf(6, 17, DAY, sampler).birthDate).not.toBe(people[17]?.birthDate)
  })

  it('have names of three to five words in NFC', () => {
    for (const { fullName: name } of people) expect(name).toMatch(/^\p{Lu}\p{L}+( \p{Lu}\p{L}+){2,3}$/u)
    for (const { fullName: name } of people) expect(name).toBe(name.normalize('NFC'))
    expect(new Set(people.map((person) => person.fullName)).size).toBeGreaterThan(1500)
  })

  it('have a log-in each, shaped like a phone number, all from one block', () => {
    const logins = Array.from({ length: 1_000_000 }, (_, index) => sampleLogin(index))
    expect(new Set(logins).size).toBe(1_000_000)
    for (const { login } of people) expect(login).toMatch(/^0900\d{6}$/)
    expect(() => sampleLogin(1_000_000)).toThrow(RangeError)
  })

  it('are mostly 15 to 30; those under 16, and only those, have a guardian', () => {
    const ages = people.map((person) => Number(DAY.slice(0, 4)) - Number(person.birthDate.slice(0, 4)))
    expect(ages.filter((age) => age >= 15 && age <= 31).length / ages.length).toBeGreaterThan(0.85)
    for (const person of people)
      expect([person.birthDate, person.guardianName !== null]).toEqual([
        person.birthDate,
        admission(person.birthDate, DAY) === 'guardian_needed',
      ])
    for (const person of people) expect(admission(person.birthDate, DAY)).not.toBe('too_young')
    expect(people.some((person) => person.guardianName !== null)).toBe(true)
  })

  it('come unevenly from the communes, and from all of them', () => {
    const counts = communes.map((commune) => people.filter((person) => person.unitId === commune.id).length)
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(Math.max(...counts)).toBeGreaterThan(4 * Math.min(...counts))
  })

  it('are never called by a word twice', () => {
    const chance = new Chance('names')
    for (let i = 0; i < 5000; i++) {
      const words = fullName(chance, 'male', 'Nguyễn').split(' ')
      expect(new Set(words).size).toBe(words.length)
    }
  })
})
