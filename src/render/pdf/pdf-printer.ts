/** Prints HTML; implemented outside by a browser. */
export interface PdfPrinter {
  /** One self-contained page → PDF bytes as the browser writes them. */
  print(html: string): Promise<Uint8Array>
  /** Ends the browser. */
  close(): Promise<void>
}
