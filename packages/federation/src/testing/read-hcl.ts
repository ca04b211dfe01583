import { execFileSync, spawnSync } from 'node:child_process'
import { parse } from '@cdktn/hcl2json'
import * as z from 'zod'

const Labelled = z.record(z.string(), z.record(z.string(), z.tuple([z.record(z.string(), z.unknown())])))
const Configuration = z.object({
  resource: Labelled,
  data: Labelled.optional(),
  provider: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  import: z.array(z.object({ to: z.string(), id: z.string() })).optional(),
})

/** A `.tf` file as HashiCorp's own parser reads it: references are `{ reference }`, every other text is its value. */
export async function readHcl(text: string) {
  return Configuration.parse(withValues(await parse('export.tf', text)))
}

/** The parser keeps `${` and `%{` of a literal escaped, to tell them from those of a reference. */
function withValues(value: unknown): unknown {
  if (typeof value === 'string') {
    const literal = value.replace(/([$%])\1\{/g, '\u0000')
    if (!/[$%]\{/.test(literal)) return value.replace(/([$%])\1\{/g, '$1{')
    return `reference ${value}`
  }
  if (Array.isArray(value)) return value.map(withValues)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withValues(inner)]))
}

/** Whether the program is there, which tests say aloud where it is not. */
export const hasTerraform = spawnSync('terraform', ['version']).error === undefined
if (!hasTerraform) {
  process.stdout.write('not run: terraform fmt and terraform console: terraform is not installed\n')
}

/** What `terraform` prints for the input; throws what it says where it refuses. */
export function runTerraform(args: readonly string[], input: string, cwd?: string): string {
  return execFileSync('terraform', args, { input, cwd, encoding: 'utf8', stdio: 'pipe' })
}
