import { readLabelledLines } from '../../paste/labelled-lines.ts'
import { hideSecrets } from '../../paste/secrets.ts'
import { isValues, valueAt, type Values } from '../../paste/values.ts'
import { decodeToken } from '../../tokens/decode-token.ts'
import { plainText } from './plain-text.ts'
import { type Presented, presentedInLog, presentedToken } from './presented.ts'

/**
 * A pasted token: a JWT alone or inside a text, with or without its signature, its claims as JSON, or what azure/login
 * prints of them. Anything else answers with a `problem`. The signature goes no further than here.
 */
export function readPresented(pasted: string): Presented | { readonly problem: string } {
  const decoded = decodeToken(pasted)
  if ('claims' in decoded) return presentedToken(decoded.header, decoded.claims)
  const text = plainText(pasted)
  return (
    readParts(text.replace(/\s/g, '')) ??
    readInside(text) ??
    readClaims(text) ??
    readLabels(text) ?? { problem: decoded.problem }
  )
}

/** A token whose lines were wrapped, or that was copied without its signature; or its claims alone. */
function readParts(text: string): Presented | null {
  const bare = text.replace(/^(?:authorization:)?bearer/i, '').replace(/^["'`]+|["'`.,;]+$/g, '')
  if (bare.length > 70_000 || !/^eyJ[\w.-]+$/.test(bare)) return null
  const parts = bare.split('.')
  const whole = parts.length === 1 ? `eyJhbGciOm51bGx9.${bare}.x` : parts.length === 2 ? `${bare}.x` : bare
  const decoded = decodeToken(whole)
  if (!('claims' in decoded)) return null
  if (parts.length === 1 && !('iss' in decoded.claims)) return null
  return presentedToken(parts.length === 1 ? {} : decoded.header, decoded.claims)
}

/** The first token that stands in a longer text. */
function readInside(text: string): Presented | null {
  if (!text.includes('eyJ')) return null
  for (const token of hideSecrets(text).tokens.slice(0, 5)) {
    const decoded = decodeToken(token)
    if ('claims' in decoded) return presentedToken(decoded.header, decoded.claims)
  }
  return null
}

/** Claims as jwt.io and `jq` print them, alone or with their header. */
function readClaims(text: string): Presented | null {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')]
  if (start < 0 || end < start) return null
  const value = parsed(text.slice(start, end + 1))
  const payload = valueAt(value, 'payload', 'claims')
  const claims = isValues(payload) ? payload : value
  if (claims === null || !('iss' in claims || 'sub' in claims)) return null
  return presentedToken(valueAt(value, 'header'), claims)
}

function parsed(text: string): Values | null {
  try {
    const value: unknown = JSON.parse(text)
    return isValues(value) ? value : null
  } catch {
    // No JSON: the other readers look at it.
    return null
  }
}

/** The block “Federated token details” of azure/login. https://github.com/Azure/login/blob/master/src/common/LoginConfig.ts */
function readLabels(text: string): Presented | null {
  const { issuer, subject, audience, workflowRef } = readLabelledLines(text)
  if (issuer === undefined && subject === undefined) return null
  return presentedInLog({ issuer, subject, audience, workflowRef })
}
