type Declaration = { prop: string; value: string }

/** Multiplies every size of type by `--type`, so that large mode reaches each page without a second style sheet. */
export const typeFollowsLargeMode = {
  postcssPlugin: 'type-follows-large-mode',
  Declaration: { 'font-size': multiply, 'line-height': multiply, font: multiply },
}

function multiply(declaration: Declaration): void {
  if (declaration.value.includes('--type')) return
  declaration.value = declaration.value.replace(/(?<![\w.-])(\d+(?:\.\d+)?px)/, 'calc($1 * var(--type))')
}
