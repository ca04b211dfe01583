import type { PasteContext } from '../paste-context.ts'
import { credential, pastedTrust } from '../build-credential.ts'
import { note, workload } from '../build-reading.ts'
import type { FoundReading, PastedParent, PastedTrust } from '../paste-reading.ts'
import { parentOfAddress } from '../parent-address.ts'
import { given } from '../values.ts'
import { roundsOf } from './code-loops.ts'
import { CodeParser } from './code-parser.ts'
import {
  entryOf,
  textOfValue,
  textsOfValue,
  type CodeObject,
  type CodeScope,
  type CodeValue,
} from './code-value.ts'

interface Block {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: CodeObject
}

const heads = /^(?:resource|data|variable|locals|module|terraform|provider|output|import|cloud|backend)$/

/** Trusts in Terraform (azurerm, azuread, azapi), else the workspace of a `cloud` block. */
export function readTerraformCode(text: string, { cloud }: PasteContext): FoundReading | null {
  if (!/^[ \t]*(?:resource|data|locals|variable|terraform|module|cloud|backend)\b[^\n]{0,200}\{/m.test(text))
    return null
  const blocks = blocksOf(text)
  const scope = scopeOf(blocks)
  const trusts = blocks
    .filter(({ type }) => type === 'resource')
    .flatMap((block) => trustsOf(block, scope, cloud))
  return credential(trusts) ?? serviceAccount(blocks, scope) ?? workspaceOf(blocks, scope)
}

function blocksOf(text: string): readonly Block[] {
  const parser = new CodeParser(text, 'hcl')
  const blocks: Block[] = []
  while (parser.current !== undefined && !parser.isSpent && blocks.length < 500) {
    const word = parser.takeWord()
    if (word === undefined || !heads.test(word)) {
      if (word === undefined) parser.position += 1
      continue
    }
    const labels: string[] = []
    for (let label = parser.takeText(); label !== undefined; label = parser.takeText()) labels.push(label)
    if (parser.isMark('{')) blocks.push({ type: word, labels, body: parser.object() })
  }
  return blocks
}

/** What references can name: locals, variables with a default, resources and data by their attributes. */
function scopeOf(blocks: readonly Block[]): CodeScope {
  const scope = new Map<string, CodeValue>()
  for (const { type, labels, body } of blocks) {
    if (type === 'locals') for (const [key, value] of body.entries) scope.set(`local.${key}`, value)
    if (type === 'variable') {
      const value = body.entries.get('default')
      if (value !== undefined) scope.set(`var.${labels[0] ?? ''}`, value)
    }
    if (type === 'resource') scope.set(labels.join('.'), body)
    if (type === 'data') scope.set(`data.${labels.join('.')}`, body)
  }
  return scope
}

function trustsOf(
  { labels: [type = ''], body }: Block,
  scope: CodeScope,
  cloud: PasteContext['cloud'],
): readonly PastedTrust[] {
  const isArm = type === 'azurerm_federated_identity_credential'
  const isGraph = /^azuread_application_(?:flexible_)?federated_identity_credential$/.test(type)
  const isApi =
    type === 'azapi_resource' &&
    /\/federatedIdentityCredentials@/i.test(textOfValue(body.entries.get('type'), scope) ?? '')
  if (!isArm && !isGraph && !isApi) return []
  const over = body.entries.get('for_each')
  const rounds =
    over === undefined ? [scope] : roundsOf(over, scope, { key: 'each.key', value: 'each.value' })
  return rounds.map((round) => (isApi ? ofApi(body, round, cloud) : ofAttributes(body, round, cloud)))
}

function ofAttributes({ entries }: CodeObject, scope: CodeScope, cloud: PasteContext['cloud']): PastedTrust {
  const text = (key: string) => textOfValue(entries.get(key), scope)
  return pastedTrust(
    {
      name: text('name') ?? text('display_name'),
      issuer: text('issuer'),
      subject: text('subject'),
      claimsMatchingExpression: text('claims_matching_expression'),
      audiences: textsOfValue(entries.get('audience') ?? entries.get('audiences'), scope),
      description: text('description'),
      parent: parentOf(
        entries.get('user_assigned_identity_id') ??
          entries.get('parent_id') ??
          entries.get('application_id') ??
          entries.get('application_object_id'),
        scope,
        entries.has('display_name'),
      ),
    },
    cloud,
  )
}

/** `body` is an object, or the argument of `jsonencode`. */
function ofApi({ entries }: CodeObject, scope: CodeScope, cloud: PasteContext['cloud']): PastedTrust {
  const body = entries.get('body')
  const object = body?.kind === 'call' && body.name === 'jsonencode' ? body.arguments[0] : body
  const properties = entryOf(object, 'properties', scope)
  const text = (key: string) => textOfValue(entryOf(properties, key, scope), scope)
  return pastedTrust(
    {
      name: textOfValue(entries.get('name'), scope),
      issuer: text('issuer'),
      subject: text('subject'),
      claimsMatchingExpression: textOfValue(
        entryOf(entryOf(properties, 'claimsMatchingExpression', scope), 'value', scope),
        scope,
      ),
      audiences: textsOfValue(entryOf(properties, 'audiences', scope), scope),
      parent: parentOf(entries.get('parent_id'), scope, false),
    },
    cloud,
  )
}

/** By the ID that is written out, or by the resource that it refers to. */
function parentOf(value: CodeValue | undefined, scope: CodeScope, isApplication: boolean): PastedParent {
  const literal = textOfValue(value, scope)
  if (literal !== undefined)
    return (
      parentOfAddress(literal) ??
      (isApplication ? { kind: 'application', id: literal } : { kind: 'managedIdentity' })
    )
  const owner: CodeValue | undefined =
    value?.kind === 'reference'
      ? { kind: 'reference', path: value.path.replace(/\.(?:id|object_id)$/, '') }
      : undefined
  const text = (key: string) => textOfValue(entryOf(owner, key, scope), scope)
  if (isApplication) {
    return { kind: 'application', ...given({ appId: text('client_id'), displayName: text('display_name') }) }
  }
  return {
    kind: 'managedIdentity',
    ...given({ identityName: text('name'), resourceGroup: text('resource_group_name') }),
  }
}

/** https://developer.hashicorp.com/terraform/language/block/terraform#cloud */
function workspaceOf(blocks: readonly Block[], scope: CodeScope): FoundReading | null {
  const inside = blocks
    .filter(({ type }) => type === 'terraform')
    .flatMap(({ body }) => [body.entries.get('cloud'), body.entries.get('backend')])
  const bare = blocks.filter(({ type }) => type === 'cloud' || type === 'backend').map(({ body }) => body)
  for (const block of [...inside, ...bare]) {
    const text = (key: string) => textOfValue(entryOf(block, key, scope), scope)
    const organization = text('organization')
    if (organization === undefined) continue
    const workspaces = entryOf(block, 'workspaces', scope)
    const workspace = textOfValue(entryOf(workspaces, 'name', scope), scope)
    const project = textOfValue(entryOf(workspaces, 'project', scope), scope)
    const host = text('hostname') ?? 'app.terraform.io'
    return workload(
      'hcp-terraform',
      { host, kind: 'workspace', organization, project, workspace },
      `HCP Terraform workspace ${organization}/${workspace ?? '…'}`,
      {
        notes:
          project === undefined
            ? [note('read-id', 'The subject holds the name of the project, which the block does not say.')]
            : [],
      },
    )
  }
  return null
}

/** `kubernetes_service_account` of the provider for Kubernetes. */
function serviceAccount(blocks: readonly Block[], scope: CodeScope): FoundReading | null {
  const found = blocks.find(({ labels: [type = ''] }) => /^kubernetes_service_account(?:_v1)?$/.test(type))
  const metadata = found?.body.entries.get('metadata')
  const text = (key: string) => textOfValue(entryOf(metadata, key, scope), scope)
  const name = text('name')
  if (name === undefined) return null
  return workload(
    'kubernetes',
    { namespace: text('namespace'), serviceAccount: name },
    `Kubernetes service account ${name}`,
    {
      notes: [
        note(
          'read-issuer',
          "The issuer is the cluster's. Read it: kubectl get --raw /.well-known/openid-configuration | jq -r .issuer",
        ),
      ],
    },
  )
}
