import {Type} from 'typebox'
import {Value} from 'typebox/value'

/** An Ed25519 public key (RFC 8037) with its name. */
export const publicKeySchema = Type.Object({
  kty: Type.Literal('OKP'),
  crv: Type.Literal('Ed25519'),
  x: Type.String({pattern: '^[\\w-]{43}$', description: '32 bytes in base64url'}),
  kid: Type.Optional(Type.String({description: 'Name of the key: its thumbprint (RFC 7638)'})),
})

/** Made from {@link publicKeySchema}. */
export type PublicKey = Type.Static<typeof publicKeySchema>

const keySetSchema = Type.Object({keys: Type.Array(Type.Unknown())})

/** Ed25519 keys of a key set (RFC 7517) or of one key; keys of other kinds are passed over, and anything else gives none. */
export function readPublicKeys(value: unknown): readonly PublicKey[] {
  if (Value.Check(publicKeySchema, value)) return [value]
  if (!Value.Check(keySetSchema, value)) return []
  return value.keys.filter((key) => Value.Check(publicKeySchema, key))
}
