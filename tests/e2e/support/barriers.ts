import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What keeps people from using a part of a page, by the rules of WCAG 2.2 A and AA that a program
 * can check: a line for each, with the element.
 */
export async function barriers(page: Page, part: string): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(
    async ({ selector, tags }) => {
      const { axe: checker } = window as unknown as { axe: typeof axe }
      const { violations } = await checker.run(selector, {
        runOnly: { type: 'tag', values: tags },
      })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    },
    { selector: part, tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  )
}
