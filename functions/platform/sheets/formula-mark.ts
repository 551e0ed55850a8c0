// Keeps spreadsheet programs from running what a text cell says, in a way that is undone exactly when read again.
const FORMULA_START = /^'*[=+\-@\t\r＝＋－＠]/
const MARKED = /^'+[=+\-@\t\r＝＋－＠]/
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/

/** A cell that starts like a formula gets an apostrophe in front; a plain number stays one. */
export function withFormulaMark(cell: string): string {
  return FORMULA_START.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell
}

/** Takes that apostrophe away again. */
export function withoutFormulaMark(cell: string): string {
  return MARKED.test(cell) ? cell.slice(1) : cell
}
