import type { Export } from './export.ts'
import { yamlText } from './quoting.ts'
import { authorityOf, clientIdOf, cloudOf, fileStem, type WorkloadContext } from './workload-context.ts'

/** https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens */
export const serviceAccountSubject = /^system:serviceaccount:([^:]+):([^:]+)$/

const login =
  'az login --service-principal --username "$AZURE_CLIENT_ID" --tenant "$AZURE_TENANT_ID" --federated-token "$(cat "$AZURE_FEDERATED_TOKEN_FILE")" --allow-no-subscriptions'

/**
 * The service account with its annotations, and a pod that signs in once. The pod asks for the stored audience itself,
 * so it works with and without the workload identity webhook.
 * https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html
 */
export function kubernetesManifest(context: WorkloadContext): Export {
  const [, space, name] = serviceAccountSubject.exec(context.trust.subject ?? '') ?? []
  const namespace = JSON.stringify(space ?? '<namespace>')
  const account = JSON.stringify(name ?? '<service-account>')
  const text = [
    ...serviceAccount(context, namespace, account),
    '---',
    ...checkPod(context, namespace, account),
    '',
  ].join('\n')
  return { language: 'yaml', filename: `${fileStem(context)}.yaml`, text }
}

function serviceAccount(context: WorkloadContext, namespace: string, account: string): readonly string[] {
  return [
    'apiVersion: v1',
    'kind: ServiceAccount',
    'metadata:',
    `  name: ${account}`,
    `  namespace: ${namespace}`,
    '  annotations:',
    `    azure.workload.identity/client-id: ${JSON.stringify(clientIdOf(context))}`,
    `    azure.workload.identity/tenant-id: ${JSON.stringify(context.tenantId)}`,
  ]
}

function checkPod(context: WorkloadContext, namespace: string, account: string): readonly string[] {
  const audience = context.trust.audiences[0] ?? '<audience>'
  return [
    '# Signs in once. In your own Deployment, put label and service account on the pod template.',
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: azure-sign-in-check',
    `  namespace: ${namespace}`,
    '  labels:',
    '    azure.workload.identity/use: "true"',
    'spec:',
    `  serviceAccountName: ${account}`,
    '  restartPolicy: Never',
    '  containers:',
    '    - name: check',
    '      image: mcr.microsoft.com/azure-cli',
    `      command: ["/bin/sh", "-c", ${JSON.stringify(signIn(context))}]`,
    '      env:',
    ...variable('AZURE_CLIENT_ID', clientIdOf(context)),
    ...variable('AZURE_TENANT_ID', context.tenantId),
    ...variable('AZURE_AUTHORITY_HOST', `${authorityOf(context)}/`),
    ...variable('AZURE_FEDERATED_TOKEN_FILE', '/var/run/secrets/trust/token'),
    '      volumeMounts:',
    '        - { name: trust, mountPath: /var/run/secrets/trust, readOnly: true }',
    '  volumes:',
    '    - name: trust',
    '      projected:',
    '        sources:',
    '          - serviceAccountToken:',
    '              path: token',
    '              expirationSeconds: 3600',
    `              audience: ${yamlText(audience)}`,
  ]
}

function signIn(context: WorkloadContext): string {
  const { cloud = 'public' } = context
  return cloud === 'public' ? login : `az cloud set --name ${cloudOf(context).cliName} && ${login}`
}

function variable(name: string, value: string): readonly string[] {
  return [`        - { name: ${name}, value: ${JSON.stringify(value)} }`]
}
