import type { CauseFact } from '../codes.ts'

/** Causes in the audience. */
export const audienceCodes = {
  'audience-other-cloud': {
    family: 'audience',
    means: 'The audience is that of another Azure cloud.',
  },
  'audience-of-platform': {
    family: 'audience',
    means: 'The platform puts another audience into its tokens, by itself or by a setting.',
  },
  'audience-not-default': {
    family: 'audience',
    means: 'The workload has to ask for this audience by name; Azure’s own tools ask for another one.',
  },
  'audience-list': {
    family: 'audience',
    means: 'A list of audiences stands in the place of one.',
  },
  'audience-not-a-uri': {
    family: 'audience',
    means: 'The audience is no URI. Azure accepts it; some tools do not.',
  },
  'audience-near-miss': {
    family: 'audience',
    means: 'The audience is almost the one of Azure’s token exchange.',
  },
  'audience-differs': { family: 'audience', means: 'The audience of the token is another one.' },
  'resource-mangled': {
    family: 'audience',
    means: 'The resource that was asked for does not exist under this spelling.',
    doesNotProve: 'That the trust is wrong: the audience was asked for, not stored, in this spelling.',
  },
} as const satisfies Readonly<Record<string, CauseFact>>
