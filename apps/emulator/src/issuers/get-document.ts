import type { EmulatorRequest, EmulatorResponse, Operation } from '../kernel/operation.ts'
import type { World } from '../kernel/world.ts'
import { brokenDiscovery, brokenKeys } from './broken/broken-answers.ts'
import { isCatalogueHost, issuerInFolder, issuerOfKeys } from './catalogue.ts'

const ending = '/.well-known/openid-configuration'
const headers = { 'cache-control': 'public, max-age=3600' }

/** Issuers lie at the root of a host or in a folder of it, and every platform has another path for its keys. */
export const getDocument: Operation = {
  id: 'issuers/get-document',
  method: 'GET',
  host: isCatalogueHost,
  path: '/{path*}',
  summary: 'Discovery document and public keys of an outside issuer, at its real host name and path',
  source: 'https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig',
  handle: async (request, world) =>
    (await (request.path.endsWith(ending) ? discoveryOf(request, world) : keysOf(request, world))) ?? {
      status: 404,
      headers: { 'content-type': 'text/plain' },
      body: 'Not Found',
    },
}

async function discoveryOf(
  { host, path }: EmulatorRequest,
  world: World,
): Promise<EmulatorResponse | undefined> {
  const found = issuerInFolder(host, path.slice(0, -ending.length), world)
  if (!found) return undefined
  const { platform, issuer } = found
  const good = async () => ({
    status: 200,
    headers,
    body: {
      issuer,
      jwks_uri: platform.keysAddress(issuer),
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      ...platform.discovery,
    },
  })
  return (await brokenDiscovery[host]?.(world, good)) ?? good()
}

async function keysOf({ host, path }: EmulatorRequest, world: World): Promise<EmulatorResponse | undefined> {
  const found = issuerOfKeys(`https://${host}${path}`, world)
  if (!found) return undefined
  const good = async () => ({
    status: 200,
    headers,
    body: await world.keys.publicKeys(found.platform.keyPurpose(found.issuer)),
  })
  return (await brokenKeys[host]?.(world, good)) ?? good()
}
