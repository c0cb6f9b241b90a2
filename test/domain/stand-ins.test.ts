// Who stands in where the one whom a complaint is about would have been on duty or told: the one above him first.
import { factsFor, inRole } from '../../miniprogram/domain/ticket/stand-ins'
import type { Role } from '../../miniprogram/domain/ticket/people'
import { facts } from './world'

const one = (name: string, ...roles: Role[]) => ({ name, roles })
const maker = [
  one('沈晓雯', 'coordinator'),
  one('方立新', 'manager'),
  one('郑国栋', 'generalManager'),
  one('秦岚', 'quality'),
  one('杜明远', 'technical'),
  one('韩冬', 'workshop'),
  one('周海', 'engineer'),
]
const told = (people: typeof maker, role: Role, ...hidden: string[]) =>
  inRole(people, role, ({ name }) => hidden.includes(name)).map(({ name }) => name)

describe('who stands in for the one whom a complaint is about', () => {
  it.each<[Role, string, string]>([
    ['coordinator', '沈晓雯', '方立新'],
    ['manager', '方立新', '郑国栋'],
    ['generalManager', '郑国栋', '方立新'],
    ['quality', '秦岚', '方立新'],
    ['technical', '杜明远', '方立新'],
    ['workshop', '韩冬', '方立新'],
  ])('given the only %s, %s, then what his role is told goes to %s', (role, whom, instead) => {
    expect(told(maker, role)).toEqual([whom])
    expect(told(maker, role, whom)).toEqual([instead])
  })

  it.each<[Role, string, string]>([
    ['coordinator', '方立新', '郑国栋'],
    ['manager', '郑国栋', '沈晓雯'],
    ['quality', '方立新', '郑国栋'],
  ])('given the only %s and nobody is %s, then it goes one further, to %s', (role, nobody, instead) => {
    const people = maker.filter(({ name }) => name !== nobody)
    const [whom] = told(people, role)
    expect(told(people, role, whom!)).toEqual([instead])
  })

  it('given a second one of the role, then he is told and nobody above', () => {
    const two = [...maker, one('高远', 'manager')]
    expect(told(two, 'manager', '方立新')).toEqual(['高远'])
  })

  it('given an engineer, or a role that nobody has, then nobody stands in', () => {
    expect(told(maker, 'engineer', '周海')).toEqual([])
    expect(told(maker, 'marketing', '方立新')).toEqual([])
  })

  it('given the manager, then the general manager is on duty in his place, and the manager is nobody’s colleague there', () => {
    const { duty, staff } = factsFor('fang', facts)
    expect(duty).toMatchObject({
      manager: { name: '郑国栋' },
      generalManager: { name: '郑国栋' },
      coordinator: { name: '沈晓雯' },
    })
    expect(staff.map(({ pid }) => pid)).not.toContain('fang')
    expect(factsFor(null, facts)).toBe(facts)
  })
})
