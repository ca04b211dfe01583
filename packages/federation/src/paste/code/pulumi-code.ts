import type { PasteContext } from '../paste-context.ts'
import { credential, pastedTrust } from '../build-credential.ts'
import type { FoundReading, PastedParent, PastedTrust } from '../paste-reading.ts'
import { parentOfAddress } from '../parent-address.ts'
import { given } from '../values.ts'
import { CodeParser } from './code-parser.ts'
import { entryOf, resolved, textOfValue, textsOfValue, type CodeScope, type CodeValue } from './code-value.ts'

/** Trusts in TypeScript for Pulumi: azure-native, azuread and the classic provider. */
export function readPulumiCode(text: string, { cloud }: PasteContext): FoundReading | null {
  if (!/\bnew[ \t]{1,20}[\w$.]{0,200}FederatedIdentityCredential\b/.test(text)) return null
  const { calls, scope } = declarationsOf(text)
  return credential(calls.map((call) => trustOf(call, scope, cloud)))
}

type Call = Extract<CodeValue, { kind: 'call' }>

function declarationsOf(text: string): { calls: readonly Call[]; scope: CodeScope } {
  const parser = new CodeParser(text, 'typescript')
  const calls: Call[] = []
  const scope = new Map<string, CodeValue>()
  while (parser.current !== undefined && !parser.isSpent && calls.length < 500) {
    const start = parser.position
    const word = parser.takeWord()
    if (word === 'const' || word === 'let' || word === 'var') {
      const name = parser.takeWord()
      if (name !== undefined && parser.takeMark('=')) {
        const at = parser.position
        scope.set(name, parser.value())
        parser.position = at
      }
    } else if (word === 'new') {
      parser.position = start
      const value = parser.value()
      if (value.kind === 'call' && value.name.endsWith('FederatedIdentityCredential')) calls.push(value)
      parser.position = start + 1
    } else if (word === undefined) parser.position += 1
  }
  return { calls, scope }
}

function trustOf(call: Call, scope: CodeScope, cloud: PasteContext['cloud']): PastedTrust {
  const entry = (key: string) => entryOf(call.arguments[1], key, scope)
  const text = (key: string) => textOfValue(entry(key), scope)
  return pastedTrust(
    {
      name:
        text('federatedIdentityCredentialResourceName') ??
        text('displayName') ??
        text('name') ??
        textOfValue(call.arguments[0], scope),
      issuer: text('issuer'),
      subject: text('subject'),
      claimsMatchingExpression: text('claimsMatchingExpression'),
      audiences: textsOfValue(entry('audiences') ?? entry('audience'), scope),
      description: text('description'),
      parent: parentOf(call, entry, scope),
    },
    cloud,
  )
}

function parentOf(
  { name, arguments: values }: Call,
  entry: (key: string) => CodeValue | undefined,
  scope: CodeScope,
): PastedParent {
  if (name.includes('Application')) return application(entry('applicationId'), scope)
  const imported = textOfValue(entryOf(values[2], 'import', scope), scope)
  const parent = imported === undefined ? null : parentOfAddress(imported)
  if (parent !== null) return parent
  return {
    kind: 'managedIdentity',
    ...given({
      identityName: textOfValue(entry('resourceName'), scope),
      resourceGroup: textOfValue(entry('resourceGroupName'), scope),
    }),
  }
}

/** `parent.id` of `getApplicationOutput({ clientId })`, or an ID that is written out. */
function application(value: CodeValue | undefined, scope: CodeScope): PastedParent {
  const literal = textOfValue(value, scope)
  if (literal !== undefined) return parentOfAddress(literal) ?? { kind: 'application', id: literal }
  const symbol = value?.kind === 'reference' ? value.path.replace(/\.\w+$/, '') : ''
  const call = resolved({ kind: 'reference', path: symbol }, scope)
  const appId =
    call.kind === 'call' ? textOfValue(entryOf(call.arguments[0], 'clientId', scope), scope) : undefined
  return { kind: 'application', ...given({ appId }) }
}
