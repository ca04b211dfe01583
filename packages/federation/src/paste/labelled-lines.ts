/** `issuer: https://…`, `- subject claim - repo:…`, `| Audience | api://… |`: what people copy from logs and pages. */
const labelled =
  /^[\s|*+>-]{0,8}(?:\d{4}-\d\d-\d\dT[\d:.]{1,20}Z )?\s{0,20}["'`*]{0,2}([A-Za-z][A-Za-z _()-]{1,40}?)["'`*]{0,2}\s{0,10}(?:[:=|]|\s-\s|\t)\s{0,10}(\S.{0,700})$/

const labels: Readonly<Record<string, string>> = {
  issuer: 'issuer',
  iss: 'issuer',
  'issuer url': 'issuer',
  'cluster issuer url': 'issuer',
  'assertion issuer': 'issuer',
  subject: 'subject',
  sub: 'subject',
  'subject claim': 'subject',
  'subject identifier': 'subject',
  'subject (identifier)': 'subject',
  'assertion subject': 'subject',
  audience: 'audience',
  audiences: 'audience',
  aud: 'audience',
  'assertion audience': 'audience',
  name: 'name',
  description: 'description',
  namespace: 'namespace',
  'service account': 'serviceAccount',
  'service account name': 'serviceAccount',
  'client id': 'clientId',
  'application (client) id': 'clientId',
  'application id': 'clientId',
  azure_client_id: 'clientId',
  arm_client_id: 'clientId',
  'tenant id': 'tenantId',
  'directory (tenant) id': 'tenantId',
  azure_tenant_id: 'tenantId',
  'object id': 'objectId',
  job_workflow_ref: 'workflowRef',
}

/** The labelled values of a text, the first of each. Marks around a value and commas behind it are no part of it. */
export function readLabelledLines(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const line of text.split('\n')) {
    if (line.length > 1000) continue
    const [, label = '', value = ''] = labelled.exec(line) ?? []
    const key = labels[label.trim().toLowerCase()]
    if (key !== undefined && found[key] === undefined) found[key] = bare(value)
  }
  return found
}

function bare(value: string): string {
  const trimmed = value.trimEnd().replace(/\|$/, '').trimEnd().replace(/[,;]$/, '')
  return /^(["'`])(.*)\1$/.exec(trimmed)?.[2] ?? trimmed
}
