import { escapeUnseen } from './quoting.ts'

/**
 * A text for Terraform, in which `${` and `%{` would start a template. https://developer.hashicorp.com/terraform/language/expressions/strings
 * Throws a RangeError for a text that Terraform would change.
 */
export function hclText(value: string): string {
  if (!survivesTerraform(value)) throw new RangeError('Terraform would change this text. Use another form.')
  return escapeUnseen(JSON.stringify(value))
    .replace(/\\./g, (escape) => unknownEscapes[escape] ?? escape)
    .replace(/[$%](?=\{)/g, (mark) => mark + mark)
}

/** Terraform composes characters (Unicode NFC), where Azure compares them as they are. https://pkg.go.dev/github.com/zclconf/go-cty/cty#NormalizeString */
export function survivesTerraform(value: string): boolean {
  return value === value.normalize('NFC')
}

/** Two escapes of JSON that HCL lacks. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#quoted-templates */
const unknownEscapes: Readonly<Record<string, string>> = {
  [String.raw`\b`]: String.raw`\u0008`,
  [String.raw`\f`]: String.raw`\u000c`,
}

export function hclList(values: readonly string[]): string {
  return `[${values.map(hclText).join(', ')}]`
}

/** Arguments with their `=` in one column, as `terraform fmt` writes them. */
export function hclArguments(
  indent: string,
  entries: readonly (readonly [string, string])[],
): readonly string[] {
  const width = Math.max(...entries.map(([key]) => key.length))
  return entries.map(([key, value]) => `${indent}${key.padEnd(width)} = ${value}`)
}

export function hclBlock(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines, '}'].join('\n')
}
