import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/** Starts the machine's Chromium: CHROMIUM_PATH, or where Debian puts it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-proxy-server',
    ],
  })
}
