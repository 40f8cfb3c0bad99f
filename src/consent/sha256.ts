/** SHA-256 of bytes, or of a text as UTF-8 (FIPS 180-4): 32 bytes. Handed in, since each runtime has its own. */
export type Sha256 = (data: Uint8Array | string) => Uint8Array
