import type { EvidencePerson } from '@thiso/api/seeding'
import type { Chance } from './chance.js'

const FAMILY = ['nguyen', 'tran', 'le', 'pham', 'hoang', 'phan', 'vu', 'dang', 'bui', 'do', 'ho', 'ngo', 'duong', 'ly']
const FAMILY_WEIGHTS = [38, 11, 9, 7, 5, 5, 4, 2, 2, 1.4, 1.3, 1.3, 1, 0.5]
const MIDDLE = [
  'thi',
  'van',
  'minh',
  'thanh',
  'ngoc',
  'duc',
  'quoc',
  'gia',
  'bao',
  'thuy',
  'hoai',
  'xuan',
  'huu',
  'kim',
]
const GIVEN = (
  'an anh bao binh chau chi cuong dat diep dung duy duong giang ha hai han hieu hoa hoang huy huyen hung huong khanh ' +
  'khoa kiet lam lan linh loan long mai manh minh my nam nga ngan ngoc nhan nhi nhung phong phuc phuong quan quang ' +
  'quynh son tam thao thang thanh thien thu thuy tien trang tri trung tu tuan tung uyen van viet vy yen'
).split(' ')

/** A person of a unit whose members are of about one age, as in a school. */
export function simulatedPerson(chance: Chance, number: number, birthYear: number): EvidencePerson {
  const name = [FAMILY[chance.weighted(FAMILY_WEIGHTS)], chance.of(MIDDLE), chance.of(GIVEN)]
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    accountId: `p${String(number).padStart(6, '0')}`,
    nameFolded: name.join(' '),
    birthDate: `${birthYear + chance.below(3)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`,
    createdAt: 0,
  }
}

/** A further account of the same person, with a slip in the name that a form lets pass. */
export function furtherAccount(chance: Chance, person: EvidencePerson, number: number): EvidencePerson {
  const words = person.nameFolded.split(' ')
  const nameFolded = chance.is(0.5) ? [words[0], words[2], words[1]].join(' ') : `${person.nameFolded}h`
  return { ...person, accountId: `p${String(number).padStart(6, '0')}`, nameFolded }
}
