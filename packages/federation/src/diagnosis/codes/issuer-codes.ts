import type { CauseFact } from '../codes.ts'

/** Causes in the issuer, and in what the issuer publishes. */
export const issuerCodes = {
  'issuer-slash': {
    family: 'issuer',
    means: 'The issuer has a slash at its end that tokens do not carry, or lacks one that they carry.',
  },
  'issuer-empty-segment': { family: 'issuer', means: 'The issuer has two slashes in a row in its path.' },
  'issuer-case': { family: 'issuer', means: 'The issuer differs from that of the tokens in letter case.' },
  'issuer-white-space': { family: 'issuer', means: 'White space or an unseen character is in the issuer.' },
  'issuer-not-an-issuer': {
    family: 'issuer',
    means: 'The text is another address of the platform, or no https address: no token carries it.',
  },
  'issuer-discovery-address': {
    family: 'issuer',
    means: 'The address of the discovery document stands where its issuer belongs.',
  },
  'issuer-in-cluster': {
    family: 'issuer',
    means: 'The cluster still issues tokens under its inner name, which Entra can neither reach nor trust.',
  },
  'issuer-other-platform': {
    family: 'issuer',
    means: 'Issuer and subject are those of two platforms, or of two generations of one.',
  },
  'issuer-shape': { family: 'issuer', means: 'The platform has no issuer of this form.' },
  'issuer-placeholder': {
    family: 'issuer',
    means: 'A placeholder of a template or script stands where the issuer belongs.',
  },
  'issuer-common': {
    family: 'issuer',
    means: 'The Entra issuer names common or organizations where tokens carry the ID of the tenant.',
  },
  'issuer-entra-version': {
    family: 'issuer',
    means: 'The Entra issuer is that of v1.0 tokens; callers of token exchange carry the one of v2.0.',
  },
  'issuer-other-tenant': {
    family: 'issuer',
    means: 'The Entra issuer is that of a tenant in which the caller does not live.',
  },
  'issuer-other-cluster': {
    family: 'issuer',
    means: 'The issuer is that of another cluster of the same platform.',
  },
  'issuer-discovery-differs': {
    family: 'issuer',
    means: 'The discovery document at this address names another issuer; its tokens carry that one.',
  },
  'issuer-pipeline-token': {
    family: 'issuer',
    means: 'The token is that of an Azure DevOps pipeline, not of a service connection.',
  },
  'issuer-copied-slash': {
    family: 'issuer',
    means: 'A pasted log shows a slash that the token likely does not have.',
    doesNotProve: 'That the stored issuer is wrong.',
  },
  'issuer-differs': { family: 'issuer', means: 'No trust of the identity has the issuer of the token.' },
  'issuer-private': {
    family: 'issuer_unreachable',
    means: 'Entra reads the keys from the internet; this host is not on it.',
  },
  'discovery-unreachable': {
    family: 'issuer_unreachable',
    means: 'The discovery document of the issuer cannot be fetched from the internet.',
    doesNotProve: 'That subject or audience are wrong.',
  },
  'discovery-missing': {
    family: 'issuer_unreachable',
    means: 'The issuer answers, but has no discovery document.',
  },
  'discovery-refused': {
    family: 'issuer_unreachable',
    means: 'The discovery document is behind a sign-in, a redirect or a filter.',
  },
  'discovery-unreadable': {
    family: 'issuer_unreachable',
    means: 'What the issuer answers is not a discovery document.',
  },
  'discovery-intermittent': {
    family: 'issuer_unreachable',
    means: 'The discovery document could be fetched at some attempts only.',
  },
  'issuer-certificate': {
    family: 'issuer_unreachable',
    means: 'The certificate of the issuer is not one that Entra accepts.',
  },
  'issuer-slow': {
    family: 'issuer_unreachable',
    means: 'The issuer answers so slowly that Entra may give up.',
  },
  'keys-address': {
    family: 'issuer_unreachable',
    means: 'The discovery document names no usable address for the keys.',
  },
  'keys-unreachable': {
    family: 'issuer_unreachable',
    means: 'The discovery document can be fetched; the keys that it names cannot.',
  },
  'keys-missing': { family: 'issuer_unreachable', means: 'The issuer publishes no key.' },
  'keys-not-rsa': {
    family: 'issuer_unreachable',
    means: 'The issuer signs with a kind of key that Entra does not take: RS256 is needed.',
  },
  'keys-mixed': {
    family: 'issuer_unreachable',
    means: 'The issuer publishes keys of which Entra takes only some.',
  },
  'keys-weak': { family: 'issuer_unreachable', means: 'The RSA key of the issuer is too short.' },
  'keys-too-many': {
    family: 'issuer_unreachable',
    means: 'The issuer publishes more keys than Entra reads.',
  },
  'key-exposed': {
    family: 'issuer_unreachable',
    means: 'The issuer publishes the private part of a key, so that anybody can sign its tokens.',
  },
  'keys-same-id': { family: 'issuer_unreachable', means: 'Two keys of the issuer have the same ID.' },
  'key-certificate': {
    family: 'issuer_unreachable',
    means: 'The certificate beside a key of the issuer is outside its dates.',
    doesNotProve: 'That Entra refuses the key.',
  },
  'key-unknown': {
    family: 'issuer_unreachable',
    means: 'The key that signed the token is not among those that the issuer publishes.',
  },
  'algorithm-unsupported': {
    family: 'issuer_unreachable',
    means: 'The token is signed with an algorithm or key that Entra does not take.',
  },
  'signature-wrong': {
    family: 'issuer_unreachable',
    means: 'The signature of the token does not fit the published key.',
  },
} as const satisfies Readonly<Record<string, CauseFact>>
