/** Who wrote a version and who let it out, as actors of the audit log; and which version it is a copy of. */
export type VersionOrigin = {
  readonly authors: string[]
  readonly publishedBy: string | null
  readonly restoredFrom: number | null
}

/** Of what a program planted. */
export const planted: VersionOrigin = { authors: [], publishedBy: null, restoredFrom: null }
