import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fromHex, toHex} from '../src/consent/binary-text.ts'
import {EMPTY_LOG, growLog, type LogEdge, type LogTile, rootOfEdge} from '../src/consent/log/log-edge.ts'
import {hashLeaf, merkleRoot, verifyConsistency, verifyInclusion} from '../src/consent/log/merkle-tree.ts'
import {proveConsistency, proveInclusion, rootAt} from '../src/consent/log/prove.ts'

const sha256 = (data: Uint8Array | string): Uint8Array => createHash('sha256').update(data).digest()
const bytes = (digits: string) => fromHex(digits) ?? new Uint8Array()

/** Leaves and roots of the reference implementation of RFC 6962. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

class StoredLog {
  edge: LogEdge = EMPTY_LOG
  readonly leaves: Uint8Array[] = []
  readonly tiles = new Map<string, LogTile>()

  append(leaves: readonly Uint8Array[]): this {
    const grown = growLog(this.edge, leaves, sha256)
    this.edge = grown.edge
    this.leaves.push(...leaves)
    for (const tile of grown.tiles) this.tiles.set(`${tile.level}/${tile.index}`, tile)
    return this
  }

  tile = async (level: number, index: number): Promise<Uint8Array> => this.tiles.get(`${level}/${index}`)?.hashes ?? new Uint8Array()
}

const digest = ({edge, tiles}: StoredLog) =>
  JSON.stringify([
    edge.size,
    edge.peaks.map(toHex),
    edge.tails.map(toHex),
    [...tiles].map(([key, {hashes}]) => [key, toHex(hashes)]).sort(),
  ])
const leavesOf = (count: number) => Array.from({length: count}, (_, index) => hashLeaf(Buffer.from(String(index)), sha256))
const sizes = fc.oneof(
  fc.integer({min: 1, max: 40}),
  fc.integer({min: 1, max: 1500}),
  fc.constantFrom(255, 256, 257, 511, 512, 65_536, 65_537),
)
const large = new StoredLog().append(leavesOf(66_000))

describe('a log of the reference leaves', () => {
  const leaves = LEAVES.map((leaf) => hashLeaf(bytes(leaf), sha256))

  it.each(ROOTS.map((root, size) => [size, root]))('of size %i has the reference root', (size, root) => {
    expect(toHex(merkleRoot(leaves.slice(0, size), sha256))).toBe(root)
    expect(toHex(rootOfEdge(growLog(EMPTY_LOG, leaves.slice(0, size), sha256).edge, sha256))).toBe(root)
  })

  it('proves its first leaf by the reference path', async () => {
    const proof = await proveInclusion(0, 8, new StoredLog().append(leaves), sha256)
    expect(proof.map(toHex)).toEqual([
      expect.stringMatching(/^96a296d2.*09cfc7$/),
      expect.stringMatching(/^5f083f0a.*e3031e$/),
      expect.stringMatching(/^6b47aaf2.*bf6e4$/),
    ])
  })

  it('proves each leaf and each beginning at every size', async () => {
    const log = new StoredLog().append(leaves)
    for (let size = 1; size <= 8; size += 1) {
      const root = bytes(ROOTS[size] ?? '')
      for (let index = 0; index < size; index += 1) {
        const proof = await proveInclusion(index, size, log, sha256)
        expect(verifyInclusion({index, size, root, leaf: leaves[index] ?? root, proof}, sha256)).toBe(true)
      }
      for (let oldSize = 0; oldSize <= size; oldSize += 1) {
        const proof = await proveConsistency(oldSize, size, log, sha256)
        expect(verifyConsistency({oldSize, oldRoot: bytes(ROOTS[oldSize] ?? ''), newSize: size, newRoot: root, proof}, sha256)).toBe(true)
      }
    }
  })
})

describe('a log of any size', () => {
  it('is the same however it was appended to', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 700}), {maxLength: 5}), (batches) => {
        const all = leavesOf(batches.reduce((sum, batch) => sum + batch, 0))
        const log = new StoredLog()
        for (const batch of batches) log.append(all.slice(log.edge.size, log.edge.size + batch))
        const whole = new StoredLog().append(all)
        expect(digest(log)).toBe(digest(whole))
        expect(toHex(rootOfEdge(log.edge, sha256))).toBe(toHex(merkleRoot(all, sha256)))
      }),
      {numRuns: 20},
    )
  })

  it('proves each of its leaves, and no other leaf, place, size or root', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, seed, fault) => {
        const index = seed % size
        const root = await rootAt(size, large, sha256)
        const leaf = large.leaves[index] ?? root
        const proof = await proveInclusion(index, size, large, sha256)
        const claim = {index, size, root, leaf, proof}
        expect(verifyInclusion(claim, sha256)).toBe(true)
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
        expect(verifyInclusion({...claim, leaf: hashLeaf(Buffer.from('forged'), sha256)}, sha256)).toBe(false)
        expect(verifyInclusion({...claim, root: leaf}, sha256)).toBe(size === 1)
        if (size > 1) expect(verifyInclusion({...claim, index: (index + 1 + (fault % (size - 1))) % size}, sha256)).toBe(false)
        expect(verifyInclusion({...claim, index: size}, sha256)).toBe(false)
        expect(verifyInclusion({...claim, proof: [...proof, leaf]}, sha256)).toBe(false)
        if (proof.length > 0) expect(verifyInclusion({...claim, proof: proof.slice(1)}, sha256)).toBe(false)
      }),
      {numRuns: 60},
    )
  })

  it('proves each of its beginnings, and no other one', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (newSize, seed) => {
        const oldSize = seed % (newSize + 1)
        const [oldRoot, newRoot] = [await rootAt(oldSize, large, sha256), await rootAt(newSize, large, sha256)]
        const proof = await proveConsistency(oldSize, newSize, large, sha256)
        const claim = {oldSize, oldRoot, newSize, newRoot, proof}
        expect(verifyConsistency(claim, sha256)).toBe(true)
        const strange = hashLeaf(Buffer.from('forged'), sha256)
        expect(verifyConsistency({...claim, newRoot: strange}, sha256)).toBe(oldSize === 0)
        expect(verifyConsistency({...claim, oldRoot: strange}, sha256)).toBe(false)
        expect(verifyConsistency({...claim, proof: [...proof, strange]}, sha256)).toBe(false)
        if (proof.length > 0) expect(verifyConsistency({...claim, proof: proof.slice(0, -1)}, sha256)).toBe(false)
      }),
      {numRuns: 60},
    )
  })
})
