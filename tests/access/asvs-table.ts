import { authentication } from './asvs/authentication.ts'
import { authorization } from './asvs/authorization.ts'
import { businessLogic } from './asvs/business-logic.ts'
import { communication } from './asvs/communication.ts'
import { configuration } from './asvs/configuration.ts'
import { cryptography } from './asvs/cryptography.ts'
import { dataProtection } from './asvs/data-protection.ts'
import { encoding } from './asvs/encoding.ts'
import { files } from './asvs/files.ts'
import { logging } from './asvs/logging.ts'
import { oauth } from './asvs/oauth.ts'
import type { Requirement } from './asvs/requirement.ts'
import { secureCoding } from './asvs/secure-coding.ts'
import { sessions } from './asvs/sessions.ts'
import { tokens } from './asvs/tokens.ts'
import { webFrontend } from './asvs/web-frontend.ts'
import { webService } from './asvs/web-service.ts'
import { webrtc } from './asvs/webrtc.ts'

type Chapter = {
  chapter: number
  /** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; 0 where all are of level 3. */
  sections: readonly number[]
  /** How many of them are of level 1. */
  firstLevel: number
  requirements: readonly Requirement[]
}

export const asvs: readonly Chapter[] = [
  { chapter: 1, sections: [2, 9, 11, 3, 2], firstLevel: 8, requirements: encoding },
  { chapter: 2, sections: [3, 3, 4, 1], firstLevel: 4, requirements: businessLogic },
  { chapter: 3, sections: [0, 2, 4, 6, 5, 0, 2], firstLevel: 8, requirements: webFrontend },
  { chapter: 4, sections: [3, 1, 2, 4], firstLevel: 2, requirements: webService },
  { chapter: 5, sections: [1, 3, 2, 3], firstLevel: 4, requirements: files },
  { chapter: 6, sections: [3, 12, 4, 4, 5, 3, 0, 4], firstLevel: 13, requirements: authentication },
  { chapter: 7, sections: [3, 4, 2, 5, 2, 2], firstLevel: 6, requirements: sessions },
  { chapter: 8, sections: [2, 3, 1, 1], firstLevel: 4, requirements: authorization },
  { chapter: 9, sections: [3, 4], firstLevel: 4, requirements: tokens },
  { chapter: 10, sections: [2, 2, 4, 11, 5, 2, 3], firstLevel: 5, requirements: oauth },
  { chapter: 11, sections: [2, 3, 3, 4, 1, 1], firstLevel: 3, requirements: cryptography },
  { chapter: 12, sections: [3, 2, 4], firstLevel: 3, requirements: communication },
  { chapter: 13, sections: [1, 5, 2, 5], firstLevel: 1, requirements: configuration },
  { chapter: 14, sections: [2, 4, 3], firstLevel: 2, requirements: dataProtection },
  { chapter: 15, sections: [3, 3, 7], firstLevel: 3, requirements: secureCoding },
  { chapter: 16, sections: [1, 5, 4, 3, 3], firstLevel: 0, requirements: logging },
  { chapter: 17, sections: [1, 4, 2], firstLevel: 0, requirements: webrtc },
]
