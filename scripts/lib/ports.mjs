import { createServer } from 'node:net'
import { Stop } from './stop.mjs'

/** The local default's ports, changed by environment variables. */
export function localPorts(env = process.env) {
  return {
    portal: port(env, 'PORTAL_PORT', 4280),
    emulatorHttp: port(env, 'EMULATOR_HTTP_PORT', 4281),
    emulatorHttps: port(env, 'EMULATOR_HTTPS_PORT', 4282),
  }
}

function port(env, name, standard) {
  const text = env[name] ?? String(standard)
  const number = Number(text)
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number
  throw new Stop(`${name} is "${text}": a port is a whole number from 1 to 65535.`)
}

/** Refuses a port that another program listens on, and names the variable that moves ours. */
export async function checkPortsFree(ports) {
  const names = {
    portal: 'PORTAL_PORT',
    emulatorHttp: 'EMULATOR_HTTP_PORT',
    emulatorHttps: 'EMULATOR_HTTPS_PORT',
  }
  for (const [key, number] of Object.entries(ports)) {
    if (!(await isFree(number))) {
      throw new Stop(
        `Port ${number} is taken by another program. Stop it, or choose another port, such as ${names[key]}=${number + 1000} npm start.`,
      )
    }
  }
}

function isFree(number) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(number, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
