/** One mounted file system: where it stands in the tree and what kind it is, as the system names it. */
export type Mount = Readonly<{ at: string; type: string }>

const networkTypes =
  /^(nfs\d?|cifs|smb\w*|afs|afpfs|ncpfs|9p|ceph|glusterfs|lustre|webdav|davfs2?|fuse\.(sshfs|s3fs|rclone|davfs|glusterfs|smbnetfs|gvfsd-fuse|google-drive-ocamlfuse|onedriver|dropbox))$/i

/** Reads `/proc/mounts`: fields apart by blanks, odd characters as octal escapes. */
export function parseLinuxMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, at, type] = line.split(' ')
    return at && type ? [{ at: unescapeOctal(at), type }] : []
  })
}

/** Reads what macOS's `mount` prints: `//me@server/share on /Volumes/share (smbfs, nodev, …)`. */
export function parseMacMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, at, type] = /^.* on (\/.*) \(([^,)]+)/.exec(line) ?? []
    return at && type ? [{ at, type }] : []
  })
}

/** The mount that holds a path: the longest one above it, the last of equals (it hides the earlier ones). */
export function mountOf(mounts: readonly Mount[], path: string): Mount | undefined {
  const above = mounts.filter(({ at }) => path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`))
  return above.reduce<Mount | undefined>(
    (best, mount) => (best === undefined || mount.at.length >= best.at.length ? mount : best),
    undefined,
  )
}

export function isNetworkMount(mount: Mount | undefined): boolean {
  return mount !== undefined && networkTypes.test(mount.type)
}

function unescapeOctal(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  )
}
