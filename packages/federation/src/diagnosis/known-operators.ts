/** A controller that signs in as itself, whatever workload it serves. */
export interface KnownOperator {
  /** Names under which people know it, in small letters. */
  readonly names: readonly string[]
  readonly title: string
  /** The service account of its own installation, as `namespace:name`; charts and people may choose another. */
  readonly account: string
}

/**
 * Operators that present the token of their own service account. Sources: https://keda.sh/docs/concepts/authentication/,
 * https://azure.github.io/azure-service-operator/guide/authentication/, https://external-secrets.io/latest/provider/azure-key-vault/,
 * https://cert-manager.io/docs/configuration/acme/dns01/azuredns/, https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/azure/,
 * https://velero.io/docs/main/, https://fluxcd.io/flux/integrations/azure/, https://argo-cd.readthedocs.io/en/stable/
 */
export const knownOperators: readonly KnownOperator[] = [
  operator(['keda', 'keda-operator'], 'KEDA', 'keda:keda-operator'),
  operator(
    ['azure-service-operator', 'aso', 'azureserviceoperator'],
    'Azure Service Operator',
    'azureserviceoperator-system:azureserviceoperator-default',
  ),
  operator(
    ['external-secrets', 'eso', 'external-secrets-operator'],
    'External Secrets',
    'external-secrets:external-secrets',
  ),
  operator(['cert-manager'], 'cert-manager', 'cert-manager:cert-manager'),
  operator(['external-dns'], 'ExternalDNS', 'external-dns:external-dns'),
  operator(['velero'], 'Velero', 'velero:velero'),
  operator(['flux', 'source-controller'], 'Flux', 'flux-system:source-controller'),
  operator(['kustomize-controller'], 'Flux', 'flux-system:kustomize-controller'),
  operator(['argocd', 'argo-cd'], 'Argo CD', 'argocd:argocd-application-controller'),
  operator(['cluster-autoscaler'], 'Cluster Autoscaler', 'kube-system:cluster-autoscaler'),
  operator(['vault', 'hashicorp-vault'], 'Vault', 'vault:vault'),
]

function operator(names: readonly string[], title: string, account: string): KnownOperator {
  return { names, title, account }
}

/** By its name, or by the subject it presents. */
export function knownOperatorOf(nameOrSubject: string): KnownOperator | null {
  const text = nameOrSubject.toLowerCase()
  const account = text.replace(/^system:serviceaccount:/, '')
  return knownOperators.find((known) => known.names.includes(text) || known.account === account) ?? null
}
