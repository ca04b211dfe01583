import { typescriptText } from './quoting.ts'

interface PulumiResource {
  readonly symbol: string
  readonly type: string
  readonly name: string
  /** Arguments as TypeScript. */
  readonly entries: readonly (readonly [string, string])[]
  /** Adopts what Azure holds already. */
  readonly importId: string | null
  /** The variable of the resource to wait for. */
  readonly after: string | null
}

/** One resource with its options. https://www.pulumi.com/docs/iac/concepts/resources/options/ */
export function pulumiResource(resource: PulumiResource): string {
  const { symbol, type, name, entries, importId, after } = resource
  const options = [
    ...(importId === null ? [] : [`import: ${typescriptText(importId)}`]),
    ...(after === null ? [] : [`dependsOn: [${after}]`]),
  ]
  return [
    `export const ${symbol} = new ${type}(`,
    `  ${typescriptText(name)},`,
    '  {',
    ...entries.map(([key, value]) => `    ${key}: ${value},`),
    '  },',
    ...(options.length === 0 ? [] : [`  { ${options.join(', ')} },`]),
    ')',
  ].join('\n')
}

export function textList(values: readonly string[]): string {
  return `[${values.map(typescriptText).join(', ')}]`
}
