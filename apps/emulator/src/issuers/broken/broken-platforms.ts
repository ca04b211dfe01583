import type { KeyPurpose } from '../../kernel/signing-keys.ts'
import { brokenIssuers } from '../../seed-broken-issuers.ts'
import { definePlatform } from '../define-platform.ts'
import { text } from '../fields.ts'
import type { Platform } from '../platform.ts'

const { es256, shortKey } = brokenIssuers

/** Keys of another kind than RSA with 2048 bits. */
const oddKeys: Readonly<Record<string, KeyPurpose>> = {
  [es256.id]: { name: `issuer-${es256.id}`, kind: 'p256' },
  [shortKey.id]: { name: `issuer-${shortKey.id}`, kind: 'rsa1024' },
}

/** Each mints tokens with any subject; what is broken is the issuer. */
export const brokenPlatforms: readonly Platform[] = Object.values(brokenIssuers).map(
  ({ id, host, issuer, what }) =>
    definePlatform({
      id,
      title: what,
      source: 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation',
      issuer,
      hosts: [host],
      keyPurpose: () => oddKeys[id] ?? `issuer-${id}`,
      fields: { subject: text('Subject') },
      example: { subject: 'deploy' },
      subject: '{subject}',
      lifetimeSeconds: 3600,
      ...(id === es256.id ? { discovery: { id_token_signing_alg_values_supported: ['ES256'] } } : {}),
    }),
)
