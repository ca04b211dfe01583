import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cloudNames, exportTrust, type ExportContext, type ExportedTrust } from '../index.ts'
import { app, context, expression, flexible, nastyTrusts } from '../testing/export-context.ts'
import { hasTerraform, readHcl, runTerraform } from '../testing/read-hcl.ts'
import { hclText } from './hcl-text.ts'

const identity = `/subscriptions/${context.subscriptionId}/resourceGroups/rg-pay_(eu)/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-api`
const credential = (name: string) => `${identity}/federatedIdentityCredentials/${name}`
const resourceType = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials'

/** Each with a description and the ID that Graph gave it, which the forms of a managed identity leave out. */
const stored: readonly ExportedTrust[] = nastyTrusts.map((trust, at) => ({
  ...trust,
  description: `For ${trust.subject ?? ''}`,
  credentialId: `credential-${at}`,
}))
const application: ExportContext = { ...app, applicationObjectId: 'object-1', trusts: [...stored, flexible] }
const symbolOf = ({ name }: ExportedTrust) => name.replaceAll('-', '_')

test('azurerm reads every trust of an identity, and its import, as it is stored', async () => {
  const { resource, import: imports } = await readHcl(
    exportTrust('terraform', { ...context, trusts: stored }).text,
  )
  expect(resource).toEqual({
    azurerm_federated_identity_credential: Object.fromEntries(
      stored.map((trust) => [
        symbolOf(trust),
        [
          {
            name: trust.name,
            user_assigned_identity_id: identity,
            issuer: trust.issuer,
            subject: trust.subject,
            audience: trust.audiences,
          },
        ],
      ]),
    ),
  })
  expect(imports).toEqual(
    stored.map((trust) => ({
      to: `reference \${azurerm_federated_identity_credential.${symbolOf(trust)}}`,
      id: credential(trust.name),
    })),
  )
})

test('azuread reads every trust of an application, and its import, as it is stored', async () => {
  const { resource, data, import: imports } = await readHcl(exportTrust('terraform', application).text)
  const parent = 'reference ${data.azuread_application.parent.id}'
  expect(data).toEqual({ azuread_application: { parent: [{ client_id: 'app-1' }] } })
  expect(resource).toEqual({
    azuread_application_federated_identity_credential: Object.fromEntries(
      stored.map((trust) => [
        symbolOf(trust),
        [
          {
            application_id: parent,
            display_name: trust.name,
            description: trust.description,
            issuer: trust.issuer,
            subject: trust.subject,
            audiences: trust.audiences,
          },
        ],
      ]),
    ),
    azuread_application_flexible_federated_identity_credential: {
      gh_any_branch: [
        {
          application_id: parent,
          display_name: flexible.name,
          issuer: flexible.issuer,
          audience: flexible.audiences[0],
          claims_matching_expression: expression,
        },
      ],
    },
  })
  expect(imports?.map(({ id }) => id)).toEqual(
    stored.map(({ credentialId = '' }) => `object-1/federatedIdentityCredential/${credentialId}`),
  )
})

test('azapi reads every trust of an identity, an expression too, and its import', async () => {
  const trusts = [...stored, flexible]
  const { resource, import: imports } = await readHcl(
    exportTrust('terraform-azapi', { ...context, trusts }).text,
  )
  const versionOf = ({ subject }: ExportedTrust) => (subject === null ? '2025-01-31-preview' : '2024-11-30')
  expect(resource).toEqual({
    azapi_resource: Object.fromEntries(
      trusts.map((trust) => [
        symbolOf(trust),
        [
          {
            type: `${resourceType}@${versionOf(trust)}`,
            name: trust.name,
            parent_id: identity,
            locks: [identity],
            body: {
              properties: {
                issuer: trust.issuer,
                audiences: trust.audiences,
                ...(trust.subject === null
                  ? { claimsMatchingExpression: { languageVersion: 1, value: expression } }
                  : { subject: trust.subject }),
              },
            },
          },
        ],
      ]),
    ),
  })
  expect(imports?.map(({ id }) => id)).toEqual(
    trusts.map((trust) => `${credential(trust.name)}?api-version=${versionOf(trust)}`),
  )
})

const words = { public: undefined, usgov: 'usgovernment', china: 'china' }

test.each(cloudNames)('every provider is pointed at the cloud %s', async (cloud) => {
  for (const [form, parent, provider] of [
    ['terraform', context, 'azurerm'],
    ['terraform', app, 'azuread'],
    ['terraform-azapi', context, 'azapi'],
  ] as const) {
    const read = await readHcl(exportTrust(form, { ...parent, cloud }).text)
    expect(read.provider[provider]?.[0]?.['environment']).toBe(words[cloud])
    expect(read.provider[provider]?.[0]?.['tenant_id']).toBe('tenant-1')
  }
})

const files = [
  ['terraform', { ...context, trusts: [...stored, flexible], cloud: 'china' }],
  ['terraform', { ...application, cloud: 'usgov' }],
  ['terraform', { ...app, stored: false }],
  ['terraform-azapi', { ...context, trusts: [...stored, flexible] }],
] as const

test.each(hasTerraform ? files : [])('terraform fmt would change nothing in %s (case %#)', (form, given) => {
  const { text } = exportTrust(form, given)
  expect(runTerraform(['fmt', '-'], text)).toBe(text)
})

test.each(hasTerraform ? ['terraform console'] : [])('%s gives back every nasty text', () => {
  const texts = stored.flatMap(({ subject }) => subject ?? [])
  const folder = mkdtempSync(join(tmpdir(), 'terraform-console-'))
  try {
    const input = `jsonencode([${texts.map(hclText).join(', ')}])\n`
    const printed = runTerraform(['console'], input, folder)
    // The console writes the JSON between quotes, with the escapes that JSON has too.
    const read: unknown = JSON.parse(String(JSON.parse(printed)))
    expect(read).toEqual(texts)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
