import { clouds } from '../model/cloud.ts'
import { typescriptText } from './quoting.ts'
import type { WorkloadContext } from './workload-context.ts'

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

/** How the provider is told a cloud that it does not start with. https://www.pulumi.com/registry/packages/azure-native/installation-configuration/ */
export function cloudSetting(
  context: Pick<WorkloadContext, 'cloud'>,
  provider: 'azure-native' | 'azuread',
): readonly string[] {
  const { cloud = 'public' } = context
  return cloud === 'public'
    ? []
    : [`// pulumi config set ${provider}:environment ${clouds[cloud].terraformName}`]
}

export function textList(values: readonly string[]): string {
  return `[${values.map(typescriptText).join(', ')}]`
}
