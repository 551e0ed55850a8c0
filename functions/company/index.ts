// The company itself: its settings, its tree of units, and the beginning of both.
export { beginCompany } from './begin-company.ts'
