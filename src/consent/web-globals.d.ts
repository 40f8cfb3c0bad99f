/** What every JavaScript runtime offers (ECMA-429, the minimum common web API) and ECMAScript itself lacks. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare function atob(base64: string): string
declare function btoa(binary: string): string
declare class TextDecoder {
  constructor(label: 'utf-8', options: {readonly fatal: boolean})
  decode(bytes: Uint8Array): string
}
