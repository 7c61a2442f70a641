/** What may be added. A file beyond a limit is refused before it is read into memory. */
export const LIMITS = {
  /** Of an upload. */
  uploadBytes: 4 * 2 ** 30,
  /** Of all files of a zip or folder together, unpacked. */
  unpackedBytes: 8 * 2 ** 30,
  /** Of one file within it. */
  fileBytes: 64 * 2 ** 20,
  /** Of a text, or all texts together: a token takes two bytes when it is packed, and four in a worker. */
  textBytes: 256 * 2 ** 20,
  files: 1_000_000,
  /** Of one picture, 8192 x 8192: read from its header, before it is decoded. */
  pixels: 2 ** 26,
  classes: 256,
  /** Share of the pictures that may be broken and left out. */
  skippedShare: 0.01,
} as const;
