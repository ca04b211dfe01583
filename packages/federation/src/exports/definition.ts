import type { TrustParent } from '@trustwright/shared-schemas'
import { nameFrom } from '../model/trust-name.ts'
import type { ExportContext, ExportedTrust } from './export.ts'

export type IdentityParent = Extract<TrustParent, { kind: 'managedIdentity' }>
export type ApplicationParent = Extract<TrustParent, { kind: 'application' }>

/** The trusts that a form which defines trusts writes, in order. */
export function trustsOf({
  trust,
  trusts,
}: Pick<ExportContext, 'trust' | 'trusts'>): readonly ExportedTrust[] {
  return trusts === undefined || trusts.length === 0 ? [trust] : trusts
}

/** The claims expression, or null for a trust that compares the subject. */
export function expressionOf({ claimsMatchingExpression }: ExportedTrust): string | null {
  return claimsMatchingExpression ?? null
}

export function hasExpression(trusts: readonly ExportedTrust[]): boolean {
  return trusts.some((trust) => expressionOf(trust) !== null)
}

/** First part of the file's name: the trust's, or the parent's where there are several. */
export function definitionStem(context: ExportContext): string {
  const [first, ...others] = trustsOf(context)
  const { parent } = context
  if (first !== undefined && others.length === 0) return nameFrom([first.name])
  return nameFrom([parent.kind === 'managedIdentity' ? parent.identityName : parent.appId, 'trusts'])
}

/** Names for a language that knows letters, digits and `_` alone: one for each trust, no two the same. */
export function symbolsOf(trusts: readonly ExportedTrust[]): readonly string[] {
  const taken = new Set<string>()
  return trusts.map(({ name }) => {
    const clean = name.replace(/[^A-Za-z0-9_]/g, '_')
    const base = /^[A-Za-z]/.test(clean) ? clean : `trust_${clean}`
    let symbol = base
    for (let at = 2; taken.has(symbol); at += 1) symbol = `${base}_${at}`
    taken.add(symbol)
    return symbol
  })
}
