import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportTrust } from '../index.ts'
import { app, context, expression, flexible, nastyTrusts } from '../testing/export-context.ts'

/** Stands for a Pulumi package: each resource is printed with its arguments and options. */
const recorder = `class Resource { constructor(name, args, options = {}) { this.name = name
  console.log(JSON.stringify({ type: new.target.name, name, args, options })) } }
export class FederatedIdentityCredential extends Resource {}
export class ApplicationFederatedIdentityCredential extends Resource {}
export class ApplicationFlexibleFederatedIdentityCredential extends Resource {}
export const getApplicationOutput = ({ clientId }) => ({ id: 'found-by-' + clientId })`

/** What the program asks Pulumi for, by running it. */
function resourcesOf(program: string): readonly unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'pulumi-program-'))
  try {
    for (const [name, entry] of [
      ['azure-native', './managedidentity'],
      ['azuread', '.'],
    ] as const) {
      const place = join(folder, 'node_modules/@pulumi', name)
      mkdirSync(place, { recursive: true })
      writeFileSync(
        join(place, 'package.json'),
        JSON.stringify({ type: 'module', exports: { [entry]: './it.js' } }),
      )
      writeFileSync(join(place, 'it.js'), recorder)
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'index.ts'), program)
    const lines = execFileSync(process.execPath, ['index.ts'], { cwd: folder, encoding: 'utf8' })
    return lines
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('the program makes every trust of an identity to the byte, each after the one before', () => {
  const resources = resourcesOf(exportTrust('pulumi-typescript', { ...context, trusts: nastyTrusts }).text)
  expect(resources).toEqual(
    nastyTrusts.map(({ name, issuer, subject, audiences }, at) => ({
      type: 'FederatedIdentityCredential',
      name,
      args: {
        resourceGroupName: 'rg-pay_(eu)',
        resourceName: 'id-pay-api',
        federatedIdentityCredentialResourceName: name,
        issuer,
        subject,
        audiences,
      },
      options: {
        import: expect.stringMatching(new RegExp(`/federatedIdentityCredentials/${name}$`)),
        ...(at === 0 ? {} : { dependsOn: [{ name: nastyTrusts[at - 1]?.name }] }),
      },
    })),
  )
})

test('the program makes trusts of an application, with the flexible class for an expression', () => {
  const first = { ...context.trust, name: 'parent', description: 'Deploys', credentialId: 'credential-1' }
  const { text } = exportTrust('pulumi-typescript', {
    ...app,
    trusts: [first, flexible],
    applicationObjectId: 'object-1',
  })
  const { issuer, subject, audiences } = first
  expect(resourcesOf(text)).toEqual([
    {
      type: 'ApplicationFederatedIdentityCredential',
      name: 'parent',
      args: {
        applicationId: 'found-by-app-1',
        displayName: 'parent',
        description: 'Deploys',
        issuer,
        subject,
        audiences,
      },
      options: { import: 'object-1/federatedIdentityCredential/credential-1' },
    },
    {
      type: 'ApplicationFlexibleFederatedIdentityCredential',
      name: 'gh-any-branch',
      args: {
        applicationId: 'found-by-app-1',
        displayName: 'gh-any-branch',
        issuer,
        audience: 'api://AzureADTokenExchange',
        claimsMatchingExpression: expression,
      },
      options: { dependsOn: [{ name: 'parent' }] },
    },
  ])
})

test('a trust that is not stored yet is not imported', () => {
  expect(exportTrust('pulumi-typescript', { ...context, stored: false }).text).not.toContain('import:')
})
