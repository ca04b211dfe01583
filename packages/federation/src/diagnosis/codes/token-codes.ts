import type { CauseFact } from '../codes.ts'

/** Causes that a token or an error text alone can show. */
export const tokenCodes = {
  'expression-not-matched': {
    family: 'wildcard',
    means: 'The token does not fulfil a term of the matching expression.',
  },
  'token-type': {
    family: 'issuer_unreachable',
    means: 'The header of the token names a type that Entra does not take.',
  },
  'key-unnamed': {
    family: 'issuer_unreachable',
    means: 'The header of the token does not say which key signed it.',
  },
  'subject-unknown': {
    family: 'subject_format',
    means: 'The subject of the token is another one than that of every trust; the text does not say which.',
  },
  'claims-unknown': {
    family: 'subject_format',
    means: 'Issuer, subject or audience differ; the text does not say which.',
    doesNotProve: 'Which of the three claims differs.',
  },
  'other-client': {
    family: 'wrong_identity',
    means:
      'The workload signs in with the client ID of another identity than the one whose trusts were compared.',
  },
  'scope-unknown': {
    family: 'plumbing',
    means: 'The resource or scope that a token was asked for does not exist in the tenant.',
    doesNotProve:
      'That the trust is wrong: Entra took the token of the workload before it looked at the resource.',
  },
  'login-not-started': {
    family: 'plumbing',
    means: 'The tool found no credential that it could use, so it never presented a token.',
    doesNotProve: 'That the trust is wrong: it was never asked.',
  },
  'code-unknown': {
    family: 'plumbing',
    means: 'Entra answered with a code that is not explained here.',
  },
  'resource-refused': {
    family: 'authorization',
    means: 'The sign-in works; the service refuses this action or this caller.',
    doesNotProve: 'That the trust is wrong.',
  },
} as const satisfies Readonly<Record<string, CauseFact>>
