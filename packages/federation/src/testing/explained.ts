import { explainError } from '../diagnosis/explain-error.ts'

const issuer = 'https://token.actions.githubusercontent.com'

/** A trust of GitHub as it is stored. */
export const githubTrust = (subject: string) => ({
  name: 'main',
  issuer,
  subject,
  audiences: ['api://AzureADTokenExchange'],
})

export const main = githubTrust('repo:contoso/shop:ref:refs/heads/main')
export const prod = 'repo:contoso/shop:environment:prod'

/** What Entra says when no trust has the subject. */
export const noMatch = (subject: string, code = 'AADSTS700213: ') =>
  `${code}No matching federated identity record found for presented assertion subject '${subject}'.`

/** The first cause of an error text, and all that it says. */
export function first(text: string, around: Parameters<typeof explainError>[1] = {}) {
  const { causes, phase } = explainError(text, around)
  return { ...causes[0], phase, said: `${causes[0]?.text} ${causes[0]?.evidence} ${causes[0]?.fix}` }
}
