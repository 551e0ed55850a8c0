// Invents people whose phone numbers and mail addresses reach nobody.
import type { MemberRole, Name, SeedMember } from './demonstration-company.ts'
import { personInEnglish } from './english-names.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const FIRST = [...'秀建志文玉国春海晓明永金丽红桂家小德光美云俊淑世庆立雪思子佳']
const SECOND = [...'英华芳强平军兰梅伟林辉燕涛勇霞娟杰云超龙芬琴东宁鑫生荣凤阳']

export type InventedPeople = {
  person: () => { name: Name; phone: string }
  member: (role: MemberRole, mailDomain: string, hasMail: boolean) => SeedMember
}

/** People with names of their own and phone numbers of a range that nobody is given (1990000xxxx). */
export function inventedPeople(seed: number): InventedPeople {
  const random = seededRandom(seed, 'people')
  let given = 0
  function person(): { name: Name; phone: string } {
    given += 1
    return { name: personName(random), phone: `1990000${String(given).padStart(4, '0')}` }
  }
  function member(role: MemberRole, mailDomain: string, hasMail: boolean): SeedMember {
    const { name, phone } = person()
    if (!hasMail) return { name, phone, role }
    return { name, phone, mail: mailOf(name, phone, mailDomain), role }
  }
  return { person, member }
}

/** `chen.xiuying.0183@shops.example`: the domain can never be anyone's (RFC 2606). */
export function mailOf(name: Name, phone: string, domain: string): string {
  return `${name.en.toLowerCase().replaceAll("'", '').replaceAll(' ', '.')}.${phone.slice(-4)}@${domain}`
}

function personName(random: SeededRandom): Name {
  const surname = random.pick(SURNAMES)
  const given = random.pick(FIRST) + (random.chance(0.85) ? random.pick(SECOND) : '')
  return { zh: surname + given, en: personInEnglish(surname, given) }
}
