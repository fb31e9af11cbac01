const files = import.meta.glob<string>("/src/core/pictures/hero-*", { query: "?url", import: "default", eager: true });

const WIDTHS = [640, 1200, 2400];

const sources = (type: "avif" | "webp"): string =>
  WIDTHS.map((width) => `${files[`/src/core/pictures/hero-${width}.${type}`]} ${width}w`).join(", ");

/** The shelf over the whole width of the home page; it leaves its left side to the headline. */
export function HeroPicture({ className }: { className: string }) {
  return (
    <picture className="contents">
      <source type="image/avif" srcSet={sources("avif")} sizes="100vw" />
      <img
        srcSet={sources("webp")}
        src={files["/src/core/pictures/hero-1200.webp"]}
        sizes="100vw"
        alt=""
        width={2400}
        height={1000}
        fetchPriority="high"
        className={className}
      />
    </picture>
  );
}
