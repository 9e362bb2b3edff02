import { expect, test } from 'vitest'
import { isNetworkPath, isSyncedPath } from './folder.ts'
import { parseLinuxMounts, parseMacMounts } from './mounts.ts'

const linux = parseLinuxMounts(`/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//maychu/chung /mnt/chia\\040sẻ cifs rw 0 0
maychu:/home /home/lan/mạng nfs4 rw 0 0
host /mnt/host 9p rw 0 0
lan@x:/ /home/lan/xa fuse.sshfs rw 0 0
/dev/sdb1 /mnt/usb fuseblk rw 0 0
/dev/sdc1 /home/lan/mạng/đĩa ext4 rw 0 0
`)

test('a path on a network share is told from one on a disk', () => {
  const onNetwork = (path: string) => isNetworkPath(path, linux)
  expect(['/mnt/chia sẻ/tin', '/home/lan/mạng', '/mnt/host/x', '/home/lan/xa/y'].map(onNetwork)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(
    ['/home/lan', '/tmp/x', '/mnt/usb/tin', '/home/lan/mạng/đĩa/tin', '/mnt/hostess'].map(onNetwork),
  ).toEqual([false, false, false, false, false])
})

test('Windows shares are told from drives and long paths', () => {
  expect(isNetworkPath('\\\\maychu\\chung\\tin', [])).toBe(true)
  expect(isNetworkPath('C:\\Users\\Lan\\tin', [])).toBe(false)
  expect(isNetworkPath('\\\\?\\C:\\Users\\Lan\\tin', [])).toBe(false)
})

test('what macOS mounts is read', () => {
  const mac = parseMacMounts(`/dev/disk3s1s1 on / (apfs, sealed, local, read-only)
//lan@maychu/chung on /Volumes/Chung 1 (smbfs, nodev, nosuid, mounted by lan)`)
  expect(isNetworkPath('/Volumes/Chung 1/tin', mac)).toBe(true)
  expect(isNetworkPath('/Users/lan/tin', mac)).toBe(false)
})

test('synced folders are known by their names and by what the system says', () => {
  const synced = [
    'C:\\Users\\Lan\\OneDrive\\tin',
    'C:\\Users\\Lan\\OneDrive - Báo Thái Nguyên\\tin',
    '/Users/lan/Library/Mobile Documents/com~apple~CloudDocs/tin',
    '/Users/lan/Library/CloudStorage/GoogleDrive-lan@x.vn/My Drive/tin',
    'G:\\Drive của tôi\\tin',
    '/home/lan/Dropbox/tin',
  ]
  expect(synced.filter((path) => !isSyncedPath(path, {}))).toEqual([])
  expect(isSyncedPath('/home/lan/tài liệu/dropbox-cũ', {})).toBe(false)
  expect(isSyncedPath('D:\\Chung\\tin', { OneDrive: 'D:\\Chung' })).toBe(true)
})
