/**
 * Every API call carries this header: a page of another site cannot send it without a preflight, which is never
 * granted. (OAuth 2.0 for Browser-Based Applications, section on CSRF defences.)
 */
export const portalHeader = { name: 'x-trustwright', value: '1' } as const
