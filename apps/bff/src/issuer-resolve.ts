import { isIP } from 'node:net'
import * as z from 'zod'

export interface ResolvedIssuer {
  readonly address: string
  readonly port: number
}

const pair = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+)=(?:\[([0-9a-f:.]+)\]|([0-9.]+)):(\d{1,5})$/i

/** `host=ip:port,...`: where issuers are that the guarded fetch must not look up in DNS. Keys are in lower case. */
export const IssuerResolve = z.string().transform((text, context): ReadonlyMap<string, ResolvedIssuer> => {
  const pairs = text.split(',').map((part) => part.trim())
  const found = pairs.flatMap((part): [string, ResolvedIssuer][] => {
    const [, host, v6, v4, port] = pair.exec(part) ?? []
    const address = v6 ?? v4
    if (host === undefined || address === undefined || isIP(address) === 0) return []
    const number = Number(port)
    return number > 0 && number < 65_536 ? [[host.toLowerCase(), { address, port: number }]] : []
  })
  if (found.length === pairs.length) return new Map(found)
  context.addIssue({
    code: 'custom',
    message:
      'write host=address:port with exact host names, such as oidc.contoso.com=10.0.0.5:443, with commas',
  })
  return z.NEVER
})
