import { type Cause, causeOf } from '../../cause.ts'
import type { ErrorCase, ErrorRule } from '../../error/error-case.ts'
import { lengthOf } from '../token/form/time.ts'

/** Azure CLI 2.59.0 took up a cache that presents the first token again. https://github.com/Azure/azure-cli/issues/28737 */
const brokenCli = '2.59.0'
const daySeconds = 86_400

/** AADSTS700024: the token was presented after its end, or before its start. All three times stand in the text. */
export const assertionTime: ErrorRule = (found) => ({ phase: 'exchange', causes: [causeFor(found)] })

function causeFor({ failure, context }: ErrorCase): Cause {
  const { now, validFrom, expires } = failure.quoted
  const [at, start, end] = [now, validFrom, expires].map(secondsOf)
  const evidence =
    now === undefined || expires === undefined
      ? 'AADSTS700024: Client assertion is not within its valid time range'
      : `Presented ${now}, valid from ${validFrom ?? 'unknown'} until ${expires}`
  const rest = { severity: 'block', certainty: 'certain', evidence } as const
  if (at !== null && start !== null && at !== undefined && start !== undefined && at < start) {
    return causeOf('token-not-yet', {
      ...rest,
      text: `The token was presented ${lengthOf(start - at)} before it becomes valid: a clock is wrong. The trust is not at fault.`,
      fix: 'Set the clock of the machine that issues the tokens (NTP), then fetch a new token.',
    })
  }
  if (validFrom?.startsWith('1970') === true) {
    return causeOf('token-cached', {
      ...rest,
      text: 'The token had expired, and it has no nbf claim (valid from 1970): a library built this assertion itself and presents it again after its end. It is no token of a platform.',
      fix: 'Update the library (MSAL) to a version that makes a new assertion each time, or give it a callback that fetches one.',
    })
  }
  const late = at !== null && end !== null && at !== undefined && end !== undefined ? at - end : null
  const cli = context.azureCliVersion ?? /azure-cli[ /]+(\d{1,3}\.\d{1,3}\.\d{1,3})/i.exec(failure.line)?.[1]
  if (cli === brokenCli) {
    return causeOf('token-cached', {
      ...rest,
      text: `The token had expired${lateWords(late)}: Azure CLI ${brokenCli} keeps presenting the first one after its five minutes. The trust is not at fault.`,
      fix: 'Use Azure CLI 2.58.0, or 2.60.0 and later.',
    })
  }
  if (late !== null && late > daySeconds) {
    return causeOf('token-cached', {
      ...rest,
      text: `The token expired ${lengthOf(late)} before it was presented: a static copy of it is used. The trust is not at fault.`,
      fix: 'Re-read the projected token file before each use (AZURE_FEDERATED_TOKEN_FILE), and copy it nowhere.',
    })
  }
  return causeOf('token-expired', {
    ...rest,
    certainty: late === null ? 'likely' : 'certain',
    text: `The token had expired when it was presented${lateWords(late)}, or it was not valid yet: tokens of pipelines last 5 to 10 minutes, and a late step used the cached one. The trust is not at fault.`,
    fix: 'Log in again right before the late step, or get all access tokens early; update Azure CLI and tasks. With a managed identity the access token lasts longer.',
  })
}

function lateWords(late: number | null): string {
  return late === null || late < 0 ? '' : `, ${lengthOf(late)} too late`
}

function secondsOf(time: string | undefined): number | null {
  const milliseconds = Date.parse(time?.replace(/(\.\d{3})\d+/, '$1') ?? '')
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000
}
