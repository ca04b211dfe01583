/**
 * What the endpoints of version 1.0 ask for, in the words of version 2.0: they name a `resource` in place of scopes and
 * give refresh and id tokens always.
 * https://learn.microsoft.com/previous-versions/azure/active-directory/azuread-dev/v1-protocols-oauth-code
 */
export function scopeIn(path: string, parameters: URLSearchParams): string {
  const scope = parameters.get('scope') ?? ''
  if (path.toLowerCase().includes('/oauth2/v2.0/')) return scope
  const resource = parameters.get('resource')
  const wanted = resource === null ? scope.split(' ') : [`${resource}/.default`]
  return [...new Set(['openid', 'profile', 'offline_access', ...wanted])]
    .filter((part) => part !== '')
    .join(' ')
}
