import { Targets } from '@tufjs/models'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  binName,
  binOf,
  binPrefix,
  bitLengthFor,
  isBinned,
} from '../../../src/repository/hashBins.ts'

it('puts a path into the bin in which TUF clients look for it', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 10 }), (path, bitLength) => {
      const succinct = {
        keyids: ['k'],
        threshold: 1,
        bit_length: bitLength,
        name_prefix: binPrefix,
      }
      const { delegations } = Targets.fromJSON({
        ...{
          _type: 'targets',
          spec_version: '1.0.31',
          version: 1,
          expires: '2030-01-01T00:00:00Z',
        },
        ...{ targets: {}, delegations: { keys: {}, succinct_roles: succinct } },
      })
      const roles = delegations?.succinctRoles
      expect(binName(binOf(path, bitLength), bitLength)).toBe(roles?.getRoleForTarget(path))
    }),
  )
})

it.each([
  [0, 0],
  [1000, 0],
  [1001, 5],
  [20_000, 9],
  [32_768, 10],
  [1_000_000, 10],
])('gives %i targets 2^%i bins', (targets, bits) => {
  expect(bitLengthFor(targets, 0)).toBe(bits)
})

it('splits and joins bins only when they are wrong by a factor of four', () => {
  expect(bitLengthFor(60_000, 9)).toBe(9)
  expect(bitLengthFor(100_000, 8)).toBe(10)
  expect(bitLengthFor(12_000, 10)).toBe(10)
  expect(bitLengthFor(900, 5)).toBe(0)
})

it.each([
  ['index.json', false],
  ['llms.txt', false],
  ['schema/item.json', false],
  ['us-en/index.json', false],
  ['us-en/references.bib', false],
  ['us-en/atom.xml', false],
  ['us-en/changes/12.json', true],
  ['us-en/claims/x.md', true],
  ['media/0a.png', true],
])('keeps the lists out of the bins: %s', (path, is) => {
  expect(isBinned(path)).toBe(is)
})
