import type { Phrase } from './phrase.ts'

/** What tools say while they store or list trusts, beside what the services themselves answer. */
export const toolPhrases: readonly Phrase[] = [
  {
    pattern: /RequestDisallowedByAzure/,
    code: 'sign-in-blocked',
    phase: 'sign-in',
    text: 'Azure refused the change: the person signed in without a second factor, which Azure wants for every change.',
    fix: 'Sign in again with a second factor (multi-factor authentication), then repeat the change.',
  },
  {
    pattern: /JSONDecodeError: (?:Expecting|Extra data)/i,
    code: 'expression-listing',
    phase: 'write',
    certainty: 'possible',
    text: 'Azure CLI could not read the list of trusts: Graph v1.0 breaks its answer off at a flexible one, which has a matching expression and no subject.',
    fix: 'Read the list with Graph beta (az rest --url https://graph.microsoft.com/beta/applications/OBJECT-ID/federatedIdentityCredentials).',
  },
]
