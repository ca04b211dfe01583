/**
 * Host of the issuer whose subjects name the repositories of the GitHub behind this REST interface: an Enterprise Server
 * (`https://HOST/api/v3`), GHE.com (`https://api.SUBDOMAIN.ghe.com`), else github.com.
 * https://docs.github.com/enterprise-server@latest/actions/reference/security/oidc
 */
export function issuerHostOf(apiUrl: string): string {
  const { host, hostname, pathname } = new URL(apiUrl)
  if (/^\/api\/v3\/?$/.test(pathname)) return host
  const [, subdomain] = /^api\.([a-z0-9-]+)\.ghe\.com$/.exec(hostname) ?? []
  return `token.actions.${subdomain === undefined ? 'githubusercontent.com' : `${subdomain}.ghe.com`}`
}
