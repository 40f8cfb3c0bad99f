/** Stands for an empty cell in a row whose cells are parted by tabs; nobody sees it, and it is gone where the row becomes cells. */
export const EMPTY_CELL = '\u200b'
