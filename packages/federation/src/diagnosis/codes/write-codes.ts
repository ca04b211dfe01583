import type { CauseFact } from '../codes.ts'

/** Why Azure does not store a trust, or must not be asked to yet. */
export const writeCodes = {
  'name-characters': {
    family: 'write_failure',
    means: 'The name holds a character that Azure does not take, or starts with one.',
  },
  'name-length': { family: 'write_failure', means: 'The name is shorter or longer than Azure takes.' },
  'name-taken': { family: 'write_failure', means: 'The identity already has a trust of this name.' },
  'claims-taken': {
    family: 'write_failure',
    means: 'The identity already has a trust with this issuer and subject.',
  },
  'value-missing': { family: 'write_failure', means: 'Issuer or subject is empty.' },
  'value-too-long': { family: 'write_failure', means: 'A value is longer than Azure takes.' },
  'audience-count': { family: 'write_failure', means: 'A trust has exactly one audience.' },
  'subject-and-expression': {
    family: 'write_failure',
    means: 'A trust has either a subject or a matching expression.',
  },
  'expression-refused': {
    family: 'write_failure',
    means: 'Azure does not take this matching expression.',
  },
  'expression-claims': {
    family: 'write_failure',
    means: 'The matching expression lacks a claim that Azure demands for the issuer, or has one it forbids.',
  },
  'expression-note': { family: 'write_failure', means: 'Something to know about the matching expression.' },
  'expression-listing': {
    family: 'write_failure',
    means: 'A list of trusts cannot be read with Graph v1.0 while one of them has a matching expression.',
  },
  'limit-reached': { family: 'write_failure', means: 'The identity has as many trusts as Azure allows.' },
  'concurrent-writes': {
    family: 'write_failure',
    means: 'Azure takes one write at a time under one managed identity.',
  },
  throttled: { family: 'write_failure', means: 'Azure takes no more writes at this pace.' },
  'region-unsupported': {
    family: 'write_failure',
    means: 'Managed identities of this region take no trusts.',
  },
  'write-permission': {
    family: 'write_failure',
    means: 'The person or tool may not change trusts of this identity.',
  },
  'write-blocked-by-policy': { family: 'write_failure', means: 'An Azure Policy refuses the trust.' },
  'write-locked': { family: 'write_failure', means: 'A lock keeps the identity from being changed.' },
  'sign-in-blocked': {
    family: 'write_failure',
    means: 'The sign-in of the person, not of the workload, was refused or needs a further step.',
  },
  'parent-not-visible': {
    family: 'write_failure',
    means: 'The identity was made a moment ago and is not visible everywhere yet.',
  },
  'parent-missing': { family: 'write_failure', means: 'The identity or application does not exist.' },
  'principal-not-visible': {
    family: 'write_failure',
    means: 'The service principal of the new identity is not replicated yet.',
  },
  'replace-gap': {
    family: 'write_failure',
    means: 'The trust is deleted before its successor exists; runs in between fail.',
  },
  'changed-meanwhile': {
    family: 'write_failure',
    means: 'Somebody else changed the trust since it was read.',
  },
  'wrong-resource-kind': {
    family: 'write_failure',
    means: 'The tool was given the ID of another kind of parent.',
  },
  'name-immutable': { family: 'write_failure', means: 'The name of a stored trust cannot be changed.' },
  'provider-not-registered': {
    family: 'write_failure',
    means: 'The subscription is not registered for managed identities, or not for this version of them.',
  },
  'write-refused': { family: 'write_failure', means: 'Azure refused the write for another reason.' },
  'service-failed': { family: 'write_failure', means: 'Azure itself failed; the write may be repeated.' },
} as const satisfies Readonly<Record<string, CauseFact>>
