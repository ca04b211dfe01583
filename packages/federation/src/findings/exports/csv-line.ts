/** One row as CSV (RFC 4180), with its line end. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(cellOf).join(',')}\r\n`
}

/** A value that a spreadsheet would run as a formula gets a `'` in front. https://owasp.org/www-community/attacks/CSV_Injection */
function cellOf(value: string): string {
  const safe = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n\0]/.test(value) ? `'${value}` : value
  return /[",\r\n\0\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
