import { z } from 'zod'

const guid = z.guid('must be a GUID')
const programs = {
  AZURE_CLI_PATH: z.string().default('az'),
  AZURE_CLI_INDEX: z.string().optional(),
  CHROMIUM_PATH: z.string().default('/usr/bin/chromium'),
  TRANSCRIPT: z.literal('1', 'must be 1 or unset').optional(),
}
const live = z.object({
  LIVE_TENANT_ID: guid,
  LIVE_SUBSCRIPTION_ID: guid,
  LIVE_CLIENT_ID: guid,
  LIVE_CLIENT_SECRET: z.string('is missing').min(1, 'is missing'),
  LIVE_RESOURCE_GROUP: z
    .string('is missing')
    .regex(/^[\w().-]{1,70}$/, 'must be the name of a resource group'),
  LIVE_LOCATION: z.string().default('westeurope'),
})
const environment = z.object({ LIVE: z.literal('1', 'must be 1 or unset').optional(), ...programs })

export interface LiveSettings {
  tenantId: string
  subscriptionId: string
  clientId: string
  clientSecret: string
  resourceGroup: string
  location: string
}

export interface Environment {
  azureCli: string
  /** Its index of commands, made before: without it the first command of each folder loads all modules to make one. */
  azureCliIndex: string | undefined
  chromium: string
  /** Write what the Azure CLI was told and answered into `docs/`. */
  transcript: boolean
  live: LiveSettings | undefined
}

/** Reads the environment; nothing else of the suite does. Throws one sentence that names every wrong variable. */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const { LIVE, AZURE_CLI_PATH, AZURE_CLI_INDEX, CHROMIUM_PATH, TRANSCRIPT } = parse(environment, given)
  return {
    azureCli: AZURE_CLI_PATH,
    azureCliIndex: AZURE_CLI_INDEX,
    chromium: CHROMIUM_PATH,
    transcript: TRANSCRIPT === '1',
    live: LIVE === '1' ? readLive(given) : undefined,
  }
}

function readLive(given: Record<string, string | undefined>): LiveSettings {
  const values = parse(live, given, 'LIVE=1 aims the judges at a real tenant. ')
  return {
    tenantId: values.LIVE_TENANT_ID,
    subscriptionId: values.LIVE_SUBSCRIPTION_ID,
    clientId: values.LIVE_CLIENT_ID,
    clientSecret: values.LIVE_CLIENT_SECRET,
    resourceGroup: values.LIVE_RESOURCE_GROUP,
    location: values.LIVE_LOCATION,
  }
}

function parse<Shape extends z.ZodType>(
  shape: Shape,
  given: Record<string, string | undefined>,
  before = '',
): z.output<Shape> {
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => {
    const name = path.join('.')
    return `${name} ${given[name] === undefined ? 'is missing' : message}`
  })
  throw new Error(`${before}Wrong configuration: ${problems.join('; ')}.`)
}
