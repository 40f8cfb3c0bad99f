import {fromBase64, toBase64} from '../binary-text.ts'

/** Evidence that an entry is in the log, checkable by anybody who has the entry and the log's public key. */
export interface LogProof {
  readonly index: number
  /** Hashes from the sibling of the leaf up to a child of the root. */
  readonly proof: readonly Uint8Array[]
  /** Signed checkpoint that the proof leads to. */
  readonly checkpoint: string
}

const HEAD = 'c2sp.org/tlog-proof@v1'

/** A proof as text (C2SP tlog-proof). */
export function formatLogProof({index, proof, checkpoint}: LogProof): string {
  return [HEAD, `index ${index}`, ...proof.map(toBase64), '', checkpoint].join('\n')
}

/** Reads a proof; undefined where it is none. An `extra` line is passed over. */
export function parseLogProof(text: string): LogProof | undefined {
  const end = text.indexOf('\n\n')
  if (end === -1) return undefined
  const [head, ...lines] = text.slice(0, end).split('\n')
  const [first = '', ...hashes] = lines[0]?.startsWith('extra ') ? lines.slice(1) : lines
  const index = /^index (0|[1-9]\d{0,15})$/.exec(first)?.[1]
  const proof = hashes.map(fromBase64)
  if (head !== HEAD || index === undefined || !proof.every((hash) => hash?.length === 32)) return undefined
  return {index: Number(index), proof: proof.filter((hash) => hash !== undefined), checkpoint: text.slice(end + 2)}
}
