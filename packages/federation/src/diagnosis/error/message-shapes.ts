/** What Entra writes behind each code, for texts that lost it. The narrower one first. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/subject matches with case-insensitive comparison/i, '7002138'],
  [
    /ensure the federated identity credential Subject is|make sure the federated identity credential Subject is/i,
    '7002137',
  ],
  [/or no federated identity credential expression matched/i, '7002131'],
  [/No matching federated identity record found for presented assertion subject/i, '700213'],
  [/No matching federated identity record found for presented assertion audience/i, '700212'],
  [/No matching federated identity record found for presented assertion issuer/i, '700211'],
  [/No matching federated identity record found/i, '70021'],
  [/has no configured federated identity credentials/i, '70025'],
  [/Client assertion is not within its valid time range/i, '700024'],
  [/Request to External OIDC endpoint failed/i, '90061'],
  [/could not be found in the metadata of identity provider/i, '7000272'],
  [/is not a supported signature algorithm/i, '5002738'],
  [/Unsupported key for the signing algorithm/i, '5002730'],
  [/AAD-issued tokens may not be used for federated identity flows/i, '700222'],
  [/Only MSI tokens may be used as Federated Identity Credentials/i, '700226'],
  [/Only app-only tokens may be used as Federated Identity Credentials/i, '700229'],
  [/must contain the .{1,60} claim with value/i, '7002381'],
  [/Entra ID tokens issued by issuer .{1,700} may not be used for federated identity/i, '700236'],
  [/identity must be a managed identity, a single tenant app/i, '70052'],
  [/Confidential Client is not supported in Cross Cloud/i, '900382'],
  [/Application with identifier .{1,400} was not found in the directory/i, '700016'],
  [/resource principal named .{1,300} was not found in the tenant/i, '500011'],
  [/Tenant .{1,120} not found\. /i, '90002'],
  [/Access has been blocked by Conditional Access policies/i, '53003'],
  [/Invalid client secret provided/i, '7000215'],
  [/No federated identity credential policy found on application/i, '7000226'],
]

/** The code that a message without one stands for, without AADSTS; null when it is none of Entra’s that is known. */
export function codeOfMessage(line: string): string | null {
  return shapes.find(([pattern]) => pattern.test(line))?.[1] ?? null
}
