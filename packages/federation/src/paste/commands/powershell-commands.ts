import type { PasteContext } from '../paste-context.ts'
import { pastedTrust } from '../build-credential.ts'
import {
  entryOf,
  resolved,
  textOfValue,
  textsOfValue,
  type CodeScope,
  type CodeValue,
} from '../code/code-value.ts'
import type { PastedParent, PastedTrust } from '../paste-reading.ts'
import { given, guidOf } from '../values.ts'
import { trustAtAddress } from './az-commands.ts'
import { parameter, type PowershellCall } from './powershell-script.ts'

/** The trust that a cmdlet of Az or Microsoft Graph makes; null for other calls. https://learn.microsoft.com/powershell/module/az.managedserviceidentity/new-azfederatedidentitycredential */
export function readCmdlet(
  call: PowershellCall,
  scope: CodeScope,
  { cloud }: PasteContext,
): PastedTrust | null {
  const name = call.words[0]?.text.toLowerCase() ?? ''
  if (/^(?:new|update)-azfederatedidentitycredentials?$/.test(name))
    return ofParameters(call, scope, cloud, identityParent(call, scope))
  if (/^(?:new|update)-azadappfederatedcredential$/.test(name))
    return ofParameters(call, scope, cloud, applicationParent(call, scope))
  if (/^(?:new|update)-mg(?:beta)?applicationfederatedidentitycredential$/.test(name))
    return ofGraph(call, scope, cloud)
  return /^invoke-(?:azrestmethod|azrest|mggraphrequest|restmethod)$/.test(name)
    ? ofRequest(call, scope, cloud)
    : null
}

function ofParameters(
  call: PowershellCall,
  scope: CodeScope,
  cloud: PasteContext['cloud'],
  parent: PastedParent,
): PastedTrust {
  return pastedTrust(
    {
      name: parameter(call, scope, 'name'),
      issuer: parameter(call, scope, 'issuer'),
      subject: parameter(call, scope, 'subject'),
      claimsMatchingExpression: parameter(call, scope, 'claimsmatchingexpressionvalue'),
      audiences: textsOfValue(call.values.get('audience') ?? call.values.get('audiences'), scope),
      description: parameter(call, scope, 'description'),
      parent,
    },
    cloud,
  )
}

function identityParent(call: PowershellCall, scope: CodeScope): PastedParent {
  return {
    kind: 'managedIdentity',
    ...given({
      subscriptionId: guidOf(parameter(call, scope, 'subscriptionid')),
      resourceGroup: parameter(call, scope, 'resourcegroupname'),
      identityName: parameter(call, scope, 'identityname'),
    }),
  }
}

/** `-ApplicationObjectId`, also as `(Get-AzADApplication -ApplicationId x).Id`. */
function applicationParent(call: PowershellCall, scope: CodeScope): PastedParent {
  const value = resolved(call.values.get('applicationobjectid') ?? call.values.get('applicationid'), scope)
  const objectId = textOfValue(value, scope)
  if (objectId !== undefined) return { kind: 'application', objectId }
  const appId =
    value.kind === 'call' && value.name === 'Get-AzADApplication'
      ? behind(value.arguments, '-ApplicationId', scope)
      : undefined
  return { kind: 'application', ...given({ appId }) }
}

function behind(values: readonly CodeValue[], option: string, scope: CodeScope): string | undefined {
  const at = values.findIndex((value) => textOfValue(value, scope) === option)
  return at < 0 ? undefined : textOfValue(values[at + 1], scope)
}

/** `-BodyParameter @{ Name = …; Issuer = … }`, or a variable that holds it. */
function ofGraph(call: PowershellCall, scope: CodeScope, cloud: PasteContext['cloud']): PastedTrust {
  const body = call.values.get('bodyparameter')
  if (body === undefined) return ofParameters(call, scope, cloud, graphParent(call, scope))
  const entry = (key: string) => anyCase(body, key, scope)
  return pastedTrust(
    {
      name: textOfValue(entry('name'), scope),
      issuer: textOfValue(entry('issuer'), scope),
      subject: textOfValue(entry('subject'), scope),
      claimsMatchingExpression: textOfValue(
        entryOf(entry('claimsmatchingexpression'), 'value', scope),
        scope,
      ),
      audiences: textsOfValue(entry('audiences'), scope),
      description: textOfValue(entry('description'), scope),
      parent: graphParent(call, scope),
    },
    cloud,
  )
}

function anyCase(value: CodeValue, key: string, scope: CodeScope): CodeValue | undefined {
  const whole = resolved(value, scope)
  if (whole.kind !== 'object') return undefined
  return [...whole.entries].find(([name]) => name.toLowerCase() === key)?.[1]
}

function graphParent(call: PowershellCall, scope: CodeScope): PastedParent {
  return { kind: 'application', ...given({ objectId: parameter(call, scope, 'applicationid') }) }
}

/** A request by its address and body. */
function ofRequest(call: PowershellCall, scope: CodeScope, cloud: PasteContext['cloud']): PastedTrust | null {
  const address = parameter(call, scope, 'path', 'uri') ?? ''
  const body = parameter(call, scope, 'payload', 'body')
  if (body === undefined || !/federatedIdentityCredentials/i.test(address)) return null
  try {
    const value: unknown = JSON.parse(body)
    return trustAtAddress(address, value, cloud)
  } catch {
    // A body that is made by other commands.
    return null
  }
}
