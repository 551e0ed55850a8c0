// What a demonstration company consists of, as plain data.
export type Preset = 'supplied' | 'traded'
export type Name = { zh: string; en: string }
/** Whole fen. */
export type Fen = number
/** Whole percent. */
export type Percent = number
/** `YYYY-MM-DD` in the company's time zone. */
export type BusinessDay = string
/** ISO 8601 in UTC, ending in Z. */
export type UtcInstant = string

export type UnitLevel = 'headquarters' | 'province' | 'city' | 'county'
/** `path` is slash-joined short codes from headquarters down, such as `hq/53/5301/530102`. */
export type Unit = { path: string; level: UnitLevel; name: Name }

export type MemberRole = 'owner' | 'buyer' | 'service-clerk' | 'read-only'
export type SeedMember = { name: Name; phone: string; mail?: string; role: MemberRole }

/** `batch` is `<kind>-<weekday 1–5>` with kind weekly, odd or even, or `daily`. `phone` is the owner's. */
export type SeedCustomer = {
  code: string
  licence: string
  kind: 'retailer' | 'distributor'
  name: Name
  unitPath: string
  /** 1 to 30, 30 the highest; retailers only. */
  grade?: number
  priceClass: string
  batch: string
  format: Name
  phone: string
  address: Name
  /** What may be owed at most; distributors only. */
  creditLimit?: Fen
  /** Money on account; below zero it is owed. */
  balance?: Fen
  members: SeedMember[]
  /** The delivery route that passes by. */
  route?: string
  licenceExpiresOn?: BusinessDay
  /** Whom one asks for about deliveries; they do not sign in. */
  contact?: { name: Name; phone: string; title: string }
}

/** 紧俏 · 顺销 · 平销 · 滞销 */
export type SupplyState = 'scarce' | 'selling-well' | 'level' | 'slow'

export type SeedProduct = {
  code: string
  name: Name
  category: string
  brand: Name
  unit: Name
  unitsPerCase: number
  /** Always itself a whole number of `multiple`. */
  minimum: number
  multiple: number
  /** EAN-13 of the in-store range 20–29. */
  barcode: string
  /** Price of one unit, for each price class. */
  priceFen: Record<string, Fen>
  /** 1 (dearest) to 10; supplied goods only. */
  priceBand?: number
  taxRate: Percent
  glyph: string
  colour: string
  supplyState: SupplyState
  state: 'on-sale' | 'paused' | 'withdrawn'
}

/** One batch's ordering window, half-open `[opensAt, closesAt)`; the same `index` is the same week. */
export type SeedCycle = {
  index: number
  batch: string
  orderDay: BusinessDay
  opensAt: UtcInstant
  closesAt: UtcInstant
}

export type SeedLine = { productCode: string; quantity: number; wanted: number }
/** `unmet` is what was asked for and could not be had at all. */
export type PastOrder = {
  customerCode: string
  cycleIndex: number
  placedAt: UtcInstant
  lines: SeedLine[]
  unmet: { productCode: string; wanted: number }[]
}

export type StaffRole =
  | 'account-manager'
  | 'order-desk'
  | 'supply-planner'
  | 'service-agent'
  | 'field-technician'
  | 'publisher'
  | 'analyst'
  | 'administrator'
export type RoleInUnit = { role: StaffRole; unitPath: string }
export type SeedStaff = { name: Name; mail: string; phone: string; roles: RoleInUnit[] }
export type SeedMachine = { clientId: string; name: Name; roles: RoleInUnit[] }

export type Company = {
  preset: Preset
  name: Name
  currency: 'CNY'
  timeZone: 'Asia/Shanghai'
  brandColour: string
  priceClasses: { code: string; name: Name }[]
  categories: { code: string; name: Name }[]
  units: Unit[]
  customers: SeedCustomer[]
  products: SeedProduct[]
  cycles: SeedCycle[]
  /** Rows of one product hold for each cycle and fall with the grade; a product without rows is unlimited. */
  limits: { productCode: string; grade: number; quantity: number }[]
  /** What the limits of a product share out among all shops; they stay under it by less than the top grade's shops. */
  plannedReleases: { productCode: string; quantity: number }[]
  /** Products with limits that a shop chooses freely among, up to the cap of its grade. */
  bands: { code: string; productCodes: string[] }[]
  /** Shared by all shops of a cycle. */
  firstCome: { productCode: string; quantity: number }[]
  pastOrders: PastOrder[]
  staff: SeedStaff[]
  machines: SeedMachine[]
  /** Members, known by phone, who act for a second customer as well. */
  alsoActsFor: { phone: string; customerCode: string; role: MemberRole }[]
  /** The customer whose window is open now, with a member of each role. */
  demonstration: { customerCode: string; cycle: SeedCycle }
}
