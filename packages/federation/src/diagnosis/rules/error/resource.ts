import { causeOf } from '../../cause.ts'
import { codeWords, type ErrorRule } from '../../error/error-case.ts'

/** The resource or scope that a token was asked for: Entra looks at it apart from the trust. */
export const resource: ErrorRule = ({ code, failure }) => {
  const named = failure.quoted.resource ?? ''
  const evidence = `${codeWords(code)}${named === '' ? '' : ` names ${named.slice(0, 300)}`}`
  const isMangled =
    /\.\/default|\/default|default\/|\/\/\.default/.test(named) && !/[^/]\/\.default$/.test(named)
  if (/TokenExchange/i.test(named) || isMangled) {
    return {
      phase: 'issue',
      causes: [
        causeOf('resource-mangled', {
          severity: 'block',
          certainty: 'certain',
          text: `No token was issued: the resource was asked for as ${named}, which does not exist${isMangled ? '; a library mangled the end /.default into ./default or the like' : ' in this cloud'}. The audience of the trust is right.`,
          evidence,
          fix: isMangled
            ? 'Update the library that asks (Microsoft.Identity.Web 2.18.0 did so: use 2.17.5, or a later fixed one). Do not change the trust.'
            : 'Ask a managed identity for the token-exchange resource of its own cloud. Do not change the trust.',
        }),
      ],
    }
  }
  return {
    phase: 'exchange',
    causes: [
      causeOf('scope-unknown', {
        severity: 'block',
        certainty: 'certain',
        text: `The tenant does not know the resource${named === '' ? '' : ` ${named}`} that the token was asked for, or the scope is misspelled. The trust is not at fault.`,
        evidence,
        fix: 'Ask for one resource with /.default behind it, such as https://management.azure.com/.default, in the cloud of the tenant.',
      }),
    ],
  }
}
