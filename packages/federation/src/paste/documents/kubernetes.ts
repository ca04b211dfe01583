import type { PasteContext } from '../paste-context.ts'
import { credential, pastedTrust } from '../build-credential.ts'
import { note, oneOrSeveral, workload } from '../build-reading.ts'
import type { FoundReading, PasteNote, SingleReading } from '../paste-reading.ts'
import { guidOf, isValues, listOf, textAt, textsOf, valueAt, valueIn, given, type Values } from '../values.ts'

/** A service account, as one or more objects of a paste describe it. */
interface Account {
  readonly namespace: string | undefined
  readonly name: string
  readonly clientId: string | undefined
  readonly tenantId: string | undefined
  /** Undefined: no pod of it was pasted. */
  readonly hasLabel: boolean | undefined
  readonly isAccount: boolean
}

/** Objects of Kubernetes: service accounts, what runs under them, and credentials of Azure's operators. */
export function readKubernetes(documents: readonly unknown[], context: PasteContext): FoundReading | null {
  const objects = documents
    .flatMap(itemsOf)
    .filter((item) => textAt(item, 'kind') !== undefined && textAt(item, 'apiVersion') !== undefined)
  if (objects.length === 0) return null
  const drafts = objects.flatMap((object) => operatorTrust(object, context))
  if (drafts.length > 0) return credential(drafts)
  const accounts = merged(objects.flatMap(accountOf))
  return oneOrSeveral(accounts.map(reading), (count) => `${count} service accounts`)
}

function itemsOf(document: unknown): readonly Values[] {
  if (!isValues(document)) return []
  return textAt(document, 'kind')?.endsWith('List') === true
    ? listOf(valueAt(document, 'items')).filter(isValues)
    : [document]
}

/** Credentials of Azure Service Operator and of Crossplane. https://azure.github.io/azure-service-operator/reference/managedidentity/ */
function operatorTrust(object: Values, { cloud }: PasteContext) {
  if (textAt(object, 'kind') !== 'FederatedIdentityCredential') return []
  const spec = valueIn(object, 'spec', 'forProvider') ?? valueAt(object, 'spec')
  const owner = textAt(valueAt(spec, 'owner'), 'name') ?? textAt(valueAt(spec, 'parentIdRef'), 'name')
  return [
    pastedTrust(
      {
        name: textAt(spec, 'azureName') ?? textAt(valueAt(object, 'metadata'), 'name'),
        issuer: textAt(spec, 'issuer'),
        subject: textAt(spec, 'subject'),
        audiences: textsOf(valueAt(spec, 'audiences', 'audience')),
        parent: {
          kind: 'managedIdentity',
          ...given({ identityName: owner, resourceGroup: textAt(spec, 'resourceGroupName') }),
        },
      },
      cloud,
    ),
  ]
}

const workloadKinds = /^(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob|Rollout)$/

function accountOf(object: Values): readonly Account[] {
  const kind = textAt(object, 'kind') ?? ''
  const metadata = valueAt(object, 'metadata')
  const namespace = textAt(metadata, 'namespace')
  if (kind === 'ServiceAccount') {
    const name = textAt(metadata, 'name')
    const annotation = (key: string) =>
      textAt(valueAt(metadata, 'annotations'), `azure.workload.identity/${key}`)
    if (name === undefined || isPlaceholder(name)) return []
    return [
      {
        namespace: namespace === undefined || isPlaceholder(namespace) ? undefined : namespace,
        name,
        clientId: annotation('client-id'),
        tenantId: annotation('tenant-id'),
        hasLabel: undefined,
        isAccount: true,
      },
    ]
  }
  if (!workloadKinds.test(kind)) return []
  const template =
    kind === 'Pod'
      ? object
      : (valueIn(object, 'spec', 'jobTemplate', 'spec', 'template') ?? valueIn(object, 'spec', 'template'))
  const name = textAt(valueAt(template, 'spec'), 'serviceAccountName', 'serviceAccount')
  if (name === undefined || isPlaceholder(name)) return []
  const label = valueAt(valueIn(template, 'metadata', 'labels'), 'azure.workload.identity/use')
  return [
    {
      namespace: namespace === undefined || isPlaceholder(namespace) ? undefined : namespace,
      name,
      clientId: undefined,
      tenantId: undefined,
      hasLabel: label === 'true' || label === true,
      isAccount: false,
    },
  ]
}

/** `<namespace>`, `{{ .Values.x }}`, `${NAMESPACE}`. */
function isPlaceholder(text: string): boolean {
  return /[<{$]/.test(text)
}

/** A service account and the pods that run under it are one answer. */
function merged(accounts: readonly Account[]): readonly Account[] {
  const byName = new Map<string, Account>()
  for (const account of accounts) {
    const key = `${account.namespace ?? ''}/${account.name}`
    const before = byName.get(key)
    byName.set(
      key,
      before === undefined
        ? account
        : {
            ...before,
            clientId: before.clientId ?? account.clientId,
            tenantId: before.tenantId ?? account.tenantId,
            hasLabel: before.hasLabel ?? account.hasLabel,
            isAccount: before.isAccount || account.isAccount,
          },
    )
  }
  return [...byName.values()]
}

function reading({ namespace, name, clientId, tenantId, hasLabel, isAccount }: Account): SingleReading {
  const id = guidOf(clientId)
  const tenant = guidOf(tenantId)
  return workload(
    'kubernetes',
    { namespace, serviceAccount: name },
    `Kubernetes service account ${namespace === undefined ? '' : `${namespace}/`}${name}`,
    {
      notes: notesOf(namespace, isAccount && clientId === undefined, hasLabel === false),
      ...(id === undefined ? {} : { parent: { kind: 'either', clientId: id } as const }),
      ...(tenant === undefined ? {} : { tenantId: tenant }),
    },
  )
}

/** https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html */
function notesOf(
  namespace: string | undefined,
  withoutId: boolean,
  withoutLabel: boolean,
): readonly PasteNote[] {
  return [
    note(
      'read-issuer',
      "The issuer is the cluster's. Read it: kubectl get --raw /.well-known/openid-configuration | jq -r .issuer",
    ),
    ...(namespace === undefined
      ? [
          note(
            'no-namespace',
            'The namespace is not written in it, so it follows from the command that applies it. Type it.',
          ),
        ]
      : []),
    ...(withoutId
      ? [
          note(
            'no-client-id',
            'The annotation azure.workload.identity/client-id is missing: pods then know no identity. Add it with the client ID.',
          ),
        ]
      : []),
    ...(withoutLabel
      ? [
          note(
            'no-use-label',
            'The pod template lacks the label azure.workload.identity/use: "true", so its pods get no token. Add it there.',
          ),
        ]
      : []),
  ]
}
