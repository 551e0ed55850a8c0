/** At most so many rows a file of an order. */
export const MOST_ROWS = 2000
/** At most so many bytes: as base64 they are within the bounds of a body. */
export const MOST_FILE_BYTES = 742_500
