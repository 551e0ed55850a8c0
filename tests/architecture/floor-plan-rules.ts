// Turns the floor plan into dependency-cruiser rules.
import type { IRegularForbiddenRuleType } from 'dependency-cruiser'
import { packages, rooms, type Zone, type ZoneName, zones } from '../../floor-plan.ts'

const roomNames = Object.keys(rooms)
const anyRoom = `(?:${roomNames.join('|')})`
/** The same, remembered, so that what is entered can be held to the same room. */
const anyRoomNoted = `(${roomNames.join('|')})`
const ourFolders = ['^(?:functions|shared|web|infra)/']

/** All rules of the house; a dependency that breaks one is named with it. */
export function floorPlanRules(): IRegularForbiddenRuleType[] {
  return [
    ...allZones().flatMap(([name, zone]) => zoneRules(name, zone)),
    ...Object.entries(rooms).map(([room, doors]) => doorRule(room, doors)),
    ...Object.entries(packages).map(([name, { names, knownTo }]) => packageRule(name, names, knownTo)),
    rule('nobody imports tests', { path: ourFolders }, { path: '^tests/' }),
    rule('only tests read the floor plan', { path: ourFolders }, { path: '^floor-plan\\.ts$' }),
    rule('every import leads somewhere', { path: ourFolders }, { couldNotResolve: true, path: '^[.#]' }),
    rule(
      'no development package runs in the cloud',
      { path: '^(?:functions|shared)/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    ),
    rule('no cycles', { path: ourFolders }, { circular: true }),
  ]
}

/** The zone a file lies in. */
export function zoneOf(path: string): ZoneName | undefined {
  return allZones().find(([name]) => new RegExp(patternOf(name, anyRoom)).test(path))?.[0]
}

/** The zones of the plan, in its order. */
export function allZones(): Array<[ZoneName, Zone]> {
  // Object.entries widens its keys to string; these are the keys of `zones`.
  return Object.entries(zones) as Array<[ZoneName, Zone]>
}

function zoneRules(name: ZoneName, zone: Zone): IRegularForbiddenRuleType[] {
  const from = { path: patternOf(name, anyRoomNoted) }
  const also = (zone.also ?? []).map((glob) => `^${patternOfGlob(glob, anyRoom)}$`)
  const doors = zone.doors ? [patternOf('door', anyRoom)] : []
  const pattern = (entered: string) => patternEntered(entered, isInRoom(zone))
  const values = [...zone.mayEnter.map(pattern), ...doors, ...also]
  const types = [...values, ...(zone.typesOf ?? []).map(pattern)]
  return [
    rule(`${name}: values`, from, { path: ourFolders, pathNot: values, dependencyTypesNot: ['type-only'] }),
    rule(`${name}: types`, from, { path: ourFolders, pathNot: types, dependencyTypes: ['type-only'] }),
  ]
}

function doorRule(room: string, open: readonly string[]): IRegularForbiddenRuleType {
  const others = roomNames.filter((other) => other !== room && !open.includes(other))
  return rule(
    `closed doors of ${room}`,
    { path: `^functions/${room}/` },
    { path: others.map((other) => patternOf('door', other)) },
  )
}

function packageRule(
  name: string,
  names: readonly string[],
  knownTo: readonly ZoneName[],
): IRegularForbiddenRuleType {
  const path = names.map((each) => `(?:^|node_modules/)${each.replaceAll('.', '\\.')}(?:/|$)`)
  const known = knownTo.map((zone) => patternOf(zone, anyRoom))
  return rule(`who knows ${name}`, { path: ourFolders, pathNot: known }, { path })
}

/** The pattern of an entered zone; from within a room it is that same room, but for doors. */
function patternEntered(entered: string, isFromRoom: boolean): string {
  const name = named(entered)
  const isOwn = isFromRoom && name !== 'door' && isInRoom(zones[name])
  return patternOf(name, isOwn ? '$1' : anyRoom)
}

/** A zone's files as a pattern: its globs, but for what an earlier zone claims. */
function patternOf(name: ZoneName, room: string): string {
  const names = allZones().map(([each]) => each)
  const earlier = names.slice(0, names.indexOf(name)).flatMap((each) => globsOf(each))
  const claimed = earlier.filter((glob) => glob.split('/')[0] === globsOf(name)[0]?.split('/')[0])
  const ahead = claimed.length
    ? `(?!(?:${claimed.map((glob) => patternOfGlob(glob, anyRoom)).join('|')})$)`
    : ''
  return `^${ahead}(?:${globsOf(name)
    .map((glob) => patternOfGlob(glob, room))
    .join('|')})$`
}

function named(zone: string): ZoneName {
  const name = allZones().find(([each]) => each === zone)?.[0]
  if (!name) throw new Error(`The floor plan has no zone ${zone}`)
  return name
}

function globsOf(name: ZoneName): readonly string[] {
  return zones[name].files
}

function patternOfGlob(glob: string, room: string): string {
  return glob
    .replaceAll('.', '\\.')
    .replaceAll('**', '<any>')
    .replaceAll('*', '[^/]+')
    .replaceAll('<any>', '.+')
    .replaceAll('{room}', room)
    .replace(/\{([\w,-]+)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`)
}

function rule(
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType {
  return { name, severity: 'error', from, to }
}

function isInRoom(zone: Zone): boolean {
  return zone.files.some((glob) => glob.startsWith('functions/{room}/'))
}
