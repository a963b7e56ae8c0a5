import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Generator, examplesFolder } from './site.ts'
import { run } from './run.ts'

const root = join(examplesFolder, '..')

/**
 * Gives Markdown files to a generator, set up as the integrator's guide says, and gives the HTML that stands between `<main>` and `</main>` on each of their pages.
 *
 * @param files items by key, with front matter
 */
export async function renderedBy(
  generator: Generator,
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'citegate-markdown-'))
  try {
    const output = await builders[generator](folder, files)
    const pages = [...files.keys()].map(async (key) => {
      const page = await readFile(join(output, key, 'index.html'), 'utf8')
      return [key, /<main>(.*)<\/main>/s.exec(page)?.[1] ?? ''] as const
    })
    return new Map(await Promise.all(pages))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Build = (folder: string, files: ReadonlyMap<string, string>) => Promise<string>

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

function named(
  files: ReadonlyMap<string, string>,
  under: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].map(([key, text]) => [`${under}/${key}.md`, text]))
}

const eleventy: Build = async (folder, files) => {
  await symlink(join(examplesFolder, 'eleventy/node_modules'), join(folder, 'node_modules'))
  const ofRoot = (file: string) => JSON.stringify(join(root, 'node_modules', file))
  await write(folder, {
    ...named(files, 'site'),
    'package.json': '{ "type": "module" }',
    'site/_includes/layout.njk': '<main>{{ content | safe }}</main>',
    'eleventy.config.js': `
import markdownIt from ${ofRoot('markdown-it/dist/markdown-it.mjs')}
import footnotes from ${ofRoot('markdown-it-footnote/index.mjs')}

export const config = { dir: { input: 'site' }, markdownTemplateEngine: false }

export default function (eleventy) {
  eleventy.setLibrary('md', markdownIt({ html: false }).use(footnotes))
  eleventy.addGlobalData('layout', 'layout.njk')
}
`,
  })
  await run('node_modules/.bin/eleventy', ['--quiet'], { cwd: folder })
  return join(folder, '_site')
}

const astro: Build = async (folder, files) => {
  await symlink(join(examplesFolder, 'astro/node_modules'), join(folder, 'node_modules'))
  await write(folder, {
    ...named(files, 'feed'),
    'package.json': '{ "type": "module" }',
    'astro.config.mjs': `
import { defineConfig } from 'astro/config'

export default defineConfig({ markdown: { smartypants: false, syntaxHighlight: false } })
`,
    'src/content.config.ts': `
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'

export const collections = {
  pages: defineCollection({ loader: glob({ pattern: '*.md', base: 'feed' }) }),
}
`,
    'src/pages/[id].astro': `---
import { getCollection, render } from 'astro:content'

export async function getStaticPaths() {
  const pages = await getCollection('pages')
  return pages.map((page) => ({ params: { id: page.id }, props: { page } }))
}

const { Content } = await render(Astro.props.page)
---
<main><Content /></main>
`,
  })
  await run('node_modules/.bin/astro', ['build'], { cwd: folder })
  return join(folder, 'dist')
}

/** As the example does it: what Hugo reads is HTML. */
const hugo: Build = async (folder, files) => {
  const { hugoContent } = (await import(join(examplesFolder, 'hugo/hugoContent.mjs'))) as {
    readonly hugoContent: (markdown: string) => string
  }
  const pages = [...files].map(([key, text]) => [`content/${key}.html`, hugoContent(text)] as const)
  await write(folder, {
    ...Object.fromEntries(pages),
    'config.toml':
      'baseURL = "/"\ndisableKinds = ["RSS", "section", "sitemap", "taxonomy", "term"]\n',
    'layouts/_default/single.html': '<main>{{ .Content }}</main>',
    'layouts/index.html': '',
  })
  await run('hugo', ['--quiet'], { cwd: folder })
  return join(folder, 'public')
}

const builders: Readonly<Record<Generator, Build>> = { eleventy, hugo, astro }
