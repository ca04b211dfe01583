/** The words of a fix beside a button that carries its value: the value is not said twice. Null where nothing is left. */
export function fixBeside(fix: string, value: string): string | null {
  const whole = fix.replace(/\.$/, '')
  if (!whole.endsWith(value)) return fix
  const lead = whole.slice(0, whole.length - value.length).trim()
  return lead.endsWith(':') ? lead : null
}
