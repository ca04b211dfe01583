import type { CauseFact } from '../codes.ts'

/** Causes beside the stored values: time, policy, identity, the way to a token, and access. */
export const exchangeCodes = {
  'token-expired': { family: 'time', means: 'The token was presented after its end.' },
  'token-not-yet': { family: 'time', means: 'The token was presented before its start.' },
  'token-cached': { family: 'time', means: 'A token that was read long ago is presented again and again.' },
  'trust-new': {
    family: 'propagation',
    means: 'The trust was made or changed minutes ago, and Azure still answers from before.',
    doesNotProve: 'That issuer, subject or audience are wrong.',
  },
  'trust-stale': {
    family: 'propagation',
    means: 'All values are equal to the byte and the trust is old, yet it is refused.',
    doesNotProve: 'That issuer, subject or audience are wrong.',
  },
  'client-stale': {
    family: 'propagation',
    means: 'The workload keeps failing with what it remembers from before the trust was right.',
  },
  'entra-token': {
    family: 'tenant_policy',
    means: 'Entra takes a token of its own only from a managed identity of the same tenant.',
    doesNotProve: 'That issuer, subject or audience differ.',
  },
  'entra-token-of-person': {
    family: 'tenant_policy',
    means: 'The Entra-issued token stands for a person; only those of applications are taken.',
  },
  'app-multi-tenant': {
    family: 'tenant_policy',
    means: 'Entra-issued tokens are taken only on an application of one tenant or a managed identity.',
  },
  'cross-cloud': {
    family: 'tenant_policy',
    means: 'Token and identity belong to different Azure clouds, which do not mix.',
  },
  'claim-required': {
    family: 'tenant_policy',
    means: 'A policy of the tenant wants a claim that the token does not carry.',
    doesNotProve: 'That the subject is wrong. No change of the trust helps.',
  },
  'issuer-forbidden': {
    family: 'tenant_policy',
    means: 'A policy of the tenant restricts federation or this issuer.',
    doesNotProve: 'That the subject is wrong. No change of the trust helps.',
  },
  'conditional-access': {
    family: 'tenant_policy',
    means: 'Conditional Access blocks the workload.',
    doesNotProve: 'That the trust is wrong.',
  },
  'identity-without-trust': {
    family: 'wrong_identity',
    means: 'The identity that was asked for has no trust at all.',
  },
  'trust-on-other-identity': {
    family: 'wrong_identity',
    means: 'The trust that fits exists on another identity.',
  },
  'claims-elsewhere': {
    family: 'wrong_identity',
    means: 'Another identity already trusts this issuer and subject.',
  },
  'identity-of-platform': {
    family: 'wrong_identity',
    means: 'The identity belongs to an add-on of the platform, not to the workload.',
  },
  'client-id-kind': {
    family: 'wrong_identity',
    means: 'Another ID of the identity stands where its client ID belongs.',
  },
  'client-unknown': { family: 'wrong_identity', means: 'The tenant has no identity with this client ID.' },
  'tenant-unknown': { family: 'wrong_identity', means: 'Entra has no such tenant in this cloud.' },
  'client-id-missing': {
    family: 'wrong_identity',
    means: 'The run had no client ID or tenant ID: the settings that hold them were out of its reach.',
  },
  'id-token-permission': {
    family: 'plumbing',
    means: 'The workflow may not ask for a token.',
    doesNotProve: 'That the trust is wrong: it was never asked.',
  },
  'token-not-fetched': { family: 'plumbing', means: 'The workload could not get its own token.' },
  'tool-too-old': { family: 'plumbing', means: 'The task or tool does not know federated tokens yet.' },
  'secret-flow': {
    family: 'plumbing',
    means: 'The run signed in with a secret; federation was not tried.',
  },
  'not-a-token': { family: 'plumbing', means: 'What was presented is not a signed JSON Web Token.' },
  'text-unknown': { family: 'plumbing', means: 'The text names no failure that is known here.' },
  'role-missing': {
    family: 'authorization',
    means: 'The sign-in works, and the identity has no role where it is used.',
    doesNotProve: 'That the trust is wrong.',
  },
  'role-of-other-principal': {
    family: 'authorization',
    means: 'The role is assigned to another principal of the same name.',
    doesNotProve: 'That the trust is wrong.',
  },
} as const satisfies Readonly<Record<string, CauseFact>>
