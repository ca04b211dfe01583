/** A text for Bicep. https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#strings */
export function bicepText(value: string): string {
  const escaped = value
    .replace(/[\\']/g, '\\$&')
    .replaceAll('${', '\\${')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu, escapeOf)
  return `'${escaped}'`
}

export type BicepValue = string | number | readonly string[] | BicepObject
export interface BicepObject {
  readonly [key: string]: BicepValue
}

/** A value over several lines; keys of objects are names that Bicep takes without quotes. */
export function bicepValue(indent: string, value: BicepValue): string {
  if (typeof value === 'string') return bicepText(value)
  if (typeof value === 'number') return String(value)
  const inner = `${indent}  `
  if (isTexts(value)) {
    if (value.length === 0) return '[]'
    return ['[', ...value.map((text) => `${inner}${bicepText(text)}`), `${indent}]`].join('\n')
  }
  const lines = Object.entries(value).map(([key, part]) => `${inner}${key}: ${bicepValue(inner, part)}`)
  return ['{', ...lines, `${indent}}`].join('\n')
}

/** `var trusts`, one object an element. */
export function bicepTrusts(objects: readonly BicepObject[]): string {
  return ['var trusts = [', ...objects.map((object) => `  ${bicepValue('  ', object)}`), ']'].join('\n')
}

function isTexts(value: readonly string[] | BicepObject): value is readonly string[] {
  return Array.isArray(value)
}

function escapeOf(character: string): string {
  const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
  return short[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`
}
