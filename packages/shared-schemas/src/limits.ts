/**
 * Limits of federated identity credentials.
 * Source: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export const limits = {
  /** Characters of issuer, subject, audience and description. */
  textLength: 600,
  /** Characters of a pattern that the portal sends; Azure publishes no limit. */
  expressionLength: 4_000,
  nameMinLength: 3,
  nameMaxLength: 120,
  trustsPerIdentity: 20,
  /** Characters of an outside token that the portal accepts for an exchange. */
  tokenLength: 16_384,
} as const
