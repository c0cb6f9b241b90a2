// The part of pathkit-wasm (Skia's path tools) that the icon font uses; the package has no types.
declare module 'pathkit-wasm/bin/pathkit.js' {
  export interface Path {
    stroke(options: { width: number; miter_limit: number; cap: unknown; join: unknown }): Path
    op(other: Path, operation: unknown): boolean
    simplify(): boolean
    setFillType(type: unknown): void
    toSVGString(): string
    delete(): void
  }
  export interface PathKit {
    NewPath(): Path
    FromSVGString(path: string): Path | null
    StrokeCap: Record<'BUTT' | 'ROUND' | 'SQUARE', unknown>
    StrokeJoin: Record<'MITER' | 'ROUND' | 'BEVEL', unknown>
    PathOp: Record<'UNION', unknown>
    FillType: Record<'EVENODD' | 'WINDING', unknown>
  }
  export default function init(options: { wasmBinary: Uint8Array }): PromiseLike<PathKit>
}
