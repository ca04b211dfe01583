import { recognise, type Cloud, type PresetId } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'

/** How a workload posts a token to a beacon. */
export interface BeaconSnippet {
  readonly kind: 'github' | 'gitlab' | 'kubernetes' | 'google-cloud' | 'curl'
  readonly title: string
  /** Where it goes. */
  readonly words: string
  readonly text: string
}

export interface BeaconPlace {
  readonly address: string
  readonly audience: string
}

/**
 * Every way, the trust's own first. Each asks for a token with the beacon's audience; where a platform gives none of another
 * audience, `noBeacon` says so.
 */
export function beaconSnippets(trust: Trust, place: BeaconPlace, cloud: Cloud): readonly BeaconSnippet[] {
  const own = kindOf(recognise(trust, cloud)?.presetId ?? null)
  const all = [github(place), gitlab(place), kubernetes(trust, place), googleCloud(place), curl(place)]
  return all.toSorted((one, other) => Number(other.kind === own) - Number(one.kind === own))
}

/** Why the platform of a trust cannot use a beacon; null where it can, or nobody knows. */
export function noBeacon(trust: Trust, cloud: Cloud): string | null {
  const preset = recognise(trust, cloud)?.presetId
  return (preset !== undefined && fixedAudience[preset]) || null
}

const ownToken =
  'The platform takes the token to Entra itself and hands it to nobody, so that none can be posted. Run the workload once and look in the sign-in log instead.'

const fixedAudience: Readonly<Partial<Record<PresetId, string>>> = {
  /** https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity */
  'azure-devops':
    'Azure DevOps gives tokens of service connections the audience of Azure and no other, so they must not leave for a beacon. Run the pipeline once and look in the sign-in log instead.',
  /** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
  'managed-identity':
    'Entra issues tokens of a managed identity for audiences that it knows, and never for that of a beacon. Run the workload once and look in the sign-in log instead.',
  'power-platform': ownToken,
  'bot-service': ownToken,
  'copilot-studio': ownToken,
}

function kindOf(preset: PresetId | null): BeaconSnippet['kind'] {
  if (preset === null) return 'curl'
  if (preset.startsWith('github')) return 'github'
  if (preset.startsWith('gitlab')) return 'gitlab'
  if (preset === 'google-cloud') return 'google-cloud'
  return clusters.includes(preset) ? 'kubernetes' : 'curl'
}

const clusters: readonly string[] = [
  'aks',
  'eks',
  'gke',
  'kubernetes',
  'openshift',
  'azure-arc',
  'oracle-oke',
  'flux',
  'argo-cd',
  'crossplane',
  'tekton',
]

/** https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token */
function github({ address, audience }: BeaconPlace): BeaconSnippet {
  return {
    kind: 'github',
    title: 'GitHub Actions',
    words: 'A step of the job that the trust is for, with its environment and on its branch.',
    text: `permissions:
  id-token: write
steps:
  - name: Show Trustwright a token
    run: |
      curl -sS -H "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \\
        "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=${encodeURIComponent(audience)}" \\
      | jq -rj .value \\
      | curl -sS --fail-with-body -H "Content-Type: application/jwt" --data-binary @- \\
        "${address}"
`,
  }
}

/** https://docs.gitlab.com/ci/secrets/id_token_authentication/ */
function gitlab({ address, audience }: BeaconPlace): BeaconSnippet {
  return {
    kind: 'gitlab',
    title: 'GitLab',
    words: 'A job on the branch or tag that the trust is for.',
    text: `show-trustwright-a-token:
  image: curlimages/curl
  id_tokens:
    TRUSTWRIGHT_TOKEN:
      aud: ${audience}
  script:
    - printf %s "$TRUSTWRIGHT_TOKEN" | curl -sS --fail-with-body -H "Content-Type: application/jwt" --data-binary @- "${address}"
`,
  }
}

/** https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection */
function kubernetes({ subject }: Trust, { address, audience }: BeaconPlace): BeaconSnippet {
  const [, namespace = 'NAMESPACE', account = 'SERVICE-ACCOUNT'] =
    /^system:serviceaccount:([a-z0-9-]+):([a-z0-9.-]+)$/.exec(subject ?? '') ?? []
  return {
    kind: 'kubernetes',
    title: 'Kubernetes',
    words: 'Save it as beacon.yaml and run: kubectl apply -f beacon.yaml. The pod ends by itself.',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: trustwright-beacon-${audience.slice(-8)}
  namespace: ${namespace}
spec:
  serviceAccountName: ${account}
  restartPolicy: Never
  containers:
    - name: beacon
      image: curlimages/curl
      args:
        - -sS
        - --fail-with-body
        - --header=Content-Type:application/jwt
        - --data-binary=@/var/run/beacon/token
        - ${address}
      volumeMounts:
        - { name: token, mountPath: /var/run/beacon, readOnly: true }
  volumes:
    - name: token
      projected:
        sources:
          - serviceAccountToken:
              path: token
              audience: ${audience}
              expirationSeconds: 600
`,
  }
}

/** https://cloud.google.com/compute/docs/instances/verifying-instance-identity#request_signature */
function googleCloud({ address, audience }: BeaconPlace): BeaconSnippet {
  return {
    kind: 'google-cloud',
    title: 'Google Cloud',
    words: 'Run it where the service account is attached.',
    text: `curl -sS -H "Metadata-Flavor: Google" \\
  "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/identity?audience=${encodeURIComponent(audience)}" \\
| curl -sS --fail-with-body -H "Content-Type: application/jwt" --data-binary @- \\
  "${address}"
`,
  }
}

function curl({ address, audience }: BeaconPlace): BeaconSnippet {
  return {
    kind: 'curl',
    title: 'Any other',
    words: `Ask the platform for a token with the audience ${audience}, put it in a file, and post it.`,
    text: `curl -sS --fail-with-body -H "Content-Type: application/jwt" --data-binary @token.jwt \\
  "${address}"
`,
  }
}
