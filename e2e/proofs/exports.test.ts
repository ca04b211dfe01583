import { type ExportedTrust, type ExportForm, exportTrust } from '@trustwright/federation'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Azure, openAzure } from './azure.ts'
import { readHttpFile } from './http-file.ts'
import { makeApplication, makeGroup, makeIdentity } from './parents.ts'
import { openShell, type Shell } from './run-azure-cli.ts'
import { sendOk } from './send.ts'

const group = 'rg-proofs_(eu)'
const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']

/** What a shell, JSON, a template or an address could misread, at the start and inside. */
const subjects = [
  'repo:octo-org/octo-repo:ref:refs/heads/main',
  `it's "quoted" $HOME \`id\` $(id) \${x} \\ \\n %PATH% {{b}} {{{ | & ; ( ) <f> # ! ~ * ? ‘it’s’ é 東京 🚀`,
  '@/etc/hostname',
  'a=@/etc/hostname',
  "[resourceGroup().location] it's",
  '--name',
]
const onIdentity: readonly ExportedTrust[] = subjects.map((subject, at) => ({
  name: `export-${at}`,
  issuer,
  subject,
  audiences: at === 1 ? ["api://contoso/it's?a=1&b=[c]"] : audiences,
}))
const onApplication: readonly ExportedTrust[] = [
  ...onIdentity.map((trust, at) => ({
    ...trust,
    description: at === 0 ? null : `Of ${trust.subject ?? ''}`,
  })),
  {
    name: 'any-branch',
    issuer,
    subject: null,
    claimsMatchingExpression:
      "claims['sub'] matches 'repo:octo-org/*' and claims['repository_owner_id'] eq '456789'",
    audiences,
    description: "It's any branch",
  },
]

let azure: Azure
let shell: Shell

beforeAll(async () => {
  azure = await openAzure()
  await makeGroup(azure, group)
  shell = await openShell(azure)
})
afterAll(async () => {
  shell.close()
  await azure.close()
})

const onAzure = () => ({
  tenantId: azure.tenantId,
  armEndpoint: azure.httpsOrigin,
  graphEndpoint: azure.httpsOrigin,
})

async function identityExport(form: ExportForm) {
  const name = `id-${form}`
  await makeIdentity(azure, group, name)
  const { subscriptionId } = azure
  const parent = {
    kind: 'managedIdentity',
    subscriptionId,
    resourceGroup: group,
    identityName: name,
  } as const
  const [trust] = onIdentity
  if (trust === undefined) throw new Error('there is no trust')
  const { text } = exportTrust(form, { ...onAzure(), parent, trust, trusts: onIdentity })
  return { name, text }
}

async function applicationExport(form: ExportForm) {
  const { clientId: appId } = await makeApplication(azure, `app-${form}`)
  const [trust] = onApplication
  if (trust === undefined) throw new Error('there is no trust')
  const parent = { kind: 'application', appId } as const
  const { text } = exportTrust(form, { ...onAzure(), parent, trust, trusts: onApplication })
  return { appId, text }
}

interface Stored {
  name: string
  issuer: string
  subject?: string | null
  audiences: string[]
  description?: string | null
  claimsMatchingExpression?: { value: string } | null
}

async function trustsOfIdentity(name: string) {
  const { httpsOrigin, subscriptionId, armToken: token } = azure
  const path = `/subscriptions/${subscriptionId}/resourceGroups/${encodeURIComponent(group)}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}/federatedIdentityCredentials`
  const { value } = await sendOk<{ value: { name: string; properties: Omit<Stored, 'name'> }[] }>(
    'GET',
    `${httpsOrigin}${path}?api-version=2024-11-30`,
    { token },
  )
  return value.map(({ name, properties }) => comparable({ name, ...properties })).toSorted(byName)
}

async function trustsOfApplication(appId: string) {
  const { httpsOrigin, graphToken: token } = azure
  const { value } = await sendOk<{ value: Stored[] }>(
    'GET',
    `${httpsOrigin}/beta/applications(appId='${appId}')/federatedIdentityCredentials`,
    { token },
  )
  return value.map(comparable).toSorted(byName)
}

function comparable({ name, issuer, subject, audiences, description, claimsMatchingExpression }: Stored) {
  const expression = claimsMatchingExpression?.value ?? null
  return {
    name,
    issuer,
    subject: subject ?? null,
    audiences,
    description: description ?? null,
    expression,
  }
}

function expected(trusts: readonly ExportedTrust[]) {
  return trusts
    .map(({ claimsMatchingExpression: value = null, audiences, description = null, ...rest }) =>
      comparable({
        ...rest,
        audiences: [...audiences],
        description,
        claimsMatchingExpression: value === null ? null : { value },
      }),
    )
    .toSorted(byName)
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1
}

/** Sends every request of the file, in its order. */
async function sendAll(text: string, token: string): Promise<void> {
  for (const { title, method, address, headers, body } of readHttpFile(text, { token })) {
    const response = await fetch(address, { method, headers, ...(body === undefined ? {} : { body }) })
    if (!response.ok) throw new Error(`${title} answered ${response.status}: ${await response.text()}`)
  }
}

test.for(['azure-cli', 'az-rest'] as const)(
  '%s run by bash gives an identity the same trusts',
  async (form) => {
    const { name, text } = await identityExport(form)
    await shell.run(text)
    expect(await trustsOfIdentity(name)).toEqual(expected(onIdentity))
  },
)

test.for(['azure-cli', 'az-rest'] as const)(
  '%s run by bash gives an application the same trusts',
  async (form) => {
    const { appId, text } = await applicationExport(form)
    await shell.run(text)
    expect(await trustsOfApplication(appId)).toEqual(expected(onApplication))
  },
)

test('the ARM template deployed by az gives an identity the same trusts', async () => {
  const { name, text } = await identityExport('arm-template')
  const file = shell.file('template.json', text)
  await shell.run(`az deployment group create --resource-group '${group}' --template-file '${file}'`)
  expect(await trustsOfIdentity(name)).toEqual(expected(onIdentity))
})

test('the HTTP file gives an identity the same trusts', async () => {
  const { name, text } = await identityExport('http')
  await sendAll(text, azure.armToken)
  expect(await trustsOfIdentity(name)).toEqual(expected(onIdentity))
})

test('the HTTP file gives an application the same trusts', async () => {
  const { appId, text } = await applicationExport('http')
  await sendAll(text, azure.graphToken)
  expect(await trustsOfApplication(appId)).toEqual(expected(onApplication))
})
