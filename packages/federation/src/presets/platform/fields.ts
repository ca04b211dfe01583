import type { FieldGuide } from '../../model/preset.ts'
import { type FieldRule, refuse } from '../define-preset.ts'
import { issuerRule } from '../issuer-checks.ts'
import { hostOf } from '../issuer-host.ts'

/** One field of a platform: what the form shows, and what it refuses. */
export interface PlatformField {
  readonly guide: FieldGuide
  readonly rule?: (key: string) => FieldRule
}

type Words = Omit<FieldGuide, 'options'>

interface Limits {
  readonly pattern: RegExp
  readonly shape: string
  readonly fix?: string
  /** What was likely meant by a text that is refused; offered where it would be taken. */
  readonly meant?: (value: string) => string
}

/** A text that the platform limits by a pattern; `shape` ends the sentence "… has". */
export function text(guide: Words, limits: Limits): PlatformField {
  const { pattern, shape, fix = 'Copy it from the platform.', meant = (value) => value } = limits
  const advice = (value: string) => (pattern.test(meant(value)) ? `Type ${meant(value)} here.` : fix)
  return {
    guide,
    rule: (key) => (value) =>
      pattern.test(value) ? null : refuse(key, `${guide.label} has ${shape}.`, advice(value)),
  }
}

/** A name without colons, in the platform's own capitals: colons part the subject. */
export function name(guide: Words, longest = 255): PlatformField {
  const pattern = new RegExp(String.raw`^[^:\p{Cc}]{1,${longest}}$`, 'u')
  return text(guide, { pattern, shape: `at most ${longest} characters, without colons and line breaks` })
}

/** Small letters, digits, `-` and `_`, as in an address. */
export function slug(guide: Words, longest = 100, meant = small): PlatformField {
  const pattern = new RegExp(`^[a-z0-9](?:[a-z0-9_-]{0,${longest - 1}})$`)
  return text(guide, {
    pattern,
    shape: `small letters, digits, - and _, at most ${longest} characters`,
    meant,
  })
}

function small(value: string): string {
  return value.toLowerCase()
}

const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A GUID in small letters, as tokens carry it. */
export function guid(guide: Words): PlatformField {
  return text(guide, {
    pattern: guidPattern,
    shape: 'the form 11111111-2222-3333-4444-555555555555, in small letters',
    meant: onlyGuid,
  })
}

/** The one GUID that stands in a text, such as an address or braces; else the text. */
function onlyGuid(value: string): string {
  const found = small(value).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  return found.length === 1 ? (found[0] ?? value) : value
}

export function choice(guide: Words & Required<Pick<FieldGuide, 'options'>>): PlatformField {
  return { guide }
}

/** An https address that is the issuer as it stands. */
export function issuer(guide: Words): PlatformField {
  return { guide, rule: () => issuerRule }
}

/** An https address that one vendor's clusters or servers have. */
export function issuerOf(guide: Words, hosts: RegExp, vendor: string): PlatformField {
  return {
    guide,
    rule: () => (value) =>
      issuerRule(value) ??
      (hosts.test(hostOf(value))
        ? null
        : refuse(
            'issuer',
            `No ${vendor} has this issuer.`,
            'Compare it with “iss” of a token, or choose another platform above.',
          )),
  }
}

/** A subject that the platform shows and nobody can compute. */
export function pasted(guide: Words, pattern: RegExp, shape: string): PlatformField {
  return text(guide, { pattern, shape, fix: 'Copy it from the platform, character by character.' })
}

/** A host name with an optional port, without https:// and path. */
export function host(guide: Words): PlatformField {
  return text(guide, {
    pattern: /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,5})?$/,
    shape: 'a host name alone, in small letters, such as git.contoso.com',
    fix: 'Remove https:// and everything after the host.',
    meant: bareAddress,
  })
}

/** Host of a server with its path, where it is not at the root; without https:// and a slash at the end. */
export function address(guide: Words): PlatformField {
  return text(guide, {
    pattern: /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:\/[\w.~-]+)*$/,
    shape: 'a host, then its path if it has one, without https:// and a slash at the end',
    meant: bareAddress,
  })
}

/** An address without https:// and slashes at its end, its host in small letters. */
function bareAddress(value: string): string {
  const bare = value.replace(/^https?:\/\//i, '').replace(/\/{1,9}$/, '')
  return bare.replace(/^[^/]+/, small)
}

const brokenRef = /[\s~^:[\\\p{Cc}]|\.\.|@\{|\/\/|^\/|\/$|\.$|^@$|(?:^|\/)\.|\.lock(?:\/|$)|^-/u

/** A branch or tag by its short name. https://git-scm.com/docs/git-check-ref-format */
export function gitRef(guide: Words): PlatformField {
  return {
    guide,
    rule: (key) => (value) => {
      if (/^refs\/(?:heads|tags)\//.test(value)) {
        return refuse(key, 'This platform writes the name without refs/heads/ or refs/tags/.', 'Remove it.')
      }
      return brokenRef.test(value)
        ? refuse(key, 'Git does not allow this name, so no token carries it.', 'Copy it from the repository.')
        : null
    },
  }
}
