import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const stages = readFileSync('Dockerfile', 'utf8')
  .split(/^FROM /m)
  .slice(1)
const image = stages.at(-1) ?? ''
const kept = readFileSync('.dockerignore', 'utf8').split('\n')

describe('Dockerfile', () => {
  it('runs on the Node major the project pins', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: { node: string }
    }
    const major = devDependencies.node.split('.')[0] ?? ''
    for (const stage of stages) expect(stage).toMatch(new RegExp(`^node:${major}-`))
  })

  it('runs as somebody who is not root', () => {
    expect(image).toMatch(/^USER node$/m)
  })

  it('starts empty and keeps its data in a volume', () => {
    expect(image).toContain('DEMO=off')
    expect(image).toContain('DATA_DIR=/data')
    expect(image).toMatch(/^VOLUME \/data$/m)
  })

  it('is healthy when the server says that it is ready', () => {
    expect(image).toMatch(/HEALTHCHECK[^]*\/readyz/)
  })

  it('takes in neither secrets nor data', () => {
    expect(kept).toEqual(expect.arrayContaining(['.env', '.git', 'data', 'node_modules']))
  })
})
