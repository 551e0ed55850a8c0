// Where each room's routes come from when a request asks for them: a cold start loads no room but the one asked.

/** Loads the routes of a room. */
export const roomLoaders = {
  identity: async () => (await import('../identity/routes.ts')).identityRoutes,
  accounts: async () => (await import('../accounts/routes.ts')).accountRoutes,
  calendar: async () => (await import('../calendar/routes.ts')).calendarRoutes,
  products: async () => (await import('../catalogue/routes.ts')).productRoutes,
  prices: async () => (await import('../catalogue/price-routes.ts')).priceRoutes,
  drafts: async () => (await import('../drafts/routes.ts')).draftRoutes,
  tallies: async () => (await import('../orders/tally-routes.ts')).tallyRoutes,
  closings: async () => (await import('../closings/routes.ts')).closingRoutes,
  progress: async () => (await import('../progress/routes.ts')).progressRoutes,
  buyers: async () => (await import('../orders/buyer-routes.ts')).buyerRoutes,
  limits: async () => (await import('../orders/limit-routes.ts')).limitRoutes,
  approvals: async () => (await import('../approvals/routes.ts')).approvalRoutes,
  objections: async () => (await import('../objections/routes.ts')).objectionRoutes,
  oddities: async () => (await import('../oddities/routes.ts')).oddityRoutes,
  corrections: async () => (await import('../orders/correction-routes.ts')).correctionRoutes,
  orders: async () => (await import('../orders/routes.ts')).orderRoutes,
  imports: async () => (await import('../imports/routes.ts')).importRoutes,
  singles: async () => (await import('../imports/single-routes.ts')).singleRoutes,
  exports: async () => (await import('../exports/routes.ts')).exportRoutes,
  company: async () => (await import('../company/routes.ts')).companyRoutes,
  requests: async () => (await import('../requests/routes.ts')).requestRoutes,
  decisionHistory: async () => (await import('../records/decision-routes.ts')).decisionHistoryRoutes,
  peopleHistory: async () => (await import('../records/people-routes.ts')).peopleHistoryRoutes,
  supplyHistory: async () => (await import('../records/supply-routes.ts')).supplyHistoryRoutes,
  settingHistory: async () => (await import('../records/settings-routes.ts')).settingHistoryRoutes,
  messageHistory: async () => (await import('../records/message-routes.ts')).messageHistoryRoutes,
  messages: async () => (await import('../notifications/routes.ts')).messageRoutes,
  archives: async () => (await import('../records/routes.ts')).archiveRoutes,
  masterDataHistory: async () => (await import('../records/master-data-routes.ts')).masterDataHistoryRoutes,
}

export type RoomName = keyof typeof roomLoaders
