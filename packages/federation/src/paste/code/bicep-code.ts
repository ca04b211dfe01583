import type { PasteContext } from '../paste-context.ts'
import { credential, pastedTrust } from '../build-credential.ts'
import type { FoundReading, PastedParent, PastedTrust } from '../paste-reading.ts'
import { given } from '../values.ts'
import { roundsOf } from './code-loops.ts'
import { CodeParser } from './code-parser.ts'
import {
  entryOf,
  lastPartOf,
  resolved,
  textOfValue,
  textsOfValue,
  type CodeScope,
  type CodeValue,
} from './code-value.ts'

interface Resource {
  readonly symbol: string
  readonly type: string
  readonly body: CodeValue
  /** Symbol of the resource around it. */
  readonly outer: string | null
}

/** Trusts in Bicep, of managed identities and of applications by the extension for Graph. */
export function readBicepCode(text: string, { cloud }: PasteContext): FoundReading | null {
  if (!/^[ \t]*resource[ \t]{1,20}\w{1,100}[ \t]{1,20}'[^'\n]{1,200}'/m.test(text)) return null
  const { resources, scope } = declarationsOf(text)
  const trusts = resources
    .filter(({ type }) => /federatedIdentityCredentials(?:@|$)/i.test(type))
    .flatMap((resource) => trustsOf(resource, scope, cloud))
  return credential(trusts)
}

function declarationsOf(text: string): { resources: readonly Resource[]; scope: CodeScope } {
  const parser = new CodeParser(text, 'bicep')
  const resources: Resource[] = []
  const scope = new Map<string, CodeValue>()
  let outer: { readonly symbol: string; readonly end: number } | null = null
  while (parser.current !== undefined && !parser.isSpent && resources.length < 500) {
    if (outer !== null && parser.position >= outer.end) outer = null
    const word = parser.takeWord()
    if (word === 'resource') {
      const start = parser.position
      const resource = resourceAt(parser, outer?.symbol ?? null)
      if (resource !== null) {
        resources.push(resource)
        scope.set(resource.symbol, resource.body)
        outer ??= { symbol: resource.symbol, end: parser.position }
      }
      parser.position = start + 1
    } else if (word === 'var' || word === 'param') {
      const name = parser.takeWord()
      if (word === 'param') while (parser.takeWord() !== undefined) continue
      if (name !== undefined && parser.takeMark('=')) scope.set(name, parser.value())
    } else if (word === undefined) parser.position += 1
  }
  return { resources, scope }
}

/** `symbol 'type@version' [existing] = [if (…)] body`. */
function resourceAt(parser: CodeParser, outer: string | null): Resource | null {
  const symbol = parser.takeWord()
  const type = parser.takeText()
  if (symbol === undefined || type === undefined) return null
  parser.takeWord()
  if (!parser.takeMark('=')) return null
  if (parser.current?.kind === 'word' && parser.current.text === 'if') {
    while (parser.current !== undefined && !parser.isMark('{')) parser.position += 1
  }
  return { symbol, type, body: parser.value(), outer }
}

function trustsOf(
  { type, body, outer }: Resource,
  scope: CodeScope,
  cloud: PasteContext['cloud'],
): readonly PastedTrust[] {
  if (body.kind !== 'loop') return [trustOf(type, body, outer, scope, cloud)]
  return roundsOf(body.over, scope, { value: body.variable }).map((round) =>
    trustOf(type, body.body, outer, round, cloud),
  )
}

function trustOf(
  type: string,
  body: CodeValue,
  outer: string | null,
  scope: CodeScope,
  cloud: PasteContext['cloud'],
): PastedTrust {
  const properties = resolved(entryOf(body, 'properties', scope) ?? body, scope)
  const entry = (key: string) => entryOf(properties, key, scope)
  const text = (key: string) => textOfValue(entry(key), scope)
  return pastedTrust(
    {
      name: lastPartOf(entryOf(body, 'name', scope), scope),
      issuer: text('issuer'),
      subject: text('subject'),
      claimsMatchingExpression: textOfValue(
        entryOf(entry('claimsMatchingExpression'), 'value', scope),
        scope,
      ),
      audiences: textsOfValue(entry('audiences'), scope),
      description: text('description'),
      parent: parentOf(type, body, outer, scope),
    },
    cloud,
  )
}

function parentOf(type: string, body: CodeValue, outer: string | null, scope: CodeScope): PastedParent {
  if (/Graph/i.test(type)) return { kind: 'application' }
  const named =
    entryOf(body, 'parent', scope) ??
    (outer === null ? undefined : { kind: 'reference' as const, path: outer })
  const uniqueName = textOfValue(entryOf(named, 'uniqueName', scope), scope)
  if (uniqueName !== undefined || entryOf(named, 'uniqueName', scope) !== undefined)
    return { kind: 'application' }
  return {
    kind: 'managedIdentity',
    ...given({ identityName: textOfValue(entryOf(named, 'name', scope), scope) }),
  }
}
