/** What one AADSTS code says about a token exchange. */
export interface ErrorFact {
  readonly explanation: string
  readonly nextStep: string
  readonly mayStillSpread: boolean
}

const wait =
  'If the values are equal to the letter, wait a few minutes and try again: Azure spreads changes slowly.'
const policy = 'Ask the administrator of the tenant. No change of the trust can help.'
const rights =
  'Look at the Conditional Access policies for workload identities. The trust itself is not at fault.'
const reachable =
  'Open the issuer’s /.well-known/openid-configuration and its jwks_uri from outside your network: both must answer over https.'

/**
 * Codes of the client-credentials flow with a federated assertion, without the prefix AADSTS.
 * Sources: https://learn.microsoft.com/entra/identity-platform/reference-error-codes,
 * https://azure.github.io/azure-workload-identity/docs/troubleshooting.html
 */
export const errorFacts: Readonly<Record<string, ErrorFact>> = {
  '70021': spreads(
    'No trust of this identity matches the token. The code does not say which claim differs.',
    `Compare issuer, subject and audience with the token. ${wait}`,
  ),
  '70025': spreads(
    'The identity has no trust at all, or its first one has not spread yet.',
    'Check that the client ID belongs to the identity that has the trust. A first trust may need some minutes.',
  ),
  '700211': spreads(
    'No trust of this identity has the issuer of the token.',
    `Compare the issuer with “iss”, slash at the end included. ${wait}`,
  ),
  '700212': spreads(
    'A trust has the issuer of the token, but not its audience.',
    `Compare the audience with “aud”; each Azure cloud has its own. ${wait}`,
  ),
  '7002121': spreads(
    'A trust has the issuer of the token, but not its audience.',
    `Compare the audience with “aud”; each Azure cloud has its own. ${wait}`,
  ),
  '700213': spreads(
    'A trust has the issuer of the token, but not its subject.',
    `Compare the subject with “sub”: environment or branch, names or IDs. ${wait}`,
  ),
  '7002131': spreads(
    'Neither a subject nor a matching expression of this identity fits the token.',
    `Compare subject and expressions with the claims of the token. ${wait}`,
  ),
  '7002137': spreads(
    'The subject of an Entra-issued token (/eid1/…) differs; the message names the wanted one.',
    `Copy the wanted subject from the message into the trust. ${wait}`,
  ),
  '7002138': spreads(
    'The subject differs in letter case only.',
    'Copy “sub” from the token into the trust. After such an edit the old value may answer for some minutes.',
  ),
  '700222': fixed(
    'The token was issued by Entra itself, which does not take its own tokens here.',
    'Present the token of the outside platform, not an Entra token.',
  ),
  '700223': fixed('A policy of the tenant forbids tokens of this issuer.', policy),
  '7002241': fixed(
    'Azure allows no matching expressions for this issuer.',
    'Use a trust with an exact subject.',
  ),
  '700226': fixed(
    'Of Entra-issued tokens, only those of managed identities are taken.',
    'Present the token of a managed identity, or that of an outside platform.',
  ),
  '7000226': fixed('The application has no policy that lets it use this credential.', policy),
  '700227': fixed(
    'The token of the managed identity was asked for with an audience that is not allowed here.',
    'Ask for it with the audience of the token exchange, and trust the v2.0 issuer.',
  ),
  '700229': fixed(
    'The Entra-issued token stands for a person; only tokens of applications are taken.',
    'Let the workload sign in as itself.',
  ),
  '700231': fixed(
    'A token that itself came from a federated credential cannot be exchanged again.',
    'Present the first token to this identity.',
  ),
  '700233': fixed(
    'The matching expression of the trust cannot be read.',
    'Correct the expression, or use an exact subject.',
  ),
  '700234': fixed(
    'The matching expression of the trust failed on this token.',
    'Correct the expression, or use an exact subject.',
  ),
  '700235': fixed('This identity does not take matching expressions.', 'Use a trust with an exact subject.'),
  '700236': fixed(
    'Identities of this tenant do not take tokens of this Entra issuer.',
    'Use a managed identity of the same tenant, or an outside issuer.',
  ),
  '700237': fixed(
    'Azure does not allow this matching expression.',
    'Correct the expression, or use an exact subject.',
  ),
  '700238': fixed('A policy of the tenant restricts workload identity federation.', policy),
  '7002381': fixed('A policy of the tenant restricts workload identity federation.', policy),
  '700024': fixed(
    'The token has expired, or is not valid yet.',
    'Fetch a new token and present it at once; check the clock of the platform if it recurs.',
  ),
  '700027': fixed(
    'The signature of the token does not fit the keys of its issuer.',
    'Fetch a new token and present it whole. If it recurs, the issuer publishes other keys than it signs with.',
  ),
  '7000272': spreads(
    'The issuer does not publish the key that signed the token, or Entra still holds its older keys.',
    'Check that the key ID is at the issuer’s jwks_uri. After a key change Entra may need up to an hour.',
  ),
  '50027': fixed(
    'The token cannot be read as a JSON Web Token.',
    'Present the token whole, without quotes or line breaks.',
  ),
  '5002727': fixed(
    'The header of the token names a type that Entra does not take.',
    'Have the platform issue tokens of the type JWT.',
  ),
  '5002730': fixed(
    'The token is signed with a kind of key that Entra does not take.',
    'Have the platform sign with an RSA key (RS256).',
  ),
  '5002738': fixed(
    'The token is signed with an algorithm that Entra does not take.',
    'Have the platform sign with RS256.',
  ),
  '90061': fixed('Entra could not fetch the issuer’s documents.', reachable),
  '50166': fixed('Entra could not fetch the issuer’s documents.', reachable),
  '501661': fixed('Entra could not fetch the issuer’s documents.', reachable),
  '700016': fixed(
    'The tenant has no identity with this client ID.',
    'Use the client (application) ID, not the object ID, and the tenant of the identity.',
  ),
  '7000215': fixed(
    'A client secret was presented, and it is wrong.',
    'Present the token of the workload as a client assertion, without a secret.',
  ),
  '1002012': fixed(
    'The scope is not one that this flow takes.',
    'Ask for one resource with /.default behind it, such as https://management.azure.com/.default.',
  ),
  '70011': fixed(
    'The scope is not one that this flow takes.',
    'Ask for one resource with /.default behind it, such as https://management.azure.com/.default.',
  ),
  '70003': fixed('The request names a flow that Entra does not know.', 'Use grant_type=client_credentials.'),
  '70052': fixed(
    'For an Entra issuer the identity must be a managed identity or an application of one tenant.',
    'Use a managed identity, or an application that only its own tenant may use.',
  ),
  '90002': fixed(
    'Entra has no such tenant in this cloud.',
    'Check the tenant ID, and that the cloud is the right one.',
  ),
  '53003': fixed('A Conditional Access policy blocks this workload.', rights),
  '500011': fixed(
    'The tenant does not know the resource that the token was asked for.',
    'Correct the resource in the scope. The trust itself is not at fault.',
  ),
  '900382': fixed(
    'Token and identity belong to different Azure clouds.',
    'Use an identity, an audience and an address of the same cloud.',
  ),
}

function spreads(explanation: string, nextStep: string): ErrorFact {
  return { explanation, nextStep, mayStillSpread: true }
}

function fixed(explanation: string, nextStep: string): ErrorFact {
  return { explanation, nextStep, mayStillSpread: false }
}
