declare module 'heic-decode' {
  type Pixels = Readonly<{ width: number; height: number; data: Uint8ClampedArray }>
  type Picture = Readonly<{ width: number; height: number; decode(): Promise<Pixels> }>
  function decodeOne(source: Readonly<{ buffer: Uint8Array }>): Promise<Pixels>
  namespace decodeOne {
    function all(source: Readonly<{ buffer: Uint8Array }>): Promise<readonly Picture[] & { dispose(): void }>
  }
  export = decodeOne
}
