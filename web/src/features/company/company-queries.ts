import type { CompanySettings, Unit } from '#shared/accounts'
import type { SaveCompany, SaveUnit } from '#shared/company'
import { unitNameOf } from '#shared/unit-path'
import { write } from '../../api.ts'

export function saveSettings(body: SaveCompany, version: number): Promise<CompanySettings> {
  return write('PUT', '/company', { body, version })
}

/** Saves a unit by its path, made from `version`, 0 when it is to be new. */
export function saveUnit(path: string, body: SaveUnit, version: number | undefined): Promise<Unit> {
  return write('PUT', addressOf(path), { body, version })
}

export function moveUnit({ path, version }: Unit, under: string): Promise<Unit> {
  return write('POST', `${addressOf(path)}/move`, { body: { under }, version })
}

export function removeUnit({ path, version }: Unit): Promise<void> {
  return write('DELETE', addressOf(path), { version })
}

function addressOf(path: string): string {
  return `/units/${unitNameOf(path)}`
}
