import { parseJson } from '../../../../kernel/parse-json.ts'
import { toText } from '../json.ts'
import { deterministicGuid } from '../deterministic-guid.ts'
import { uniqueString } from '../unique-string.ts'
import { anyNumber, takes, type Args, type FunctionDefinition } from './definition.ts'
import { formatText } from './format-text.ts'
import { demandTextLength } from './result-limits.ts'

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string */
export const stringFunctions: Record<string, FunctionDefinition> = {
  format: takes(1, (args) => formatText(args.text(0), args.values.slice(1)), anyNumber),
  tolower: takes(1, (args) => args.text(0).toLowerCase()),
  toupper: takes(1, (args) => args.text(0).toUpperCase()),
  trim: takes(1, (args) => args.text(0).trim()),
  replace: takes(3, (args) => args.text(0).replaceAll(args.text(1), args.text(2))),
  split: takes(2, split),
  substring: takes(2, substring, 3),
  padleft: takes(2, padLeft, 3),
  startswith: takes(2, (args) => lower(args, 0).startsWith(lower(args, 1))),
  endswith: takes(2, (args) => lower(args, 0).endsWith(lower(args, 1))),
  string: takes(1, (args) => toText(args.at(0))),
  guid: takes(1, (args) => deterministicGuid(args.texts()), anyNumber),
  uniquestring: takes(1, (args) => uniqueString(args.texts()), anyNumber),
  base64: takes(1, (args) => Buffer.from(args.text(0)).toString('base64')),
  base64tostring: takes(1, fromBase64),
  base64tojson: takes(1, (args) => readJson(args, fromBase64(args))),
  json: takes(1, (args) => readJson(args, args.text(0))),
  uri: takes(2, joinUri),
  uricomponent: takes(1, (args) => escapeComponent(args.text(0))),
  uricomponenttostring: takes(1, (args) => decodeURIComponent(args.text(0))),
  datauri: takes(1, (args) => `data:text/plain;charset=utf8;base64,${toBase64(args.text(0))}`),
  datauritostring: takes(1, readDataUri),
  newguid: takes(0, (args, { chance }) => {
    if (!chance) throw args.problem('it can only be used in the default value of a parameter')
    return chance.newGuid()
  }),
}

function lower(args: Args, index: number): string {
  return args.text(index).toLowerCase()
}

function split(args: Args): string[] {
  const delimiters = Array.isArray(args.at(1)) ? args.array(1).map(toText) : [args.text(1)]
  return delimiters.reduce(
    (parts, delimiter) => parts.flatMap((part) => part.split(delimiter)),
    [args.text(0)],
  )
}

function substring(args: Args): string {
  const text = args.text(0)
  const start = args.integer(1)
  const length = args.count > 2 ? args.integer(2) : text.length - start
  if (start < 0 || length < 0 || start + length > text.length) {
    throw args.problem('the index and length parameters must refer to a location within the string')
  }
  return text.slice(start, start + length)
}

function padLeft(args: Args): string {
  const fill = args.count > 2 ? args.text(2) : ' '
  if (fill.length !== 1) throw args.problem('the padding has to be one character')
  demandTextLength(args.functionName, args.integer(1))
  return toText(args.at(0)).padStart(args.integer(1), fill)
}

function readJson(args: Args, text: string) {
  try {
    return parseJson(text) as ReturnType<FunctionDefinition['run']> // JSON text holds nothing but JSON values
  } catch {
    throw args.problem('the text is not JSON')
  }
}

/** Joins as https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#uri says. */
function joinUri(args: Args): string {
  const [base, relative] = [args.text(0), args.text(1)]
  if (base.endsWith('/')) return base + relative.replace(/^\//, '')
  if (!base.replace(/^[a-z]+:\/\//i, '').includes('/')) return `${base}/${relative.replace(/^\//, '')}`
  return base.slice(0, base.lastIndexOf('/') + 1) + relative.replace(/^\//, '')
}

/** As .NET escapes: everything but unreserved characters. */
function escapeComponent(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Whole groups of four, as .NET wants them; Node would skip what is no base64. */
function fromBase64(args: Args): string {
  const text = args.text(0).replaceAll(/\s/g, '')
  if (text.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(text)) {
    throw args.problem('the value cannot be decoded from base64 representation')
  }
  return Buffer.from(text, 'base64').toString('utf8')
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64')
}

function readDataUri(args: Args): string {
  const found = /^data:[^,]*?(;base64)?,(.*)$/is.exec(args.text(0))
  if (!found) throw args.problem('the text is not a data URI')
  const [, encoded, content = ''] = found
  return encoded ? Buffer.from(content, 'base64').toString('utf8') : decodeURIComponent(content)
}
