declare module 'subset-font' {
  /** Keeps the glyphs of `text`; harfbuzz compiled to WebAssembly. */
  export default function subsetFont(font: Buffer, text: string, options: {readonly targetFormat: 'truetype'}): Promise<Buffer>
}

declare module 'fontkit' {
  /** A parsed font. */
  export interface Font {
    /** Code points that have a glyph. */
    readonly characterSet: readonly number[]
    /** Glyph of a code point. */
    glyphForCodePoint(code: number): {readonly id: number}
  }
  /** Parses a font file. */
  export function create(font: Buffer): Font
}
