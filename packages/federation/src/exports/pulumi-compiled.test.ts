import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { exportTrust, type ExportContext } from '../index.ts'
import { app, context, flexible, nastyTrusts } from '../testing/export-context.ts'

const packageFolder = fileURLToPath(new URL('../../', import.meta.url))
const compiler = join(packageFolder, '../../node_modules/.bin/tsc')

/** What the compiler says about programs that import Pulumi's own packages: nothing, where it takes them. */
function compile(programs: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(packageFolder, '.pulumi-'))
  try {
    for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, name), text)
    const compilerOptions = {
      target: 'ES2024',
      module: 'ESNext',
      moduleResolution: 'bundler',
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      types: ['node'],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
    return execFileSync(compiler, ['-p', folder], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout)
    throw error
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const described = nastyTrusts.map((trust, at) => ({
  ...trust,
  description: trust.subject,
  credentialId: `credential-${at}`,
}))
const program = (given: ExportContext) => exportTrust('pulumi-typescript', given).text

test('the compiler takes the programs with the types of @pulumi/azure-native and @pulumi/azuread', () => {
  const programs = {
    'identity.ts': program({ ...context, trusts: nastyTrusts }),
    'identity-new.ts': program({ ...context, stored: false, cloud: 'usgov' }),
    'application.ts': program({ ...app, trusts: [...described, flexible], applicationObjectId: 'object-1' }),
    'application-china.ts': program({ ...app, trust: flexible, cloud: 'china' }),
  }
  expect(compile(programs)).toBe('')
})

test('a property that Pulumi does not know, and a missing one, would be seen', () => {
  const text = program(context)
  const said = compile({
    'unknown.ts': text.replace('    subject:', '    subjekt:'),
    'missing.ts': program({ ...app, trust: flexible }).replace(/^ +audience: .*\n/m, ''),
  })
  expect(said).toMatch(/unknown\.ts.*'subjekt' does not exist/)
  expect(said).toMatch(/missing\.ts.*Property 'audience' is missing/)
})
