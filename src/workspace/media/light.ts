import type { VideoFacts } from '#domain/clips/media-facts.ts'

/**
 * Filters that bring a picture to ordinary light and eight bits (ITU-R BT.2100 → BT.709). Reference white is 203 cd/m²
 * (ITU-R BT.2408). A build without zscale cannot do it: there HDR is only cut to eight bits and made a little
 * stronger, which looks pale but shows all that is in the picture.
 */
export function lightFilters(
  { transfer }: Pick<VideoFacts, 'transfer'>,
  filters: ReadonlySet<string>,
): readonly string[] {
  if (transfer === 'sdr') return ['format=yuv420p']
  if (!filters.has('zscale') || !filters.has('tonemap'))
    return ['format=yuv420p', 'eq=contrast=1.15:saturation=1.4']
  return [
    // what a damaged file leaves out is said here: zscale refuses to guess
    `zscale=tin=${transfer === 'pq' ? 'smpte2084' : 'arib-std-b67'}:min=2020_ncl:pin=2020:t=linear:npl=203`,
    'format=gbrpf32le',
    'zscale=p=bt709',
    'tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:r=tv',
    'format=yuv420p',
  ]
}
