import { given } from '../../paste/values.ts'

/** The values that an error text quotes. */
export interface Quoted {
  readonly issuer?: string
  readonly subject?: string
  readonly audience?: string
  readonly workflowRef?: string
  /** The subject that AADSTS7002137 asks for. */
  readonly wantedSubject?: string
  /** What stood where the client ID belongs. */
  readonly client?: string
  /** The name behind the client ID, in brackets. */
  readonly clientName?: string
  readonly tenant?: string
  readonly directory?: string
  readonly resource?: string
  readonly algorithm?: string
  readonly keyId?: string
  readonly claim?: string
  readonly now?: string
  readonly validFrom?: string
  readonly expires?: string
}

/** A value between quotes, in any of the forms that messages have had; it may be wrapped over lines. */
const value = `['"\`]([^'"\`]{1,900})['"\`]`

const patterns: Readonly<Record<Exclude<keyof Quoted, 'workflowRef'>, RegExp>> = {
  issuer: new RegExp(`assertion\\s+issuer:?\\s+${value}`, 'i'),
  subject: new RegExp(`assertion\\s+subject:?\\s+${value}`, 'i'),
  audience: new RegExp(`assertion\\s+audience:?\\s+${value}`, 'i'),
  wantedSubject: new RegExp(`credential\\s+Subject\\s+is\\s+${value}`, 'i'),
  client: new RegExp(`(?:Application\\s+with\\s+identifier|The\\s+client|application)\\s+${value}`, 'i'),
  clientName: /The\s+client\s+['"][^'"]{1,100}['"]\s?\(([^()\n]{1,150})\)/i,
  tenant: new RegExp(`Tenant(?:\\s+identifier)?\\s+${value}`, 'i'),
  directory: new RegExp(`in\\s+the\\s+(?:directory|tenant)\\s+${value}`, 'i'),
  resource:
    /resource\s+principal\s+named\s+['"]?([^\s'"]{1,600}(?: [^\s'"]{1,100})?)['"]?\s+was\s+not\s+found/i,
  algorithm: new RegExp(`${value}\\s+is\\s+not\\s+a\\s+supported\\s+signature`, 'i'),
  keyId: /certificate\s+with\s+identifier\s+['"]?([^\s'"]{1,200})['"]?\s+used\s+to\s+sign/i,
  claim: /must\s+contain\s+the\s+['"]?([\w.-]{1,60})['"]?\s+claim/i,
  now: /Current\s+time:\s+(\d{4}-\d\d-\d\dT[\d:]{5,8}(?:\.\d{1,9})?Z?)/i,
  validFrom: /assertion\s+valid\s+from\s+(\d{4}-\d\d-\d\dT[\d:]{5,8}(?:\.\d{1,9})?Z?)/i,
  expires: /expiry\s+time\s+of\s+assertion\s+(\d{4}-\d\d-\d\dT[\d:]{5,8}(?:\.\d{1,9})?Z?)/i,
}

/** `text` may hold line breaks; `labels` are those of azure/login’s block before the message. */
export function quotedOf(text: string, labels: Readonly<Record<string, string>>): Quoted {
  const found = Object.entries(patterns).map(
    ([key, pattern]) => [key, unwrapped(pattern.exec(text)?.[1])] as const,
  )
  const quoted: Readonly<Record<string, string | undefined>> = Object.fromEntries(found)
  return given({
    ...quoted,
    issuer: quoted['issuer'] ?? labels['issuer'],
    subject: quoted['subject'] ?? labels['subject'],
    audience: quoted['audience'] ?? labels['audience'],
    workflowRef: labels['workflowRef'],
  })
}

/** A line break inside a value comes from the width of a terminal or page. What runs into the next sentence was cut. */
function unwrapped(found: string | undefined): string | undefined {
  const text = found?.replace(/\s*\n\s*/g, '').trim()
  if (text === undefined || text === '') return undefined
  return /(?:Trace ID|Please check|Check your|Assertion (?:Subject|Audience))/.test(text) ? undefined : text
}
