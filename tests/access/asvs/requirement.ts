/** How the product answers a requirement: by a test, by a paragraph of ARCHITECTURE.md, by why it is no concern of ours, or
 * not yet. */
type Answer =
  | { held: { file: string; test: string } }
  | { stated: { heading: string } }
  | { reason: string }
  | { open: string }

/** A requirement of ASVS 5.0 (github.com/OWASP/ASVS), in our own words. */
export type Requirement = { id: string; level: 1 | 2; asks: string } & Answer

type Level = Requirement['level']

/** A test holds it: the file below tests/, and words of the test's title. */
export function held(id: string, level: Level, asks: string, file: string, test: string): Requirement {
  return { id, level, asks, held: { file: `tests/${file}`, test } }
}

/** It asks for a paper, and ARCHITECTURE.md has it under this heading. */
export function stated(id: string, level: Level, asks: string, heading: string): Requirement {
  return { id, level, asks, stated: { heading } }
}

/** It is no concern of this product, or others hold it for us; why. */
export function apart(id: string, level: Level, asks: string, reason: string): Requirement {
  return { id, level, asks, reason }
}

/** It is in scope and not met, or met by nothing that one could run; what is missing. */
export function open(id: string, level: Level, asks: string, missing: string): Requirement {
  return { id, level, asks, open: missing }
}
