/** Every warning of this package. A `block` keeps the trust from being stored. */
export const warningCodes = [
  'field-refused',
  'name-refused',
  'audience-refused',
  'value-too-long',
  'wildcard',
  'issuer-slash',
  'issuer-shape',
  'issuer-not-public',
  'entra-issuer',
  'pull-request-hyphen',
  'pull-request-any',
  'ref-prefix-understood',
  'white-space-trimmed',
  'colon-encoded',
  'environment-wins',
  'environment-any-branch',
  'name-based-subject',
  'kube-system-excluded',
  'audience-not-default',
  'subject-unpredictable',
  'subject-per-person',
  'any-branch',
  'further-subjects',
  'whole-organization',
  'algorithm-unsure',
  'short-lived-subject',
  'still-a-secret',
  'audience-mapper',
  'audience-at-platform',
  'caller-subject',
  'cloud-unsure',
  'ends-soon',
  'format-unsure',
  'managed-by-platform',
  'not-default-subject',
  'single-tenant-only',
  'unusual-value',
  'wide-reach',
  'expression-refused',
  'expression-issuer',
  'expression-claim',
  'expression-wildcard',
  'expression-wide',
  'expression-unsure',
] as const

export type WarningCode = (typeof warningCodes)[number]

/** `block`: would never match, cannot be stored, or lets strangers in; `warn`: matches more or less than expected; `info`: worth knowing. */
export type Severity = 'block' | 'warn' | 'info'

export interface Warning {
  readonly code: WarningCode
  readonly severity: Severity
  /** Key of the field it belongs to; absent when it concerns the trust as a whole. */
  readonly field?: string
  /** The effect and its reason. */
  readonly text: string
  /** What to do. */
  readonly fix: string
}
