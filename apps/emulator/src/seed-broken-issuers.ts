/** Issuers that are broken on purpose, under a name that nobody can own. Their tokens come from `/issuers/{id}/token`. */
export const brokenIssuers = {
  wrongIssuer: broken('wrong-issuer', 90061, 'The discovery document names another issuer'),
  noRsaKey: broken(
    'no-rsa-key',
    7000272,
    'Only an elliptic-curve key is published, tokens are signed with RSA',
  ),
  es256: broken('es256', 5002738, 'Tokens are signed with ES256'),
  shortKey: broken('short-key', 5002730, 'The RSA key has 1024 bits'),
  manyKeys: broken('many-keys', 7000272, '101 keys are published and the last one signs'),
  noKeys: broken('no-keys', 7000272, 'The list of keys is empty'),
  rotatedAway: broken('rotated-away', 7000272, 'The key that signs is published no longer'),
  slow: broken('slow', 501661, 'The discovery document takes 30 seconds'),
  huge: broken('huge', 501661, 'The discovery document is larger than 1 MiB'),
  redirectsDiscovery: broken('redirects-discovery', 90061, 'The discovery document redirects'),
  redirectsKeys: broken('redirects-keys', 90061, 'The keys redirect'),
  noDiscovery: broken('no-discovery', 90061, 'The discovery document is missing (404)'),
  unavailable: broken('unavailable', 50166, 'The discovery document answers 503'),
  html: broken('html', 90061, 'The discovery document is a web page'),
  httpKeys: broken('http-keys', 90061, 'The keys are named at a plain http address'),
  expiredCertificate: broken('expired-certificate', 501661, 'The certificate has expired', 'tls'),
  selfSigned: broken('self-signed', 501661, 'The certificate is signed by itself', 'tls'),
  otherHost: broken('other-host', 501661, 'The certificate is for another host', 'tls'),
  noTls: broken('no-tls', 501661, 'The port speaks plain http', 'plain'),
} as const

function broken<const Name extends string, const Where extends 'https' | 'tls' | 'plain' = 'https'>(
  name: Name,
  aadsts: number,
  what: string,
  where?: Where,
) {
  return {
    id: `broken-${name}`,
    host: `${name}.broken.example`,
    issuer: `https://${name}.broken.example`,
    what,
    /** Number of Entra's refusal of its tokens. */
    aadsts,
    /** `https`: the ordinary port; else a port of its own. */
    where: where ?? 'https',
  } as const
}
