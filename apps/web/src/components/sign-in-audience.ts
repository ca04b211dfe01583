/** In whose directories people and workloads can sign in to an application. */
export interface AudienceWords {
  /** `This tenant only`. */
  readonly short: string
  /** What follows from it; null for a single tenant, where nothing does. */
  readonly warning: string | null
}

const elsewhere =
  'Any other tenant can make a service principal for it. What is trusted here can then sign in there too, with the access that tenant gave it.'

/** https://learn.microsoft.com/graph/api/resources/application#signinaudience-values */
const words: Readonly<Record<string, AudienceWords>> = {
  AzureADMyOrg: { short: 'This tenant only', warning: null },
  AzureADMultipleOrgs: { short: 'Any Entra tenant', warning: elsewhere },
  AzureADandPersonalMicrosoftAccount: {
    short: 'Any Entra tenant and personal accounts',
    warning: elsewhere,
  },
  PersonalMicrosoftAccount: {
    short: 'Personal accounts only',
    warning: 'It is made for personal Microsoft accounts, not for workloads of this tenant.',
  },
}

/** `stored` as Graph returned it; a value that is not known is shown as it is. */
export function audienceWords(stored: string | null): AudienceWords {
  if (stored === null) return { short: 'Not told', warning: null }
  return words[stored] ?? { short: stored, warning: 'This portal does not know this sign-in audience.' }
}
