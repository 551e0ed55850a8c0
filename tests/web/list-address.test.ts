import { afterEach, beforeEach, expect, it } from 'vitest'
import { addressOfList, rememberList } from '../../web/src/components/list-address.ts'

const kept = new Map<string, string>()
const named = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage')

beforeEach(() => {
  kept.clear()
  standFor({
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  })
})
afterEach(() => {
  if (named) Object.defineProperty(globalThis, 'sessionStorage', named)
  else Reflect.deleteProperty(globalThis, 'sessionStorage')
})

function standFor(value: unknown): void {
  Object.defineProperty(globalThis, 'sessionStorage', { value, configurable: true })
}

it('the way back leads to the narrowed list', () => {
  rememberList({ pathname: '/zh/staff/customers/', search: '?text=xwb' })
  expect(addressOfList('/zh/staff/customers/')).toBe('/zh/staff/customers/?text=xwb')
  expect(addressOfList('/en/staff/customers/')).toBe('/en/staff/customers/?text=xwb')
  expect(addressOfList('/zh/staff/products/')).toBe('/zh/staff/products/')
})

it('a list whose filters were cleared is whole again', () => {
  rememberList({ pathname: '/zh/staff/products/', search: '?state=active' })
  rememberList({ pathname: '/zh/staff/products/', search: '' })
  expect(addressOfList('/zh/staff/products/')).toBe('/zh/staff/products/')
})

it('a browser that keeps nothing leads to the whole list', () => {
  standFor({
    getItem: () => {
      throw new Error('denied')
    },
    setItem: () => {
      throw new Error('denied')
    },
  })
  rememberList({ pathname: '/zh/staff/customers/', search: '?text=xwb' })
  expect(addressOfList('/zh/staff/customers/')).toBe('/zh/staff/customers/')
})
