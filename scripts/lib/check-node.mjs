import { Stop } from './stop.mjs'

const oldest = [20, 19]

/** Refuses a Node that is too old to run the bootstrap. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  throw new Stop(
    `Node ${version} is too old: Trustwright needs Node ${oldest.join('.')} or newer. Install one from https://nodejs.org and run this again.`,
  )
}
