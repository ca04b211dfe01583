/** A judgement that asked nobody outside the portal. */
export const nothingAsked = {
  issuersProbed: 0,
  issuersLeft: 0,
  repositoriesLookedUp: 0,
  repositoriesLeft: 0,
  githubBecause: 'not-connected',
} as const
