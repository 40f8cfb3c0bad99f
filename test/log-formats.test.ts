import {generateKeyPairSync} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fromHex, toHex, toUtf8} from '../src/consent/binary-text.ts'
import {openCheckpoint, signCheckpoint} from '../src/consent/log/checkpoint.ts'
import {entryBundle, parseEntryBundle} from '../src/consent/log/entry-bundle.ts'
import {openNote, signNote} from '../src/consent/log/signed-note.ts'
import {parseTilePath, tilePath} from '../src/consent/log/tile-path.ts'
import {formatLogProof, parseLogProof} from '../src/consent/log/tlog-proof.ts'
import {noteSigner, noteVerifier} from '../src/io/note-keys.ts'
import {sha256} from '../src/io/sha256.ts'

const keyPair = () => {
  const {d = '', x = ''} = generateKeyPairSync('ed25519').privateKey.export({format: 'jwk'})
  return {d, x}
}
const key = keyPair()
const signer = noteSigner('example.com/log', key)
const verifier = noteVerifier('example.com/log', key.x)
const checkpoint = {origin: 'example.com/log', size: 70_000, root: sha256('root')}

describe('a signed note', () => {
  it('opens as that of the reference implementation does', () => {
    const x = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1).toString('base64url')
    const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`
    expect(openNote(note, [noteVerifier('PeterNeumann', x)], sha256)).toBe(text)
    expect(openNote(note.replace('answer', 'problem'), [noteVerifier('PeterNeumann', x)], sha256)).toBeUndefined()
  })

  it('opens by the key that signed it and its name, not by another', () => {
    const note = signNote('words\n', signer, sha256)
    expect(openNote(note, [verifier], sha256)).toBe('words\n')
    expect(openNote(note, [noteVerifier('example.com/other', key.x)], sha256)).toBeUndefined()
    expect(openNote(note, [noteVerifier('example.com/log', keyPair().x)], sha256)).toBeUndefined()
    expect(openNote('words\n', [verifier], sha256)).toBeUndefined()
  })

  it('opens when others have signed it, too', () => {
    const other = keyPair()
    const line = signNote('words\n', noteSigner('witness', other), sha256).split('\n\n')[1]
    const note = `${signNote('words\n', signer, sha256)}${line}`
    expect(openNote(note, [verifier], sha256)).toBe('words\n')
    expect(openNote(note, [noteVerifier('witness', other.x)], sha256)).toBe('words\n')
  })

  it('does not open after any change of a byte', () => {
    const note = signNote('some\nwords\n', signer, sha256)
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.constantFrom('a', 'B', '\n', '=', ' '), (place, character) => {
        const changed = note.slice(0, place) + character + note.slice(place + 1)
        expect(changed === note || openNote(changed, [verifier], sha256) === undefined).toBe(true)
      }),
    )
  })
})

describe('a checkpoint', () => {
  it('has origin, size, root and a signature, and opens again', () => {
    const note = signCheckpoint(checkpoint, signer, sha256)
    expect(note.split('\n').slice(0, 4)).toEqual(['example.com/log', '70000', Buffer.from(checkpoint.root).toString('base64'), ''])
    const opened = openCheckpoint(note, [verifier], sha256)
    expect({...opened, root: toHex(opened?.root ?? new Uint8Array())}).toEqual({...checkpoint, root: toHex(checkpoint.root)})
    expect(signCheckpoint(checkpoint, signer, sha256)).toBe(note)
  })

  it.each([
    ['of another origin', 'example.com/other\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['with a padded size', 'example.com/log\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['with a short root', 'example.com/log\n1\n47DEQpj8HBQ=\n'],
    ['without a root', 'example.com/log\n1\n'],
  ])('%s does not open', (_, text) => {
    expect(openCheckpoint(signNote(text, signer, sha256), [verifier], sha256)).toBeUndefined()
  })
})

describe('a proof as text', () => {
  it('is written and read as C2SP says', () => {
    const note = signCheckpoint(checkpoint, signer, sha256)
    const text = formatLogProof({index: 7, proof: [sha256('a'), sha256('b')], checkpoint: note})
    expect(text).toBe(
      `c2sp.org/tlog-proof@v1\nindex 7\n${Buffer.from(sha256('a')).toString('base64')}\n${Buffer.from(sha256('b')).toString('base64')}\n\n${note}`,
    )
    const proof = parseLogProof(text)
    expect(proof?.proof.map(toHex)).toEqual([sha256('a'), sha256('b')].map(toHex))
    expect(proof).toMatchObject({index: 7, checkpoint: note})
    expect(parseLogProof(text.replace('\nindex', '\nextra AAAA\nindex'))).toMatchObject({index: 7})
    for (const broken of ['', text.replace('@v1', '@v2'), text.replace('index 7', 'index 07'), text.replace('=\n', '\n')])
      expect(parseLogProof(broken)).toBeUndefined()
  })
})

describe('static tiles', () => {
  it.each([
    [{level: 0, index: 1_234_067, width: 256}, 'tile/0/x001/x234/067'],
    [{level: 0, index: 273, width: 112}, 'tile/0/273.p/112'],
    [{level: 1, index: 1, width: 17}, 'tile/1/001.p/17'],
    [{level: 2, index: 0, width: 1}, 'tile/2/000.p/1'],
    [{level: 'entries' as const, index: 5, width: 256}, 'tile/entries/005'],
  ])('%o is at %s', (address, path) => {
    expect(tilePath(address)).toBe(path)
    expect(parseTilePath(path)).toEqual(address)
  })

  it.each(['tile/0/1', 'tile/0/x000/001', 'tile/0/000.p/256', 'tile/0/000.p/0', 'tile/00/000', 'tile/0/000.p/01', 'tile/x/000', '../000'])(
    'are not at %s',
    (path) => {
      expect(parseTilePath(path)).toBeUndefined()
    },
  )

  it('hold entries that come out as they went in', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({maxLength: 400}), {maxLength: 20}), (entries) => {
        expect(parseEntryBundle(entryBundle(entries))?.map(toHex)).toEqual(entries.map(toHex))
      }),
    )
    expect(toHex(entryBundle([toUtf8('ab'), new Uint8Array()]))).toBe('000261620000')
    expect(parseEntryBundle(fromHex('000361') ?? new Uint8Array())).toBeUndefined()
    expect(parseEntryBundle(fromHex('00') ?? new Uint8Array())).toBeUndefined()
    expect(() => entryBundle([new Uint8Array(65_536)])).toThrow(/longer than 65535/)
  })
})
