import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core'
import type { RunningServer } from './startServer.ts'

/** A person at the admin UI, in a browser profile of their own. */
export interface Session {
  readonly page: Page
  /** What the console complained of since the last asking; a clean admin UI complains of nothing. */
  readonly takeProblems: () => readonly string[]
}

/**
 * Complaints that are not ours: Payload shows the avatar of an account from another host, which
 * these tests do not let the browser reach; and Chromium asks for a favicon of its own accord while
 * Next swaps the head of the page.
 */
const notOurs = [/^https:\/\/www\.gravatar\.com\//, /\/favicon\.ico$/]

/** Signs a person in through the login page. */
export async function signIn(
  browser: Browser,
  server: Pick<RunningServer, 'url' | 'password'>,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Session> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options })
  await context.route(
    (url) => url.origin !== server.url,
    (route) => route.abort(),
  )
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    if (isProblem(message)) problems.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))

  await page.goto(`${server.url}/admin/login`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(server.password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(`${server.url}/admin`)
  return { page, takeProblems: () => problems.splice(0) }
}

function isProblem(message: ConsoleMessage): boolean {
  return message.type() === 'error' && !notOurs.some((url) => url.test(message.location().url))
}
