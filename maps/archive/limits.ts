/** What an archive may hold. A large hospital is 20 MB of GeoJSON; beyond these something else was given. */
export const archiveLimits = {
  files: 500,
  bytesOfAFile: 32 * 1024 * 1024,
  bytes: 64 * 1024 * 1024,
  /** Of the zip as it is sent. */
  bytesOfTheZip: 32 * 1024 * 1024,
  /** Folders within folders. */
  depth: 4,
} as const;

/** Of a name within an archive, in characters. */
export const longestName = 200;

export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
