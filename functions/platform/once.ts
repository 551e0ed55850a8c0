// How often a create may be sent and still be one.

/** The key of a create, and the fingerprint of what was asked: the same key with another fingerprint is refused. */
export type Once = { key: string; fingerprint: string }
