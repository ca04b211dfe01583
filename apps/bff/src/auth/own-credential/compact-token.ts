/** The outer shape of a signed token. What it says is Entra's to judge. https://datatracker.ietf.org/doc/html/rfc7515#section-3.1 */
export const compactToken = /^[\w-]+\.[\w-]+\.[\w-]+$/
